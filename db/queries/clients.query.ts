import type { ReadDb } from '../read-db';

/** The row of a client with all that its card holds. */
export type ClientCardRow = {
  id: string;
  revision: number;
  name: string;
  descriptor: string;
  mark: string;
  hue: number;
  country: 'RU' | 'LV' | 'OTHER';
  language: 'ru' | 'en' | 'lv';
  currency: string;
  legalName: string;
  address: string;
  inn: string | null;
  kpp: string | null;
  ogrn: string | null;
  bik: string | null;
  account: string | null;
  correspondentAccount: string | null;
  bankName: string | null;
  registrationNumber: string | null;
  vatNumber: string | null;
  iban: string | null;
  tier: 'A' | 'B' | 'C';
  managerId: string | null;
  deputyId: string | null;
  sinceOn: string | null;
  untilOn: string | null;
  paymentDays: number;
  creditLimitMinor: number | null;
  archivedAt: number | null;
  managerName: string | null;
  deputyName: string | null;
};

const CARD = `
  SELECT c.id, c.revision, c.name, c.descriptor, c.mark, c.hue, c.country, c.language, c.currency,
    c.legal_name AS legalName, c.address, c.inn, c.kpp, c.ogrn, c.bik, c.account,
    c.correspondent_account AS correspondentAccount, c.bank_name AS bankName,
    c.registration_number AS registrationNumber, c.vat_number AS vatNumber, c.iban, c.tier,
    c.manager_id AS managerId, c.deputy_id AS deputyId, c.since_on AS sinceOn, c.until_on AS untilOn,
    c.payment_days AS paymentDays, c.credit_limit_minor AS creditLimitMinor, c.archived_at AS archivedAt,
    m.name AS managerName, d.name AS deputyName
  FROM clients c LEFT JOIN people m ON m.id = c.manager_id LEFT JOIN people d ON d.id = c.deputy_id`;

/** One client, archived or not. */
export function readClientCard(read: ReadDb, clientId: string): ClientCardRow | undefined {
  return read.get<ClientCardRow>(`${CARD} WHERE c.id = ?`, clientId);
}

export type ClientListRow = {
  id: string;
  name: string;
  descriptor: string;
  mark: string;
  hue: number;
  tier: 'A' | 'B' | 'C';
  currency: string;
  legalName: string;
  managerName: string | null;
  contractEndsOn: string | null;
  archivedAt: number | null;
};

/** Clients by name; `archived` chooses those that were put away. */
export function readClientList(read: ReadDb, archived: boolean): ClientListRow[] {
  return read.all<ClientListRow>(
    `SELECT c.id, c.name, c.descriptor, c.mark, c.hue, c.tier, c.currency, c.legal_name AS legalName,
       m.name AS managerName, c.archived_at AS archivedAt,
       (SELECT MAX(k.ends_on) FROM contracts k WHERE k.client_id = c.id) AS contractEndsOn
     FROM clients c LEFT JOIN people m ON m.id = c.manager_id
     WHERE (c.archived_at IS NOT NULL) = ? ORDER BY c.name`,
    archived ? 1 : 0,
  );
}

export type ContactRow = {
  id: string;
  revision: number;
  name: string;
  position: string;
  phone: string | null;
  email: string | null;
};

/** People of the client, in the order they were added. */
export function readContacts(read: ReadDb, clientId: string): ContactRow[] {
  return read.all<ContactRow>(
    'SELECT id, revision, name, position, phone, email FROM contacts WHERE client_id = ? ORDER BY id',
    clientId,
  );
}

export type ContractRow = {
  id: string;
  revision: number;
  number: string;
  signedOn: string;
  endsOn: string | null;
  renewByOn: string | null;
};

/** The newest contract. */
export function readContract(read: ReadDb, clientId: string): ContractRow | undefined {
  return read.get<ContractRow>(
    `SELECT id, revision, number, signed_on AS signedOn, ends_on AS endsOn, renew_by_on AS renewByOn
     FROM contracts WHERE client_id = ? ORDER BY signed_on DESC, id DESC LIMIT 1`,
    clientId,
  );
}

/** Counts beside the tabs of a client. */
export function readClientCounts(
  read: ReadDb,
  clientId: string,
  asOf: string,
): { briefs: number; projects: number; overdueInvoices: number } {
  return (
    read.get(
      `SELECT
         (SELECT COUNT(*) FROM briefs WHERE client_id = :clientId AND archived_at IS NULL) AS briefs,
         (SELECT COUNT(*) FROM projects WHERE client_id = :clientId AND status = 'active') AS projects,
         (SELECT COUNT(*) FROM invoices i WHERE i.client_id = :clientId AND i.cancelled_at IS NULL AND i.due_on < :asOf
            AND i.gross_minor > COALESCE((SELECT SUM(amount_minor) FROM payment_allocations WHERE invoice_id = i.id), 0)) AS overdueInvoices`,
      { clientId, asOf },
    ) ?? { briefs: 0, projects: 0, overdueInvoices: 0 }
  );
}

export type InvoiceQueryRow = {
  id: string;
  revision: number;
  clientId: string;
  clientName: string;
  number: string;
  issuedOn: string;
  dueOn: string;
  currency: string;
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
  paidMinor: number;
  cancelledAt: number | null;
};

const INVOICE = `
  SELECT i.id, i.revision, i.client_id AS clientId, c.name AS clientName, i.number, i.issued_on AS issuedOn,
    i.due_on AS dueOn, i.currency, i.net_minor AS netMinor, i.vat_minor AS vatMinor, i.gross_minor AS grossMinor,
    COALESCE((SELECT SUM(a.amount_minor) FROM payment_allocations a JOIN payments p ON p.id = a.payment_id
      WHERE a.invoice_id = i.id AND p.paid_on <= :asOf), 0) AS paidMinor,
    i.cancelled_at AS cancelledAt
  FROM invoices i JOIN clients c ON c.id = i.client_id`;

/** A client's documents issued on or before a date, newest first, with what was paid on them by then. */
export function readClientInvoices(
  read: ReadDb,
  clientId: string,
  asOf: string,
): InvoiceQueryRow[] {
  return read.all<InvoiceQueryRow>(
    `${INVOICE} WHERE i.client_id = :clientId AND i.issued_on <= :asOf ORDER BY i.issued_on DESC, i.number DESC`,
    { clientId, asOf },
  );
}

/** Documents with something left to pay on a date, oldest due first; of one client, or of all that are not archived. */
export function readOpenInvoices(
  read: ReadDb,
  clientId: string | null,
  asOf: string,
): InvoiceQueryRow[] {
  return read
    .all<InvoiceQueryRow>(
      `${INVOICE} WHERE i.cancelled_at IS NULL AND i.issued_on <= :asOf
         AND (:clientId IS NULL AND c.archived_at IS NULL OR i.client_id = :clientId) ORDER BY i.due_on, i.number`,
      { clientId, asOf },
    )
    .filter((row) => row.grossMinor > row.paidMinor);
}

export type ClientPaymentRow = {
  id: string;
  revision: number;
  paidOn: string;
  amountMinor: number;
  allocatedMinor: number;
  purpose: string;
  counterpartyName: string;
};

/** Money received from a client, newest first. */
export function readClientPayments(
  read: ReadDb,
  clientId: string,
  asOf: string,
): ClientPaymentRow[] {
  return read.all<ClientPaymentRow>(
    `SELECT p.id, p.revision, p.paid_on AS paidOn, p.amount_minor AS amountMinor, p.purpose,
       p.counterparty_name AS counterpartyName,
       COALESCE((SELECT SUM(a.amount_minor) FROM payment_allocations a WHERE a.payment_id = p.id), 0) AS allocatedMinor
     FROM payments p WHERE p.client_id = ? AND p.direction = 'in' AND p.paid_on <= ? ORDER BY p.paid_on DESC, p.id DESC`,
    clientId,
    asOf,
  );
}
