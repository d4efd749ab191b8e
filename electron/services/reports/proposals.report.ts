import type { FigureDto, Language } from '../../../shared/contract/primitives';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate } from '../../../shared/i18n/formats';
import { requireAgency } from '../portfolio.service';
import { listProposals, showProposal } from '../proposals.service';
import { readOf, type Session } from '../session';
import type { Report, ReportCell, ReportColumn, ReportRow } from './report';

function cellOf({ value, missing }: FigureDto): ReportCell {
  return value === null && missing.length > 0 ? { missing } : value;
}

/** Proposals in their newest version: status, price, margin, and of won ones how far off the estimate was. */
export function proposalsReport(
  session: Session,
  { clientId, language, today }: { clientId: string | null; language: Language; today: string },
): Report {
  const t = translatorOf(language).getFixedT(language, 'report', 'proposals');
  const column = (
    key: string,
    unit: ReportColumn['unit'],
    currency: string | null = null,
  ): ReportColumn => ({ key, title: t(key), unit, currency, total: { kind: 'none' } });
  const list = listProposals(session, { clientId });
  const rows = list.proposals.map((proposal): ReportRow => {
    const accuracy =
      proposal.status === 'accepted' ? showProposal(session, { id: proposal.id }).accuracy : null;
    return {
      number: proposal.number,
      client: proposal.clientName,
      proposal: proposal.title,
      status: t(proposal.status),
      validUntil: proposal.validUntil,
      currency: proposal.currency,
      amount: proposal.amountMinor,
      margin: cellOf(proposal.marginPpm),
      plannedHours: accuracy?.total.plannedSeconds ?? null,
      actualHours: accuracy?.total.actualSeconds ?? null,
      hoursVariance: accuracy === null ? null : cellOf(accuracy.total.hoursVariancePpm),
      costVariance: accuracy === null ? null : cellOf(accuracy.total.costVariancePpm),
      lostReason: proposal.lostReason,
    };
  });
  return {
    name: 'proposals',
    title: t('title'),
    subtitle: t('subtitle', {
      agency: requireAgency(readOf(session)).name,
      on: formatDate(language, today),
    }),
    params: { asOf: today, client: clientId },
    columns: [
      column('number', 'count'),
      column('client', 'text'),
      column('proposal', 'text'),
      column('status', 'text'),
      column('validUntil', 'date'),
      column('currency', 'text'),
      column('amount', 'money'),
      column('margin', 'ppm'),
      column('plannedHours', 'seconds'),
      column('actualHours', 'seconds'),
      column('hoursVariance', 'ppm'),
      column('costVariance', 'ppm'),
      column('lostReason', 'text'),
    ],
    rows,
    totals: {
      number: rows.length,
      client: '',
      proposal: '',
      status: '',
      validUntil: null,
      currency: '',
      amount: null,
      margin: null,
      plannedHours: null,
      actualHours: null,
      hoursVariance: cellOf(list.accuracy.hoursVariancePpm),
      costVariance: cellOf(list.accuracy.costVariancePpm),
      lostReason: '',
    },
    notes: [t('note')],
  };
}
