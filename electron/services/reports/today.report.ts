import type { Language } from '../../../shared/contract/primitives';
import type { TodayItem } from '../../../shared/contract/tasks.contract';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatDate, formatList } from '../../../shared/i18n/formats';
import { requireAgency } from '../portfolio.service';
import { readOf, type Session } from '../session';
import { readToday } from '../tasks/task-schedule.service';
import type { Report, ReportColumn } from './report';

export type TodayReportOptions = { clientId: string | null; language: Language };

const LISTS = [
  'overdue',
  'dueToday',
  'promised',
  'waitingForMe',
  'waitingForClient',
  'inWork',
  'startsToday',
  'afterHours',
  'doneToday',
] as const;

/** What a day holds, list by list as the screen has it: each task once, the first by priority. */
export function todayReport(session: Session, { clientId, language }: TodayReportOptions): Report {
  const translator = translatorOf(language);
  const t = translator.getFixedT(language, 'report');
  const day = readToday(session, { personId: null });
  const { names } = day;
  const nameIn = (rows: readonly { id: string; name: string }[], id: string | null): string =>
    rows.find((row) => row.id === id)?.name ?? '';
  const rowOf = (list: string, { card, reason }: TodayItem) => ({
    list,
    task: card.title,
    client: nameIn(names.clients, card.clientId),
    people: formatList(
      language,
      card.personIds.map((id) => nameIn(names.people, id)),
    ),
    due: card.deadlineOn ?? card.dueOn,
    remaining: card.remainingSeconds,
    reason: translator.t(reason.key, reason.params),
    id: card.id,
  });
  const column = (key: string, unit: ReportColumn['unit'], title?: string): ReportColumn => ({
    key,
    title: title ?? t(`today.${key}`),
    unit,
    currency: null,
    total: { kind: 'none' },
  });
  return {
    name: 'today',
    title: t('today.title'),
    subtitle: t('today.subtitle', {
      agency: requireAgency(readOf(session)).name,
      on: formatDate(language, day.today),
    }),
    params: { on: day.today, person: day.personId, client: clientId },
    columns: [
      column('list', 'text'),
      column('task', 'text'),
      column('client', 'text', t('column.client')),
      column('people', 'text'),
      column('due', 'date'),
      column('remaining', 'seconds'),
      column('reason', 'text'),
      column('id', 'text'),
    ],
    rows: LISTS.flatMap((list) =>
      day[list]
        .filter(({ card }) => clientId === null || card.clientId === clientId)
        .map((item) => rowOf(translator.t(`work:day.${list}`), item)),
    ),
    totals: {},
    notes: [t('today.note')],
  };
}
