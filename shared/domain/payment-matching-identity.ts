import { nameFit } from './payment-matching-names';
import {
  compare,
  type MatchClient,
  type MatchPayment,
  type MatchReason,
  type PayerHistory,
  reason,
} from './payment-matching-types';

/** Clients a tax number belongs to; several where one legal entity is run as several clients. */
export function ownersOfTaxId(
  taxId: string | null,
  clients: readonly MatchClient[],
): readonly MatchClient[] {
  if (taxId === null || taxId === '') return [];
  return clients.filter((client) => client.taxIds.some((id) => sameTaxId(id, taxId)));
}

/** Latvian VAT numbers are the registration number behind `LV`. */
function foldTaxId(id: string): string {
  return id
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '')
    .replace(/^LV(?=\d{11}$)/, '');
}

function sameTaxId(a: string, b: string | null): boolean {
  return b !== null && foldTaxId(a) !== '' && foldTaxId(a) === foldTaxId(b);
}

function foldAccount(account: string): string {
  return account.toUpperCase().replace(/[^\dA-Z]/g, '');
}

/** Whether earlier payments were made by the payer of this one: by tax number, else by account. */
export function isPayer(past: PayerHistory, payment: MatchPayment): boolean {
  if (past.taxId !== null && payment.payerTaxId !== null) {
    return sameTaxId(past.taxId, payment.payerTaxId);
  }
  return (
    past.account !== null &&
    payment.payerAccount !== null &&
    foldAccount(past.account) === foldAccount(payment.payerAccount)
  );
}

/**
 * What says that a payment comes from a client, strongest evidence only, and what speaks against it:
 * a tax number that belongs to another client or to nobody known.
 */
export function identityReasons(
  payment: MatchPayment,
  client: MatchClient,
  known: readonly PayerHistory[],
  innOwners: readonly MatchClient[],
): readonly MatchReason[] {
  const inn = payment.payerTaxId ?? '';
  if (innOwners.some((owner) => owner.id === client.id)) return [reason('inn', 45, { inn })];
  const account = payment.payerAccount;
  if (
    account !== null &&
    client.accounts.some((own) => foldAccount(own) === foldAccount(account))
  ) {
    return [reason('account', 40, { account }), ...foreignInn(inn, innOwners)];
  }
  const payments = known.reduce((sum, past) => sum + past.payments, 0);
  if (payments > 0) return [reason('history', 35, { payments }), ...foreignInn(inn, innOwners)];

  const foreign = foreignInn(inn, innOwners);
  const fits = payment.payerName
    ? [nameFit(client.legalName, payment.payerName), nameFit(client.name, payment.payerName)]
    : [];
  if (fits.includes('equal')) return [reason('name-equal', 30), ...foreign];
  if (fits.includes('similar')) return [reason('name-similar', 20), ...foreign];
  // Somebody else pays for the client, or it is another payer altogether.
  if (foreign.length === 0 && inn !== '' && client.taxIds.length > 0) {
    return [reason('inn-unknown', -10, { inn })];
  }
  return foreign;
}

function foreignInn(inn: string, innOwners: readonly MatchClient[]): readonly MatchReason[] {
  const owner = [...innOwners].sort((a, b) => compare(a.id, b.id))[0];
  return owner ? [reason('inn-other', -30, { inn, owner: owner.name })] : [];
}
