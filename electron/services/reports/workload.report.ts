import type { Language, Period } from '../../../shared/contract/primitives';
import { daysInclusive, mondayOf } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate } from '../../../shared/i18n/formats';
import { requireAgency } from '../portfolio.service';
import { readOf, type Session } from '../session';
import { readWorkload } from '../work-load.service';
import type { Report, ReportColumn, ReportRow } from './report';

/** A year of weeks, as many as one answer holds. */
const MOST_WEEKS = 53;

const SUMS = [
  'capacity',
  'holidays',
  'absences',
  'available',
  'logged',
  'hard',
  'soft',
  'free',
  'overload',
  'overloadWithSoft',
] as const;

/**
 * Capacity against demand by person and week, in seconds: available = capacity − holidays − absences;
 * what nobody is assigned to stands in rows of its own. Weeks are whole, from the Monday of the first day.
 */
export function workloadReport(
  session: Session,
  { span, language }: { span: Period; language: Language },
): Report {
  const t = translatorOf(language).getFixedT(language, 'report');
  const from = mondayOf(span.from);
  const weeks = Math.min(MOST_WEEKS, Math.ceil(daysInclusive({ from, to: span.to }) / 7));
  const load = readWorkload(session, { from, weeks });
  const rows = load.people.flatMap(({ name, role, cells }) =>
    cells.map(
      (cell, index): ReportRow => ({
        week: load.weeks[index] ?? from,
        person: name,
        role,
        capacity: cell.capacitySeconds,
        holidays: cell.holidaySeconds,
        absences: cell.absenceSeconds,
        available: cell.availableSeconds,
        logged: cell.loggedSeconds,
        hard: cell.hardSeconds,
        soft: cell.softSeconds,
        free: cell.freeSeconds,
        overload: cell.overloadSeconds,
        overloadWithSoft: cell.overloadWithSoftSeconds,
      }),
    ),
  );
  const unassigned = load.unassigned.cells.flatMap((seconds, index): ReportRow[] => {
    if (seconds === 0) return [];
    const nothing = Object.fromEntries(SUMS.map((key) => [key, null]));
    const week = load.weeks[index] ?? from;
    return [{ week, person: t('workload.nobody'), role: '', ...nothing, soft: seconds }];
  });
  const all = [...rows, ...unassigned];
  const column = (key: string, unit: ReportColumn['unit']): ReportColumn => ({
    key,
    title: t(`workload.${key}`),
    unit,
    currency: null,
    total: unit === 'seconds' ? { kind: 'sum' } : { kind: 'none' },
  });
  const sum = (key: string): number =>
    all.reduce((total, row) => total + (typeof row[key] === 'number' ? row[key] : 0), 0);
  const last = load.weeks.at(-1) ?? from;
  return {
    name: 'workload',
    title: t('workload.title'),
    subtitle: t('workload.subtitle', {
      agency: requireAgency(readOf(session)).name,
      from: formatDate(language, from),
      to: formatDate(language, last),
    }),
    params: { from, to: span.to },
    columns: [
      column('week', 'date'),
      column('person', 'text'),
      column('role', 'text'),
      ...SUMS.map((key) => column(key, 'seconds')),
    ],
    rows: all,
    totals: Object.fromEntries(SUMS.map((key) => [key, sum(key)])),
    notes: [
      t('workload.note'),
      ...(load.withoutEstimate === 0
        ? []
        : [t('workload.withoutEstimate', { count: load.withoutEstimate })]),
    ],
  };
}
