import iconv from 'iconv-lite';
import type { ReadDb } from '../../db/read-db';
import { addClient } from '../../db/repositories/clients.repo';
import { issueInvoice } from '../../db/repositories/invoices.repo';
import type { Workspace } from '../../db/workspace';
import type { Session } from '../../electron/services/session';
import { action, newWorkspace } from '../helpers/db-workspace';
import { type DocumentInput, statement } from '../unit/domain/bank-1c-fixtures';

/** A session over an empty workspace, today being 24 November 2026. */
export function importSession(workspace: Workspace = newWorkspace()): Session {
  let now = Date.UTC(2026, 10, 24, 9);
  return {
    workspace,
    clock: {
      today: () => '2026-11-24',
      now: () => {
        now += 1;
        return now;
      },
    },
    language: () => 'ru',
    actor: 'tester',
  };
}

export function payingClient(
  workspace: Workspace,
  fields: { name: string; legalName: string; inn: string },
): string {
  return workspace.write(action(), (tx) =>
    addClient(tx, {
      ...fields,
      country: 'RU',
      language: 'ru',
      currency: 'RUB',
      tier: 'A',
    }),
  );
}

export function openInvoice(
  workspace: Workspace,
  fields: {
    clientId: string;
    number: string;
    amountMinor: number;
    issuedOn?: string;
    dueOn?: string;
  },
): string {
  const { amountMinor, issuedOn = '2026-11-01', dueOn = '2026-11-20', ...rest } = fields;
  return workspace.write(action(), (tx) =>
    issueInvoice(tx, {
      ...rest,
      issuedOn,
      dueOn,
      currency: 'RUB',
      vatMode: 'included',
      lines: [{ title: 'Ведение рекламы', amountMinor, vatPpm: null }],
    }),
  );
}

export function statementBytes(documents: readonly DocumentInput[]): Uint8Array {
  return iconv.encode(statement(documents), 'win1251');
}

/** Everything an import may touch, in one comparable text; revisions rise with undo too. */
export function booksDump(read: ReadDb): string {
  const withoutRevision = (key: string, value: unknown) => (key === 'revision' ? undefined : value);
  return JSON.stringify(
    ['own_accounts', 'payments', 'payment_allocations', 'imports', 'invoices', 'clients'].map(
      (table) => read.all(`SELECT * FROM ${table} ORDER BY id`),
    ),
    withoutRevision,
  );
}

export function count(read: ReadDb, table: string): number {
  return read.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}
