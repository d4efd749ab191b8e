import type { ReadDb } from '../../../db/read-db';
import { type AgencyRow, readAgency } from '../../../db/repositories/agency.repo';
import { findContract } from '../../../db/repositories/agreements.repo';
import { findClient } from '../../../db/repositories/clients.repo';
import type { Language } from '../../../shared/contract/primitives';
import { applyRatePpm } from '../../../shared/domain/money';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, formatMoney, formatRatePpm } from '../../../shared/i18n/formats';
import {
  type AgreementPrintModel,
  renderAgreementHtml,
} from '../../../shared/print/agreement-print';
import { moneyInWords } from '../../../shared/print/money-words';
import { amountsOfAgreement, requireAgreement } from '../agreements.service';
import { type ProposalModel, readProposalModel } from './proposal-model';
import { type PrintedProposal, proposalPrintModel } from './proposal-print';

type Words = (key: string, params?: Record<string, string | number>) => string;
type Requisites = Pick<
  AgencyRow,
  | 'address'
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'account'
  | 'bankName'
  | 'bik'
  | 'correspondentAccount'
  | 'registrationNumber'
  | 'vatNumber'
  | 'iban'
>;

const REQUISITES = [
  'address',
  'inn',
  'kpp',
  'ogrn',
  'registrationNumber',
  'vatNumber',
  'account',
  'iban',
  'bankName',
  'bik',
  'correspondentAccount',
] as const satisfies readonly (keyof Requisites)[];

const BLANK = '____________________';

function requisiteLines(party: Requisites, t: Words): string[] {
  return REQUISITES.flatMap((name) => {
    const value = party[name];
    return value === null || value === '' ? [] : [t(`requisite.${name}`, { value })];
  });
}

/** Sentences end in one stop, whatever was typed. */
function stopped(text: string): string {
  return text.trim().replace(/[.;,\s]+$/, '');
}

/**
 * A contract or an addendum in the proposal's language: parties, subject, price with VAT and in words, term,
 * payment, acceptance, requisites, and the estimate as the client has it. Nothing internal enters it.
 */
export function agreementPrintModel(read: ReadDb, id: string): AgreementPrintModel {
  const agreement = requireAgreement(read, id);
  const model = readProposalModel(read, agreement.proposalId);
  const { proposal } = model;
  const lang = proposal.language;
  const t: Words = (key, params) =>
    translatorOf(lang).getFixedT(lang, 'print', 'agreement')(key, params ?? {});
  const agency = readAgency(read);
  const client = findClient(read, agreement.clientId);
  const contract =
    agreement.kind === 'contract' || agreement.contractId === null
      ? undefined
      : findContract(read, agreement.contractId);
  const agencyName = agency.legalName || agency.name;
  const clientName = client?.legalName || client?.name || '';
  const isAddendum = agreement.kind === 'addendum';
  const signer = (name: string, basis: string): string =>
    t('signer', { name: name || BLANK, basis: basis || BLANK });
  const paper = proposalPrintModel(read, model);
  return {
    kicker: agreement.status === 'signed' ? '' : t('draft'),
    title: isAddendum
      ? t('title-addendum', {
          number: agreement.number,
          contract: contract?.number ?? BLANK,
          date: contract === undefined ? BLANK : formatDate(lang, contract.signedOn),
        })
      : t('title-contract', { number: agreement.number }),
    place: agency.city,
    date: formatDate(lang, agreement.signedOn ?? agreement.datedOn),
    preamble: t(isAddendum ? 'preamble-addendum' : 'preamble-contract', {
      agency: agencyName,
      client: clientName,
      agencySigner: signer(agency.signatoryName, agency.signatoryBasis),
      clientSigner: signer('', ''),
    }),
    sections: [
      { title: t('subject'), paragraphs: subjectOf(model, agreement.subject, isAddendum, t) },
      {
        title: t('term'),
        paragraphs: [
          t(proposal.overserviceMonth === null ? 'term-text' : 'term-done', {
            from: formatDate(lang, proposal.startsOn),
            to: formatDate(lang, proposal.endsOn),
          }),
          ...(isAddendum ? [] : [t('term-contract')]),
        ],
      },
      {
        title: t('price'),
        paragraphs: priceOf(model, amountsOfAgreement(agreement, model), client?.paymentDays, t),
      },
      {
        title: t('acceptance'),
        paragraphs: [
          t(proposal.overserviceMonth === null ? 'acceptance-text' : 'acceptance-done'),
          t('acceptance-silence'),
        ],
      },
      {
        title: t('other'),
        paragraphs: isAddendum
          ? [t('other-addendum'), t('copies')]
          : [t('rights'), t('changes'), t('copies')],
      },
    ],
    appendix:
      paper.grand === null
        ? null
        : {
            title: t('appendix', { number: proposal.number, version: proposal.version }),
            estimate: paper,
          },
    partiesTitle: t('parties'),
    parties: [
      {
        role: t('client'),
        name: clientName,
        lines: client === undefined ? [] : requisiteLines(client, t),
        signer: t('signature'),
      },
      {
        role: t('contractor'),
        name: agencyName,
        lines: requisiteLines(agency, t),
        signer: agency.signatoryName === '' ? t('signature') : agency.signatoryName,
      },
    ],
  };
}

function subjectOf(
  { proposal }: ProposalModel,
  subject: string,
  isAddendum: boolean,
  t: Words,
): string[] {
  const key =
    proposal.overserviceMonth !== null
      ? 'subject-overservice'
      : isAddendum
        ? 'subject-addendum'
        : 'subject-contract';
  return [
    t(key, { subject: stopped(subject) }),
    t('subject-estimate', { number: proposal.number, version: proposal.version }),
    ...(proposal.exclusions.trim() === ''
      ? []
      : [t('subject-exclusions', { text: stopped(proposal.exclusions) })]),
  ];
}

function priceOf(
  { proposal }: ProposalModel,
  amounts: ReturnType<typeof amountsOfAgreement>,
  paymentDays: number | undefined,
  t: Words,
): string[] {
  const lang: Language = proposal.language;
  const money = (minor: number): string => formatMoney(lang, minor, proposal.currency);
  const gross = money(amounts.grossMinor);
  const inWords = moneyInWords(lang, amounts.grossMinor, proposal.currency);
  const price = inWords === null ? gross : `${gross} (${inWords})`;
  const terms = stopped(proposal.paymentTerms);
  return [
    amounts.vatPpm === null
      ? t('price-no-vat', { price })
      : t('price-vat', {
          price,
          rate: formatRatePpm(lang, amounts.vatPpm),
          vat: money(amounts.vatMinor),
        }),
    ...(proposal.prepaymentPpm === 0
      ? []
      : [
          t('prepayment', {
            share: formatRatePpm(lang, proposal.prepaymentPpm),
            amount: money(applyRatePpm(amounts.grossMinor, proposal.prepaymentPpm)),
          }),
        ]),
    terms === '' ? t('payment-days', { count: paymentDays ?? 14 }) : t('payment', { text: terms }),
  ];
}

/** A contract or an addendum ready for the printer. */
export function printAgreement(read: ReadDb, id: string): PrintedProposal {
  const { proposalId } = requireAgreement(read, id);
  const { language } = readProposalModel(read, proposalId).proposal;
  const model = agreementPrintModel(read, id);
  return {
    title: model.title,
    language,
    bodyHtml: renderAgreementHtml(model),
    footer: `${readAgency(read).name}. ${model.title}`,
  };
}
