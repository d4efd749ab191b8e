import { agency, datedRates } from '../schema/agency.schema';
import { people } from '../schema/people.schema';
import type { WriteDb } from '../write-db';

type FirstRate = {
  kind: 'vat' | 'payroll-tax' | 'ad-levy';
  validFrom: string;
  validTo: string | null;
  ratePpm: number;
};

/**
 * Tax rates a new workspace starts with; dated settings from then on.
 * Russia: НДС 20 % and, from 2026-01-01, 22 % (425-ФЗ); insurance contributions 30 % (НК РФ, 425);
 * ad levy 3 % from 2025-04-01. Latvia: PVN 21 %; employer's social contribution 23.59 %.
 */
const FIRST_RATES: Record<'RU' | 'LV', readonly FirstRate[]> = {
  RU: [
    { kind: 'vat', validFrom: '2019-01-01', validTo: '2025-12-31', ratePpm: 200_000 },
    { kind: 'vat', validFrom: '2026-01-01', validTo: null, ratePpm: 220_000 },
    { kind: 'payroll-tax', validFrom: '2023-01-01', validTo: null, ratePpm: 300_000 },
    { kind: 'ad-levy', validFrom: '2025-04-01', validTo: null, ratePpm: 30_000 },
  ],
  LV: [
    { kind: 'vat', validFrom: '2012-07-01', validTo: null, ratePpm: 210_000 },
    { kind: 'payroll-tax', validFrom: '2021-01-01', validTo: null, ratePpm: 235_900 },
  ],
};

const BASE_CURRENCY = { RU: 'RUB', LV: 'EUR' } as const;

export type Founding = {
  agencyName: string;
  country: 'RU' | 'LV';
  city: string;
  language: 'ru' | 'en' | 'lv';
  userName: string;
  userRole: 'manager' | 'lead';
};

/** Puts the agency, its first person and the country's tax rates into an empty workspace. */
export function foundAgency(tx: WriteDb, answers: Founding): void {
  const userId = tx.newId();
  tx.insert(people, {
    id: userId,
    name: answers.userName,
    code: answers.userRole === 'lead' ? 'LEAD' : 'AM',
    role: '',
    managesClients: answers.userRole === 'manager' ? 'yes' : 'no',
  });
  tx.insert(agency, {
    id: 'agency',
    name: answers.agencyName,
    city: answers.city,
    country: answers.country,
    baseCurrency: BASE_CURRENCY[answers.country],
    language: answers.language,
    userId,
    userRole: answers.userRole,
  });
  for (const rate of FIRST_RATES[answers.country]) {
    tx.insert(datedRates, { id: tx.newId(), country: answers.country, ...rate });
  }
}
