import type { PlainDate } from '../dates';
import type { TaskStatus } from '../work/task-status';

/** What could not be read as it stands, for the sentence of its code. */
export interface MovingInProblem {
  /** Line of the file, from 1; for a board the number of the card. */
  readonly line: number;
  readonly field: string;
  readonly code:
    | 'task-title-missing'
    | 'task-start-after-due'
    | 'task-person-unknown'
    | 'task-client-unknown'
    | 'task-comments-capped'
    | 'date-unreadable'
    | 'date-unsure'
    | 'row-restated';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface IncomingPoint {
  readonly title: string;
  readonly isDone: boolean;
}

export interface IncomingComment {
  readonly key: string;
  readonly author: string;
  readonly body: string;
  /** UTC ms. */
  readonly saidAt: number;
}

/** A task as another tool has it. */
export interface IncomingTask {
  readonly line: number;
  /** What the other tool knows it by: the same in every file it gives out. */
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** The other tool's own word for where it stands. */
  readonly stage: string;
  readonly status: TaskStatus;
  readonly isArchived: boolean;
  readonly startOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** Day on which it was finished; null where it is open or the file does not say. */
  readonly doneOn: PlainDate | null;
  /** UTC ms; null where the file does not say. */
  readonly createdAt: number | null;
  readonly labels: readonly string[];
  /** Names or addresses of those who do it. */
  readonly people: readonly string[];
  readonly project: string;
  readonly client: string;
  readonly points: readonly IncomingPoint[];
  readonly comments: readonly IncomingComment[];
}

/** Everything read from a file of another tool. */
export interface MovingIn {
  /** Names the tool in the keys; never changes. */
  readonly source: 'trello' | 'jira' | 'asana' | 'bitrix24' | 'notion' | 'csv';
  readonly title: string;
  readonly tasks: readonly IncomingTask[];
  /** Rows that cannot be taken over. */
  readonly refused: readonly (MovingInProblem & { readonly state: 'refused' | 'undecided' })[];
  readonly warnings: readonly MovingInProblem[];
}

/** Words of list and status names by what they mean; the first that is found counts. */
const STATUS_WORDS: readonly (readonly [TaskStatus, RegExp])[] = [
  ['rework', /rework|changes requested|доработ|переделат|правк|labojum|pārstrād/],
  ['client-review', /client|approval|customer|клиент|заказчик|согласован|утвержд|klient|saskaņo/],
  ['backlog', /backlog|icebox|idea|someday|идеи|идея|бэклог|беклог|когда-нибудь|копилка|idejas/],
  // «Не готово», «Not done» and «To do» hold the words of the finished ones.
  ['ready', /not (done|started)|to.?do|не (готов|начат|сделан|выполн)|nav (sākt|pabeigt)/],
  ['review', /review|qa\b|test|check|провер|тест|ревью|контрол|pārbaud/],
  ['in-work', /doing|progress|working|active|в работе|делаем|выполняется|процесс|darbā|procesā/],
  [
    'done',
    /\bdone\b|complete|closed|resolved|released|готов|сделан(?!и)|выполнен(?!и)|заверш|закрыт|pabeigt|gatav|izpildīt|slēgt/,
  ],
  [
    'ready',
    /next|ready|planned|open|new|queue|к выполнению|надо|сделать|очеред|план|нов|ждёт|ожида|darāms|jāpaveic|plānot|jauns/,
  ],
];

/** The column of the board that another tool's word for a status means; the backlog where it says nothing. */
export function statusOfWords(words: string): TaskStatus {
  const text = words.trim().toLowerCase();
  return STATUS_WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'backlog';
}

/** Calendar date of an instant in the zone of this computer. */
export function localDayOf(at: number): PlainDate {
  const date = new Date(at);
  const part = (value: number, length: number) => String(value).padStart(length, '0');
  return `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1, 2)}-${part(date.getDate(), 2)}`;
}
