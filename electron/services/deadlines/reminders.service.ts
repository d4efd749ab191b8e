import {
  dismissReminder,
  forgetReminders,
  keepReminder,
  type ReminderRow,
  readReminders,
} from '../../../db/repositories/reminders.repo';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import {
  type DatedItem,
  type DatedKind,
  reminderSettingsSchema,
} from '../../../shared/contract/deadlines.contract';
import { addDays } from '../../../shared/domain/dates';
import {
  aheadOf,
  isDigestDue,
  isQuiet,
  type ReminderSettings,
  shownKey,
  USUAL_REMINDERS,
} from '../../../shared/domain/reminders';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatList } from '../../../shared/i18n/formats';
import { readOf, type Session } from '../session';
import { feedPath } from './calendar-feed';
import { readDatedItems } from './deadlines.service';

const SETTINGS_FACT = 'reminder-settings';
/** Days that reminders look back and ahead. */
const BACK_DAYS = 60;
const AHEAD_DAYS = 400;
/** More at once are told in one notification. */
const MOST_APART = 3;

/** What somebody has to get ready; payments and flights come in the digest. */
const REMINDED: readonly DatedKind[] = [
  'deadline',
  'task-due',
  'task-deadline',
  'contract-renewal',
  'contract-end',
  'retainer-end',
  'brief',
];

/** What a notification says, and the screen behind it. */
export type Notice = { readonly title: string; readonly body: string; readonly link: string };

/** How reminders come in this workspace. */
export function reminderSettings(session: Session): ReminderSettings {
  const kept = session.workspace.fact(SETTINGS_FACT);
  if (kept === undefined) return USUAL_REMINDERS;
  const read = reminderSettingsSchema.safeParse(JSON.parse(kept));
  return read.success ? read.data : USUAL_REMINDERS;
}

/** Changes how reminders come. */
export function setReminders(
  session: Session,
  input: Input<'reminders/set'>,
): Record<string, never> {
  session.workspace.setFact(SETTINGS_FACT, JSON.stringify(input));
  return {};
}

function itemsOf(session: Session, today: string): DatedItem[] {
  const span = { from: addDays(today, -BACK_DAYS), to: addDays(today, AHEAD_DAYS) };
  return readDatedItems(readOf(session), span, today);
}

/** Reminders that wait and those not yet seen, of things that are still open. */
export function listReminders(session: Session): Output<'reminders/list'> {
  const today = session.clock.today();
  const items = new Map(itemsOf(session, today).map((item) => [item.key, item]));
  const reminders = readReminders(readOf(session), addDays(today, -BACK_DAYS)).flatMap((row) => {
    const item = items.get(row.itemKey);
    if (item === undefined || row.kind === 'digest' || row.dismissedAt !== null) return [];
    const { itemKey, onDate, kind, remindAt, shownAt } = row;
    return [{ itemKey, onDate, kind, remindAt, isShown: shownAt !== null, item }];
  });
  return { reminders, settings: reminderSettings(session), feedPath: feedPath(session) };
}

/** Reminds of a thing once. Throws `reminder-in-the-past`. */
export function askReminder(
  session: Session,
  { itemKey, onDate, at }: Input<'reminders/ask'>,
): Record<string, never> {
  if (at <= session.clock.now()) throw new AppError('reminder-in-the-past');
  session.workspace.refresh((tx) =>
    keepReminder(tx, {
      itemKey,
      onDate,
      kind: 'asked',
      remindAt: at,
      shownAt: null,
      dismissedAt: null,
    }),
  );
  return {};
}

/** Puts a reminder away. */
export function putAwayReminder(
  session: Session,
  input: Input<'reminders/dismiss'>,
): Record<string, never> {
  const now = session.clock.now();
  session.workspace.refresh((tx) => dismissReminder(tx, input, now));
  return {};
}

/** Minute of the day by the computer's clock. */
function minuteOf(now: number): number {
  const date = new Date(now);
  return date.getHours() * 60 + date.getMinutes();
}

/**
 * What is to be shown now. Each reminder is marked as shown before it is given out, so that it comes once,
 * through restarts too. In quiet hours nothing is given out; it comes after them.
 */
export function takeDueNotices(session: Session): Notice[] {
  const settings = reminderSettings(session);
  const now = session.clock.now();
  const today = session.clock.today();
  const minute = minuteOf(now);
  if (!settings.isOn || isQuiet(settings, minute)) return [];

  const items = itemsOf(session, today);
  const rows = readReminders(readOf(session), addDays(today, -BACK_DAYS));
  const shown = new Set(
    rows.flatMap(({ kind, itemKey, onDate, shownAt }) =>
      kind === 'asked' || shownAt === null ? [] : [shownKey(kind, itemKey, onDate)],
    ),
  );
  const byKey = new Map(items.map((item) => [item.key, item]));
  const asked = rows.filter(
    (row) => row.kind === 'asked' && row.shownAt === null && row.remindAt <= now,
  );
  const ahead = aheadOf(
    items.filter(({ kind }) => REMINDED.includes(kind)),
    today,
    settings,
    shown,
  );
  const isDigest = isDigestDue(settings, today, minute, shown);

  const kept = (kind: ReminderRow['kind'], itemKey: string, onDate: string): ReminderRow => ({
    itemKey,
    onDate,
    kind,
    remindAt: now,
    shownAt: now,
    dismissedAt: null,
  });
  if (asked.length === 0 && ahead.length === 0 && !isDigest) return [];
  session.workspace.refresh((tx) => {
    for (const row of asked) keepReminder(tx, { ...row, shownAt: now });
    for (const { key, on } of ahead) keepReminder(tx, kept('ahead', key, on));
    if (isDigest) keepReminder(tx, kept('digest', 'day', today));
    forgetReminders(tx, addDays(today, -BACK_DAYS));
  });

  const remembered = asked.flatMap((row) => byKey.get(row.itemKey) ?? []);
  const apart = [...new Set([...remembered, ...ahead])];
  return [
    ...(isDigest ? digestOf(session, items, today) : []),
    ...(apart.length > MOST_APART
      ? [together(session, apart)]
      : apart.map((item) => noticeOf(session, item, today))),
  ];
}

function noticeOf(session: Session, item: DatedItem, today: string): Notice {
  const language = session.language();
  const t = translatorOf(language);
  return {
    title: item.client?.name ?? t.t(`deadlines:kind.${item.kind}`),
    body: t.t('deadlines:notice.item', {
      title: t.t(item.title.key, item.title.params),
      when: t.t(
        item.on < today
          ? 'deadlines:notice.overdue'
          : item.on === today
            ? 'deadlines:notice.today'
            : 'deadlines:notice.on',
        { on: item.on },
      ),
    }),
    link: item.link,
  };
}

function together(session: Session, items: readonly DatedItem[]): Notice {
  const language = session.language();
  const t = translatorOf(language);
  const names = items.slice(0, MOST_APART).map(({ title }) => t.t(title.key, title.params));
  return {
    title: t.t('deadlines:notice.many', { count: items.length }),
    body: formatList(language, names),
    link: '/deadlines',
  };
}

function digestOf(session: Session, items: readonly DatedItem[], today: string): Notice[] {
  const dueToday = items.filter(({ on }) => on === today).length;
  const overdue = items.filter(({ on }) => on < today).length;
  if (dueToday + overdue === 0) return [];
  const t = translatorOf(session.language());
  return [
    {
      title: t.t('deadlines:notice.digest', { count: dueToday }),
      body: overdue === 0 ? '' : t.t('deadlines:notice.digestOverdue', { count: overdue }),
      link: '/deadlines',
    },
  ];
}
