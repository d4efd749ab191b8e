import type { ReadDb } from '../read-db';

export type PersonRow = { id: string; name: string; code: string };
export type PayRateRow = {
  personId: string;
  validFrom: string;
  validTo: string | null;
  /** Base currency. */
  monthlyPayMinor: number;
  monthlyBenefitsMinor: number;
  availableSeconds: number;
};
export type BillRateRow = {
  personId: string;
  validFrom: string;
  validTo: string | null;
  hourPriceMinor: number;
  currency: string;
};
export type DatedRateRow = {
  kind: 'vat' | 'payroll-tax' | 'upsell-bonus' | 'ad-levy';
  validFrom: string;
  validTo: string | null;
  ratePpm: number;
};

/** People by id. */
export function readPeople(read: ReadDb): PersonRow[] {
  return read.all<PersonRow>('SELECT id, name, code FROM people ORDER BY id');
}

/** What people cost, all dates. */
export function readPayRates(read: ReadDb): PayRateRow[] {
  return read.all<PayRateRow>(
    `SELECT person_id AS personId, valid_from AS validFrom, valid_to AS validTo,
       monthly_pay_minor AS monthlyPayMinor, monthly_benefits_minor AS monthlyBenefitsMinor,
       available_s AS availableSeconds
     FROM pay_rates ORDER BY person_id, valid_from`,
  );
}

/** What people's hours are sold for, all dates. */
export function readBillRates(read: ReadDb): BillRateRow[] {
  return read.all<BillRateRow>(
    `SELECT person_id AS personId, valid_from AS validFrom, valid_to AS validTo,
       hour_price_minor AS hourPriceMinor, currency
     FROM bill_rates ORDER BY person_id, valid_from`,
  );
}

/** Tax and bonus rates of a country, all dates. */
export function readDatedRates(read: ReadDb, country: string): DatedRateRow[] {
  return read.all<DatedRateRow>(
    `SELECT kind, valid_from AS validFrom, valid_to AS validTo, rate_ppm AS ratePpm
     FROM dated_rates WHERE country = ? ORDER BY kind, valid_from`,
    country,
  );
}

export type OverheadRow = {
  id: string;
  fromOn: string;
  toOn: string;
  /** Base currency. */
  facilityCostMinor: number;
  totalSeconds: number | null;
  internalSeconds: number | null;
  internalHourCostMinor: number | null;
  clientSeconds: number | null;
};

/** Overhead of the agency, all periods. */
export function readOverheadPeriods(read: ReadDb): OverheadRow[] {
  return read.all<OverheadRow>(
    `SELECT id, from_on AS fromOn, to_on AS toOn, facility_cost_minor AS facilityCostMinor,
       total_s AS totalSeconds, internal_s AS internalSeconds,
       internal_hour_cost_minor AS internalHourCostMinor, client_s AS clientSeconds
     FROM overhead_periods ORDER BY from_on`,
  );
}

/** Seconds of the whole agency from a day to a day, and those on clients. */
export function readAgencySeconds(
  read: ReadDb,
  from: string,
  to: string,
): { totalSeconds: number; clientSeconds: number } {
  return (
    read.get<{ totalSeconds: number; clientSeconds: number }>(
      `SELECT COALESCE(SUM(duration_s), 0) AS totalSeconds,
         COALESCE(SUM(CASE WHEN kind <> 'internal' THEN duration_s ELSE 0 END), 0) AS clientSeconds
       FROM time_entries WHERE worked_on BETWEEN ? AND ?`,
      from,
      to,
    ) ?? { totalSeconds: 0, clientSeconds: 0 }
  );
}

/** Internal seconds by person and day. */
export function readInternalTime(
  read: ReadDb,
  from: string,
  to: string,
): { personId: string; workedOn: string; seconds: number }[] {
  return read.all(
    `SELECT person_id AS personId, worked_on AS workedOn, SUM(duration_s) AS seconds
     FROM time_entries WHERE worked_on BETWEEN ? AND ? AND kind = 'internal'
     GROUP BY person_id, worked_on ORDER BY person_id, worked_on`,
    from,
    to,
  );
}
