import type { ReadDb } from '../../../db/read-db';
import { readAgency } from '../../../db/repositories/agency.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import type { ProposalLineRow } from '../../../db/repositories/proposals.repo';
import type { Language } from '../../../shared/contract/primitives';
import type { EstimatePackage } from '../../../shared/domain/estimate';
import { addMinor, applyRatePpm } from '../../../shared/domain/money';
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
  type ProposalPrintPackages,
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
  const isOpen = estimate.packages.length > 0 && proposal.status !== 'accepted';
  const chosen = lines.filter((line) => line.chosen === 'yes' && !(isOpen && line.package !== ''));
  const left = lines.filter((line) => line.chosen === 'no' && line.package === '');
  const groups = estimate.groups
    .map((group) => ({
      name: group.name,
      // With a choice of packages a section's sum depends on it: the sums stand side by side below.
      amount: isOpen ? '' : amount(group.amountMinor),
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
    grand: isOpen
      ? null
      : {
          label: t('gross'),
          amount: formatMoney(lang, estimate.grossMinor, proposal.currency),
          inWords: moneyInWords(lang, estimate.grossMinor, proposal.currency),
        },
    packages: isOpen ? packagesOf(model, t) : null,
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
              text: t(isOpen ? 'prepayment-of-package' : 'prepayment-text', {
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

/** What is in each package, and the totals of all of them side by side. */
function packagesOf(model: ProposalModel, t: Words): ProposalPrintPackages {
  const { proposal, lines, estimate, vatPpm } = model;
  const lang = proposal.language;
  const { packages } = estimate;
  const amount = (minor: number): string => formatAmount(lang, minor, proposal.currency);
  const sumOf = (some: readonly ProposalLineRow[], at: EstimatePackage): number =>
    addMinor(...some.map((line) => at.lines.get(line.id)?.amountMinor ?? 0));
  const inside = ({ name }: EstimatePackage) => lines.filter((line) => line.package === name);
  const common = lines.filter((line) => line.package === '' && line.chosen === 'yes');
  const row = (label: string, of: (at: EstimatePackage) => number) => ({
    label,
    amounts: packages.map((at) => amount(of(at))),
  });
  const hasDiscount = packages.some(({ discountMinor }) => discountMinor !== 0);
  return {
    title: t('packages'),
    hint: t('packages-hint'),
    sections: packages.map((at) => ({
      name: t('package', { name: at.name }),
      amount: amount(sumOf(inside(at), at)),
      lines: inside(at).map((line) => lineOf(line, model, t, at)),
    })),
    compare: {
      title: t('compare'),
      names: packages.map(({ name }) => name),
      rows: [
        ...(common.length === 0 ? [] : [row(t('common'), (at) => sumOf(common, at))]),
        row(t('package-part'), (at) => sumOf(inside(at), at)),
        ...(hasDiscount
          ? [
              row(
                t('discount', { share: formatRatePpm(lang, proposal.discountPpm) }),
                (at) => -at.discountMinor,
              ),
            ]
          : []),
        row(t('net'), (at) => at.total.amountMinor),
        ...(vatPpm === null
          ? [{ label: t('no-vat'), amounts: packages.map(() => '—') }]
          : [row(t('vat', { rate: formatRatePpm(lang, vatPpm) }), (at) => at.vatMinor)]),
      ],
      grand: {
        label: t('gross'),
        amounts: packages.map((at) => formatMoney(lang, at.grossMinor, proposal.currency)),
      },
    },
  };
}

function lineOf(
  line: ProposalLineRow,
  model: ProposalModel,
  t: Words,
  at: EstimatePackage | null = null,
): ProposalPrintLine {
  const { proposal, estimate } = model;
  const lang = proposal.language;
  const amountMinor =
    line.chosen === 'no' && at === null
      ? (estimate.withOption.get(line.id)?.amountMinor ?? 0)
      : ((at ?? estimate).lines.get(line.id)?.amountMinor ?? 0);
  // A commission on media that packages have differently is another in each.
  const isVarying =
    at === null &&
    line.chosen === 'yes' &&
    proposal.status !== 'accepted' &&
    estimate.packages.some(({ lines }) => lines.get(line.id)?.amountMinor !== amountMinor);
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
    amount: isVarying ? t('by-package') : formatAmount(lang, amountMinor, proposal.currency),
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
