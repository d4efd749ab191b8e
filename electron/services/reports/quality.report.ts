import type { Language, Period } from '../../../shared/contract/primitives';
import type { QualityRow } from '../../../shared/contract/tasks-practice.contract';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate } from '../../../shared/i18n/formats';
import { requireAgency } from '../portfolio.service';
import { readOf, type Session } from '../session';
import { readQuality } from '../tasks/quality.service';
import type { Report, ReportColumn, ReportRow } from './report';

export type QualityReportOptions = {
  period: Period;
  clientId: string | null;
  language: Language;
};

/**
 * First-pass rate, on-time rate and rework of the tasks done in a period: by client, person and kind of
 * work. A task of several people counts for each of them, so only the last row is the total.
 */
export function qualityReport(session: Session, options: QualityReportOptions): Report {
  const { period, clientId, language } = options;
  const t = translatorOf(language).getFixedT(language, 'report');
  const quality = readQuality(session, { ...period, clientId });
  const column = (key: string, unit: ReportColumn['unit']): ReportColumn => ({
    key,
    title: t(`quality.${key}`),
    unit,
    currency: null,
    total: { kind: 'none' },
  });
  const cells = (row: QualityRow, group: string, name: string): ReportRow => ({
    group,
    name,
    accepted: row.acceptedCount,
    firstPassPpm: row.firstPassPpm.value,
    dated: row.datedCount,
    onTimePpm: row.onTimePpm.value,
    rework: row.reworkSeconds,
    reworkSharePpm: row.reworkSharePpm.value,
  });
  const groupOf = (key: string, none: string, rows: readonly QualityRow[]): ReportRow[] =>
    rows.map((row) =>
      cells(row, t(`quality.${key}`), row.name === '' ? t(`quality.${none}`) : row.name),
    );
  return {
    name: 'quality',
    title: t('quality.title'),
    subtitle: t('quality.subtitle', {
      agency: requireAgency(readOf(session)).name,
      from: formatDate(language, period.from),
      to: formatDate(language, period.to),
    }),
    params: { from: period.from, to: period.to, client: clientId },
    columns: [
      column('group', 'text'),
      column('name', 'text'),
      column('accepted', 'count'),
      column('firstPassPpm', 'ppm'),
      column('dated', 'count'),
      column('onTimePpm', 'ppm'),
      column('rework', 'seconds'),
      column('reworkSharePpm', 'ppm'),
    ],
    rows: [
      ...groupOf('byClient', 'ownWork', quality.byClient),
      ...groupOf('byPerson', 'nobody', quality.byPerson),
      ...groupOf('byKind', 'noKind', quality.byKind),
    ],
    totals: cells(quality.total, t('total'), ''),
    notes: [t('quality.note')],
  };
}
