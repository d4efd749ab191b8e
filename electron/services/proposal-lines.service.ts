import type { ReadDb } from '../../db/read-db';
import {
  addProposalLine,
  amendProposal,
  amendProposalLine,
  findProposalLine,
  LINE_STEP,
  listProposalLines,
  type ProposalLineRow,
  type ProposalRow,
  removeProposalLine,
} from '../../db/repositories/proposals.repo';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import {
  type ProposalLineFields,
  proposalLineFieldsSchema,
} from '../../shared/contract/proposals.contract';
import { RateBook } from './figures/rate-book';
import { settlePackages, writePackages } from './proposals/package-choice';
import { reckonProposal } from './proposals/proposal-model';
import { proposalLabel, requireDraftProposal } from './proposals.service';
import { act, readOf, type Session } from './session';

type Done = { id: string };
type StoredFields = Omit<
  ProposalLineRow,
  'id' | 'proposalId' | 'originId' | 'position' | 'revision'
>;

const EMPTY: ProposalLineFields = {
  groupName: '',
  kind: 'work',
  title: '',
  role: '',
  personId: null,
  vendor: '',
  quantity: '1',
  unit: '',
  unitPriceMinor: 0,
  unitCostMinor: 0,
  markupPpm: 0,
  commissionPpm: null,
  commissionBasis: null,
  hoursSeconds: 0,
  startsOn: null,
  endsOn: null,
  isOption: false,
  package: '',
  chosen: true,
  note: '',
};

/** A patch as it is meant: what goes into a package is chosen with it, what becomes an option leaves it. */
function meant(patch: Partial<ProposalLineFields>): Partial<ProposalLineFields> {
  if (patch.package !== undefined && patch.package !== '') return { ...patch, isOption: true };
  if (patch.package === '') return { isOption: false, chosen: true, ...patch };
  return patch.isOption === undefined ? patch : { ...patch, package: '' };
}

/** Fields that fit together: a commission has terms, what is no option is chosen. */
function stored(fields: ProposalLineFields): StoredFields {
  const { startsOn, endsOn } = fields;
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) {
    throw new AppError('period-invalid', { from: startsOn, to: endsOn });
  }
  const isCommission = fields.kind === 'commission';
  return {
    ...fields,
    commissionPpm: isCommission ? (fields.commissionPpm ?? 0) : null,
    commissionBasis: isCommission ? (fields.commissionBasis ?? 'on-top') : null,
    isOption: fields.isOption ? 'yes' : 'no',
    package: fields.isOption ? fields.package : '',
    chosen: !fields.isOption || fields.chosen ? 'yes' : 'no',
  };
}

function fieldsOf(row: ProposalLineRow): ProposalLineFields {
  const flags = { isOption: row.isOption === 'yes', chosen: row.chosen === 'yes' };
  return proposalLineFieldsSchema.parse({ ...row, ...flags });
}

function requireLine(read: ReadDb, id: string): { line: ProposalLineRow; proposal: ProposalRow } {
  const line = findProposalLine(read, id);
  if (line === undefined) throw new AppError('row-not-found');
  return { line, proposal: requireDraftProposal(read, line.proposalId) };
}

/** Reckons the lines as they will be, so that what cannot be reckoned is refused before it is written. */
function assertReckons(read: ReadDb, proposal: ProposalRow, lines: ProposalLineRow[]): void {
  reckonProposal(read, proposal, lines, new RateBook(read));
}

function touch(tx: WriteDb, session: Session, proposal: ProposalRow): void {
  amendProposal(tx, proposal.id, { editedAt: session.clock.now() });
}

/** Positions for `count` lines after a line; null asks for all lines to be numbered anew first. */
function positionsAfter(
  lines: readonly ProposalLineRow[],
  afterId: string | null,
  count: number,
): number[] | null {
  const index = afterId === null ? -1 : lines.findIndex((line) => line.id === afterId);
  if (afterId !== null && index === -1) throw new AppError('row-not-found');
  const before = lines[index]?.position ?? 0;
  const next = lines[index + 1]?.position ?? before + LINE_STEP * (count + 1);
  const step = Math.floor((next - before) / (count + 1));
  if (step < 1) return null;
  return Array.from({ length: count }, (_, at) => before + step * (at + 1));
}

/** As {@link positionsAfter}, making room where there is none. */
function makeRoom(
  tx: WriteDb,
  proposalId: string,
  afterId: string | null,
  count: number,
  except: string | null = null,
): number[] {
  const others = () => listProposalLines(tx, proposalId).filter((line) => line.id !== except);
  const found = positionsAfter(others(), afterId, count);
  if (found !== null) return found;
  others().forEach((line, at) => {
    amendProposalLine(tx, line.id, { position: (at + 1) * LINE_STEP * (count + 1) });
  });
  return positionsAfter(others(), afterId, count) ?? [];
}

/** Adds lines after another, as one action. Throws what reckoning them throws. */
export function addProposalLines(
  session: Session,
  { proposalId, afterId, lines }: Input<'proposals/add-lines'>,
): Output<'proposals/add-lines'> {
  const read = readOf(session);
  const proposal = requireDraftProposal(read, proposalId);
  const existing = listProposalLines(read, proposalId);
  const group = existing.find((line) => line.id === afterId)?.groupName ?? '';
  const added = lines.map((line) => {
    const given = Object.fromEntries(
      Object.entries(line).filter(([, value]) => value !== undefined),
    );
    return stored({ ...EMPTY, groupName: group, ...meant(given) });
  });
  const after = settlePackages(
    [
      ...existing,
      ...added.map((fields, at) => ({
        ...fields,
        id: `new-${at}`,
        originId: `new-${at}`,
        proposalId,
        position: 0,
        revision: 1,
      })),
    ],
    null,
  );
  assertReckons(read, proposal, after);
  return act(
    session,
    'add-proposal-lines',
    { ...proposalLabel(proposal), count: lines.length },
    (tx) => {
      const positions = makeRoom(tx, proposalId, afterId, lines.length);
      const ids = added.map((fields, at) =>
        addProposalLine(tx, { ...fields, proposalId, position: positions[at] ?? 0 }),
      );
      writePackages(tx, proposalId, null);
      touch(tx, session, proposal);
      return { ids };
    },
  );
}

/** Changes a line. Taking a line of a package takes the whole package and leaves the others. */
export function amendProposalLineFields(
  session: Session,
  { id, revision, patch }: Input<'proposals/amend-line'>,
): Done {
  const read = readOf(session);
  const { line, proposal } = requireLine(read, id);
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  const next = stored({ ...fieldsOf(line), ...meant(given) });
  const preferred = given['chosen'] === true && next.package !== '' ? next.package : null;
  const lines = listProposalLines(read, proposal.id).map((other) =>
    other.id === id ? { ...line, ...next } : other,
  );
  const after = settlePackages(lines, preferred);
  assertReckons(read, proposal, after);
  const continues = `proposal-line/${id}/${Object.keys(given).join()}`;
  act(
    session,
    'amend-proposal-line',
    { ...proposalLabel(proposal), line: next.title },
    (tx) => {
      amendProposalLine(tx, id, next, revision);
      writePackages(tx, proposal.id, preferred);
      touch(tx, session, proposal);
    },
    continues,
  );
  return { id };
}

/** Puts a line after another, into a group. */
export function moveProposalLine(
  session: Session,
  { id, afterId, groupName }: Input<'proposals/move-line'>,
): Done {
  const { line, proposal } = requireLine(readOf(session), id);
  if (afterId === id) return { id };
  act(session, 'move-proposal-line', { ...proposalLabel(proposal), line: line.title }, (tx) => {
    const [position = line.position] = makeRoom(tx, proposal.id, afterId, 1, id);
    amendProposalLine(tx, id, { position, groupName });
    touch(tx, session, proposal);
  });
  return { id };
}

/** Removes lines of one proposal, as one action. */
export function removeProposalLines(
  session: Session,
  { ids }: Input<'proposals/remove-lines'>,
): Done {
  const read = readOf(session);
  const found = ids.map((id) => requireLine(read, id));
  const proposal = found[0]?.proposal;
  if (proposal === undefined || found.some((each) => each.proposal.id !== proposal.id)) {
    throw new AppError('row-not-found');
  }
  act(session, 'remove-proposal-lines', { ...proposalLabel(proposal), count: ids.length }, (tx) => {
    for (const id of ids) removeProposalLine(tx, id);
    writePackages(tx, proposal.id, null);
    touch(tx, session, proposal);
  });
  return { id: proposal.id };
}
