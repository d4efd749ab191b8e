import { z } from 'zod';
import { AppError } from '../../contract/app-error';
import {
  type IncomingComment,
  type IncomingPoint,
  type IncomingTask,
  localDayOf,
  type MovingIn,
  type MovingInProblem,
  statusOfWords,
} from './incoming';

/** Trello gives out no more actions than this: older comments are not in the file. */
const MOST_ACTIONS = 1000;

const instant = z.string().nullish();
const card = z.object({
  id: z.string().min(1),
  name: z.string(),
  desc: z.string().nullish(),
  idList: z.string(),
  closed: z.boolean().nullish(),
  due: instant,
  dueComplete: z.boolean().nullish(),
  start: instant,
  dateLastActivity: instant,
  pos: z.number().nullish(),
  idLabels: z.array(z.string()).nullish(),
  idMembers: z.array(z.string()).nullish(),
});
const point = z.object({
  name: z.string(),
  state: z.string().nullish(),
  pos: z.number().nullish(),
});
const boardSchema = z.object({
  name: z.string(),
  cards: z.array(card),
  lists: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      closed: z.boolean().nullish(),
      pos: z.number().nullish(),
    }),
  ),
  labels: z
    .array(z.object({ id: z.string(), name: z.string().nullish(), color: z.string().nullish() }))
    .nullish(),
  members: z
    .array(
      z.object({ id: z.string(), fullName: z.string().nullish(), username: z.string().nullish() }),
    )
    .nullish(),
  checklists: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        idCard: z.string(),
        pos: z.number().nullish(),
        checkItems: z.array(point).nullish(),
      }),
    )
    .nullish(),
  actions: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        date: z.string().nullish(),
        data: z
          .object({
            text: z.string().nullish(),
            card: z.object({ id: z.string() }).nullish(),
          })
          .nullish(),
        memberCreator: z
          .object({ fullName: z.string().nullish(), username: z.string().nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});

type Board = z.infer<typeof boardSchema>;

const byPosition = (a: { pos?: number | null | undefined }, b: typeof a): number =>
  (a.pos ?? 0) - (b.pos ?? 0);

/** UTC ms of what the file states as an instant; null where it states none. */
function atOf(text: string | null | undefined): number | null {
  const at = text === null || text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** A Trello id begins with the second in which it was made, in eight hexadecimal digits. */
export function createdAtOf(id: string): number | null {
  const head = /^[0-9a-f]{8}/i.exec(id)?.[0];
  return head === undefined ? null : Number.parseInt(head, 16) * 1000;
}

/**
 * Reads a board given out as JSON. Archived cards, and those of archived lists, stay archived; days are
 * those of this computer's zone. Throws `trello-not-json` for what is no JSON or was cut off, and
 * `trello-lookalike` for JSON that is no board.
 */
export function parseTrello(text: string): MovingIn {
  const board = readBoard(text);
  const lists = new Map(board.lists.map((list) => [list.id, list]));
  const order = new Map([...board.lists].sort(byPosition).map((list, index) => [list.id, index]));
  const cards = [...board.cards].sort(
    (a, b) => (order.get(a.idList) ?? 0) - (order.get(b.idList) ?? 0) || byPosition(a, b),
  );
  const labels = new Map(
    (board.labels ?? []).map(({ id, name, color }) => [id, name?.trim() || color || '']),
  );
  const members = new Map(
    (board.members ?? []).map(({ id, fullName, username }) => [id, fullName || username || id]),
  );
  const points = pointsByCard(board);
  const comments = commentsByCard(board);
  const refused: MovingIn['refused'][number][] = [];
  const warnings: MovingInProblem[] = [];
  if ((board.actions ?? []).length >= MOST_ACTIONS) {
    warnings.push({
      line: 1,
      field: 'actions',
      code: 'task-comments-capped',
      params: { count: MOST_ACTIONS },
    });
  }
  const seen = new Map<string, number>();
  const tasks = cards.flatMap((one, index): IncomingTask[] => {
    const line = index + 1;
    const earlier = seen.get(one.id);
    seen.set(one.id, line);
    if (earlier !== undefined) {
      const params = { other: earlier };
      refused.push({ line, field: 'id', code: 'row-restated', params, state: 'refused' });
      return [];
    }
    if (one.name.trim() === '') {
      refused.push({
        line,
        field: 'name',
        code: 'task-title-missing',
        params: {},
        state: 'refused',
      });
      return [];
    }
    const list = lists.get(one.idList);
    const dueAt = atOf(one.due);
    const startAt = atOf(one.start);
    const dueOn = dueAt === null ? null : localDayOf(dueAt);
    const startOn = startAt === null ? null : localDayOf(startAt);
    const isBackwards = startOn !== null && dueOn !== null && startOn > dueOn;
    if (isBackwards) {
      const params = { title: one.name, start: startOn, due: dueOn };
      warnings.push({ line, field: 'start', code: 'task-start-after-due', params });
    }
    const status = one.dueComplete === true ? 'done' : statusOfWords(list?.name ?? '');
    const lastAt = atOf(one.dateLastActivity) ?? dueAt ?? createdAtOf(one.id);
    return [
      {
        line,
        key: one.id,
        title: one.name.trim(),
        description: one.desc ?? '',
        stage: list?.name ?? '',
        status,
        isArchived: one.closed === true || list?.closed === true,
        startOn: isBackwards ? null : startOn,
        dueOn,
        doneOn: status === 'done' && lastAt !== null ? localDayOf(lastAt) : null,
        createdAt: createdAtOf(one.id),
        labels: named(one.idLabels, labels),
        people: named(one.idMembers, members),
        project: '',
        client: '',
        points: points.get(one.id) ?? [],
        comments: comments.get(one.id) ?? [],
      },
    ];
  });
  return { source: 'trello', title: board.name, tasks, refused, warnings };
}

function readBoard(text: string): Board {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new AppError('trello-not-json');
  }
  const board = boardSchema.safeParse(content);
  if (!board.success) throw new AppError('trello-lookalike');
  return board.data;
}

function named(
  ids: readonly string[] | null | undefined,
  names: ReadonlyMap<string, string>,
): string[] {
  const found = (ids ?? []).flatMap((id) => names.get(id) ?? []);
  return [...new Set(found.filter((name) => name !== ''))];
}

function pointsByCard(board: Board): Map<string, IncomingPoint[]> {
  const points = new Map<string, IncomingPoint[]>();
  const lists = [...(board.checklists ?? [])].sort(byPosition);
  for (const list of lists) {
    const isOnly = lists.filter(({ idCard }) => idCard === list.idCard).length === 1;
    const prefix = isOnly || !list.name?.trim() ? '' : `${list.name.trim()}: `;
    const own = [...(list.checkItems ?? [])]
      .sort(byPosition)
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, state }) => ({
        title: `${prefix}${name.trim()}`,
        isDone: state === 'complete',
      }));
    points.set(list.idCard, [...(points.get(list.idCard) ?? []), ...own]);
  }
  return points;
}

function commentsByCard(board: Board): Map<string, IncomingComment[]> {
  const comments = new Map<string, IncomingComment[]>();
  // The newest stands first in the file.
  for (const action of [...(board.actions ?? [])].reverse()) {
    const cardId = action.data?.card?.id;
    const body = action.data?.text?.trim() ?? '';
    const isComment = action.type === 'commentCard' || action.type === 'copyCommentCard';
    if (!isComment || cardId === undefined || body === '') continue;
    const own = comments.get(cardId) ?? [];
    own.push({
      key: action.id,
      author: action.memberCreator?.fullName || action.memberCreator?.username || '',
      body,
      saidAt: atOf(action.date) ?? createdAtOf(action.id) ?? 0,
    });
    comments.set(cardId, own);
  }
  return comments;
}
