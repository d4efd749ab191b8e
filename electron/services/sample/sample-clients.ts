import { addDays, addMonths } from '../../../shared/domain/dates';
import type { ClientSpec } from './sample-client-spec';
import { CONTACTS } from './sample-contacts';
import { monthAt, type SampleClient, type SampleContext, toMinor } from './sample-context';
import { LARGER_CLIENTS } from './sample-larger-clients';
import { latvianRequisites, russianRequisites } from './sample-requisites';
import { SMALLER_CLIENTS } from './sample-smaller-clients';

/** Days from today on which a contract ends, where it is part of the story; others end later. */
const ENDS_IN_DAYS: Readonly<Record<string, { end: number; renew: number }>> = {
  svetloyar: { end: 18, renew: 4 },
  verba: { end: 128, renew: 98 },
};

const NO_RUSSIAN = {
  inn: null,
  kpp: null,
  ogrn: null,
  bik: null,
  account: null,
  correspondent_account: null,
} as const;
const NO_LATVIAN = { registration_number: null, vat_number: null, iban: null } as const;

function requisitesOf(spec: ClientSpec, index: number) {
  if (spec.country === 'LV') return { ...NO_RUSSIAN, ...latvianRequisites('4020399117') };
  const requisites = russianRequisites(index + 11);
  return { ...requisites, ...NO_LATVIAN };
}

/** Clients with their contacts and contracts. */
export function addClients(context: SampleContext): SampleClient[] {
  return [...LARGER_CLIENTS, ...SMALLER_CLIENTS].map((spec, index) =>
    addClient(context, spec, index),
  );
}

function addClient(context: SampleContext, spec: ClientSpec, index: number): SampleClient {
  const { sink, makeId, people } = context;
  const sinceOn = `${monthAt(context, -spec.sinceMonths)}-01`;
  const id = makeId(sinceOn);
  const requisites = requisitesOf(spec, index);
  sink.add('clients', {
    id,
    name: spec.name,
    descriptor: spec.descriptor,
    mark: spec.mark,
    hue: spec.hue,
    country: spec.country,
    language: spec.language,
    currency: spec.currency,
    legal_name: spec.legalName,
    address: spec.address,
    ...requisites,
    tier: spec.tier,
    manager_id: people.get(spec.manager) ?? null,
    deputy_id: people.get(spec.manager === 'AM1' ? 'AM2' : 'AM1') ?? null,
    since_on: sinceOn,
    until_on: null,
    lost_reason: null,
    payment_days: spec.paymentDays,
    credit_limit_minor: spec.creditLimit === null ? null : toMinor(spec.creditLimit),
    search_text: searchText(spec, requisites.inn ?? requisites.registration_number ?? ''),
    archived_at: null,
    revision: 1,
  });
  const contactIds = (CONTACTS[spec.key] ?? []).map((contact, position) => {
    const contactId = makeId(sinceOn);
    sink.add('contacts', {
      id: contactId,
      client_id: id,
      name: contact.name,
      position: contact.position,
      phone: contact.phone,
      email: contact.email,
      approves_briefs: position === 0 ? 'yes' : 'no',
      revision: 1,
    });
    return contactId;
  });
  return {
    spec,
    id,
    index,
    months: context.months.filter((month) => month.offset >= -spec.sinceMonths),
    ...addContract(context, spec, id, index),
    contactIds,
  };
}

function addContract(
  context: SampleContext,
  spec: ClientSpec,
  clientId: string,
  index: number,
): { contractId: string; contractNumber: string } {
  const { sink, makeId, today } = context;
  const story = ENDS_IN_DAYS[spec.key];
  const month = addMonths(today.slice(0, 7), 4 + ((index * 5) % 11));
  // A third of the contracts runs on until one side ends it.
  const isOpenEnded = story === undefined && index % 3 === 2;
  const endsOn = story === undefined ? addDays(`${month}-01`, -1) : addDays(today, story.end);
  const renewBy = story === undefined ? addDays(endsOn, -30) : addDays(today, story.renew);
  const signedOn = addDays(
    `${monthAt(context, -Math.min(spec.sinceMonths, 11 + index))}-01`,
    index % 5,
  );
  const id = makeId(signedOn);
  const contractNumber = `${12 + index * 3}/${signedOn.slice(2, 4)}`;
  sink.add('contracts', {
    id,
    client_id: clientId,
    number: contractNumber,
    signed_on: signedOn,
    ends_on: isOpenEnded ? null : endsOn,
    renew_by_on: isOpenEnded ? null : renewBy,
    revision: 1,
  });
  return { contractId: id, contractNumber };
}

/** Folded as the search folds what is typed: lower case, ё as е. */
function searchText(spec: ClientSpec, number: string): string {
  return [spec.name, spec.descriptor, spec.legalName, number]
    .join(' ')
    .toLowerCase()
    .replaceAll('ё', 'е');
}
