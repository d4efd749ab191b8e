import type { Language } from '../../../shared/contract/primitives';
import {
  addTurnaround,
  averageCycleDays,
  type BriefTurnaround,
  NO_TURNAROUND,
  reworkPpm,
} from '../../../shared/domain/brief-stages';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { listBriefs } from '../briefs.service';
import { requireAgency } from '../portfolio.service';
import { readOf, type Session } from '../session';
import type { Report, ReportColumn, ReportRow } from './report';

export type BriefsReportOptions = { clientId: string | null; language: Language };

/** Cycle time (first send to acceptance) and rework rate of briefs, by client. */
export function briefsReport(
  session: Session,
  { clientId, language }: BriefsReportOptions,
): Report {
  const t = translatorOf(language).getFixedT(language, 'report');
  const byClient = new Map<string, { name: string; turnaround: BriefTurnaround }>();
  for (const { client, turnaround } of listBriefs(session, { clientId }).briefs) {
    const sum = byClient.get(client.id)?.turnaround ?? NO_TURNAROUND;
    byClient.set(client.id, { name: client.name, turnaround: addTurnaround(sum, turnaround) });
  }
  const rows = [...byClient.values()].sort((a, b) => a.name.localeCompare(b.name, language));
  const column = (key: string, unit: ReportColumn['unit']): ReportColumn => ({
    key,
    title: t(`briefs.${key}`),
    unit,
    currency: null,
    total: { kind: 'none' },
  });
  const cells = (name: string, turnaround: BriefTurnaround): ReportRow => ({
    client: name,
    sent: turnaround.sentCount,
    accepted: turnaround.acceptedCount,
    cycle: averageCycleDays(turnaround),
    returns: turnaround.returnCount,
    reworkPpm: reworkPpm(turnaround),
  });
  return {
    name: 'briefs',
    title: t('briefs.title'),
    subtitle: requireAgency(readOf(session)).name,
    params: { client: clientId },
    columns: [
      column('client', 'text'),
      column('sent', 'count'),
      column('accepted', 'count'),
      column('cycle', 'days'),
      column('returns', 'count'),
      column('reworkPpm', 'ppm'),
    ],
    rows: rows.map(({ name, turnaround }) => cells(name, turnaround)),
    totals: cells(
      t('total'),
      rows.map(({ turnaround }) => turnaround).reduce(addTurnaround, NO_TURNAROUND),
    ),
    notes: [t('briefs.note')],
  };
}
