import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import type { ProposalLineRow } from '../../../db/repositories/proposals.repo';
import type { Language } from '../../../shared/contract/primitives';
import { applyRatePpm } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import {
  formatAmount,
  formatDate,
  formatDateRange,
  formatMoney,
  formatNumber,
  formatRatePpm,
} from '../../../shared/i18n/formats';
import { moneyInWords } from '../../../shared/print/money-words';
import {
  type ProposalPrintLine,
  type ProposalPrintModel,
  renderProposalHtml,
} from '../../../shared/print/proposal-print';
import { addressLines, logoDataUri } from '../letterhead';
import { type ProposalModel, readProposalModel } from './proposal-model';

export type PrintedProposal = {
  title: string;
  language: Language;
  bodyHtml: string;
  footer: string;
};

type Words = (key: string, params?: Record<string, string | number>) => string;

/** The words of a printed proposal. */
export function wordsIn(lang: Language): Words {
  const translate = translatorOf(lang).getFixedT(lang, 'print', 'proposal');
  return (key, params) => translate(key, params ?? {});
}

/**
 * A proposal as the client gets it, in its own language: prices, options, VAT and terms. Built from
 * amounts the client may see only; cost, margin and pass-through never enter it.
 */
export function proposalPrintModel(read: ReadDb, model: ProposalModel): ProposalPrintModel {
  const { proposal, lines, estimate, vatPpm } = model;
  const lang = proposal.language;
  const t = wordsIn(lang);
  const agency = readAgency(read);
  const client = findClient(read, proposal.clientId);
  const amount = (minor: number): string => formatAmount(lang, minor, proposal.currency);
  const print = (line: ProposalLineRow): ProposalPrintLine => lineOf(line, model, t);
  const chosen = lines.filter((line) => line.chosen === 'yes');
  const left = lines.filter((line) => line.chosen === 'no');
  const groups = estimate.groups
    .map((group) => ({
      name: group.name,
      amount: amount(group.amountMinor),
      lines: chosen.filter((line) => line.groupName === group.name).map(print),
    }))
    .filter((group) => group.lines.length > 0);
  const prepayment = applyRatePpm(estimate.grossMinor, proposal.prepaymentPpm);
  const discount =
    estimate.discountMinor === 0
      ? []
      : [
          {
            label: t('discount', { share: formatRatePpm(lang, proposal.discountPpm) }),
            amount: amount(-estimate.discountMinor),
          },
        ];
  const vat =
    vatPpm === null
      ? [{ label: t('no-vat'), amount: '—' }]
      : [
          {
            label: t('vat', { rate: formatRatePpm(lang, vatPpm) }),
            amount: amount(estimate.vatMinor),
          },
        ];
  return {
    agency: {
      name: agency.name,
      addressLines: addressLines(agency.address),
      logoDataUri: logoDataUri(agency),
    },
    kicker: t('kicker', {
      number: proposal.number,
      version: proposal.version,
      date: formatDate(lang, proposal.sentOn ?? proposal.pricesOn),
    }),
    title: proposal.title,
    introduction: proposal.introduction,
    facts: [
      { label: t('client'), value: client?.legalName || client?.name || '' },
      { label: t('work'), value: formatDateRange(lang, proposal.startsOn, proposal.endsOn) },
      { label: t('valid'), value: formatDate(lang, proposal.validUntil) },
    ],
    columns: [t('column.work'), t('column.quantity'), t('column.price'), t('column.amount')],
    groups: groups.length === 1 ? groups.map((group) => ({ ...group, name: '' })) : groups,
    totals: [...discount, { label: t('net'), amount: amount(estimate.total.amountMinor) }, ...vat],
    grand: {
      label: t('gross'),
      amount: formatMoney(lang, estimate.grossMinor, proposal.currency),
      inWords: moneyInWords(lang, estimate.grossMinor, proposal.currency),
    },
    options:
      left.length === 0
        ? null
        : { title: t('options'), hint: t('options-hint'), rows: left.map(print) },
    terms: [
      ...(prepayment === 0
        ? []
        : [
            {
              label: t('prepayment'),
              text: t('prepayment-text', {
                share: formatRatePpm(lang, proposal.prepaymentPpm),
                amount: formatMoney(lang, prepayment, proposal.currency),
              }),
            },
          ]),
      { label: t('payment'), text: proposal.paymentTerms },
      { label: t('exclusions'), text: proposal.exclusions },
    ].filter(({ text }) => text !== ''),
    signatures: [client?.name ?? '', agency.name].map((name) => ({ name, date: t('signed') })),
  };
}

function lineOf(line: ProposalLineRow, model: ProposalModel, t: Words): ProposalPrintLine {
  const { proposal, estimate } = model;
  const lang = proposal.language;
  const amountMinor =
    line.chosen === 'no'
      ? (estimate.withOption.get(line.id)?.amountMinor ?? 0)
      : (estimate.lines.get(line.id)?.amountMinor ?? 0);
  const quantity = Number(line.quantity);
  const unit = line.kind === 'work' ? t('hour') : line.unit;
  const isCommission = line.kind === 'commission';
  // The price of production is the client's: the vendor's and the mark-up stay inside.
  const price =
    isCommission || quantity === 0
      ? ''
      : formatAmount(lang, Math.round(amountMinor / quantity), proposal.currency);
  return {
    title: line.title,
    quantity: isCommission ? '' : `${formatNumber(lang, quantity, { max: 3 })} ${unit}`.trim(),
    price,
    amount: formatAmount(lang, amountMinor, proposal.currency),
  };
}

/** A proposal ready for the printer. */
export function printProposal(read: ReadDb, id: string): PrintedProposal {
  const model = readProposalModel(read, id);
  const { proposal } = model;
  const t = wordsIn(proposal.language);
  return {
    title: proposal.title,
    language: proposal.language,
    bodyHtml: renderProposalHtml(proposalPrintModel(read, model)),
    footer: t('footer', {
      agency: readAgency(read).name,
      number: proposal.number,
      version: proposal.version,
    }),
  };
}
