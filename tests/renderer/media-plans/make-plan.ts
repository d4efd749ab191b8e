import type { Plan } from '../../../shared/contract/media-plans.contract';
import { columnsOfPeriod } from '../../../shared/domain/media-plan-columns';
import { sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import { reckonSheet, subtotalOf } from '../../../shared/domain/media-plan-sheet';

export type PlanLineSpec = { id: string } & Partial<Plan['lines'][number]>;

const period = { from: '2026-12-01', to: '2026-12-31' };

function lineOf(spec: PlanLineSpec, position: number): Plan['lines'][number] {
  return {
    revision: 1,
    originId: spec.id,
    position,
    groupName: '',
    channel: '',
    placement: '',
    format: '',
    geo: '',
    audience: '',
    model: 'cpc',
    unit: '',
    volume: '0',
    price: '0',
    priceBasis: 'net',
    surchargesPpm: [],
    discountsPpm: [],
    commission: null,
    rebatePpm: 0,
    ...period,
    spread: { kind: 'even' },
    locked: false,
    weight: '1',
    minMinor: 0,
    erid: '',
    levyPayer: 'none',
    impressions: null,
    reach: null,
    clicks: null,
    leads: null,
    orders: null,
    revenueMinor: null,
    note: '',
    netMinor: 0,
    commissionMinor: 0,
    withCommissionMinor: 0,
    vatMinor: 0,
    clientNetMinor: 0,
    clientVatMinor: 0,
    clientPriceMinor: 0,
    rebateMinor: 0,
    ourCostMinor: 0,
    levyMinor: 0,
    columnsMinor: [],
    forecast: { impressions: null, clicks: null, leads: null, orders: null },
    fact: null,
    currency: null,
    rate: null,
    rateOn: null,
    vatMode: 'plan',
    vatPpm: null,
    creatives: [],
    ownVatPpm: null,
    missingRate: null,
    ...spec,
  };
}

/** A draft for December 2026 in weeks, reckoned as the main process does: 10 % on top, −2 %, VAT 22 %. */
export function makePlan(specs: readonly PlanLineSpec[]): Plan {
  const columns = columnsOfPeriod(period, 'week');
  const plain = specs.map(lineOf);
  const terms = {
    commission: { ppm: 100_000, basis: 'on-top' as const },
    clientDiscountPpm: 20_000,
    vatPpm: 220_000,
    currency: 'RUB',
    columns,
  };
  const sheet = reckonSheet(
    terms,
    plain.map((line) => sheetLineOfInput(line, line.ownVatPpm)),
  );
  const lines = plain.map((line, i) => {
    const own = sheet.lines[i];
    return own === undefined ? line : { ...line, ...own, columnsMinor: [...own.columnsMinor] };
  });
  const grouped = (field: 'groupName' | 'channel') =>
    [...new Set(lines.map((line) => line[field]))].map((name) => {
      const members = lines.filter((line) => line[field] === name);
      const sums = subtotalOf(members, columns.length);
      return {
        name,
        lineIds: members.map(({ id }) => id),
        ...sums,
        columnsMinor: [...sums.columnsMinor],
      };
    });
  return {
    id: 'plan',
    revision: 1,
    familyId: 'family',
    number: 1,
    version: 1,
    clientId: 'client',
    clientName: 'Горный квартал',
    clientMark: 'ГК',
    clientHue: 10,
    currency: 'RUB',
    status: 'draft',
    sentOn: null,
    decidedOn: null,
    decidedBy: '',
    evidence: '',
    editedAt: 0,
    name: 'Декабрь',
    projectId: null,
    ...period,
    columnUnit: 'week',
    columns: [],
    note: '',
    commissionPpm: 100_000,
    commissionBasis: 'on-top',
    clientDiscountPpm: 20_000,
    vatMode: 'by-date',
    vatPpm: null,
    budgetGrossMinor: null,
    shownColumns: columns,
    shownUnit: 'week',
    ratePpm: 220_000,
    factOn: '2026-12-10',
    lines,
    totals: { ...sheet.totals, columnsMinor: [...sheet.totals.columnsMinor] },
    byGroup: grouped('groupName'),
    byChannel: grouped('channel'),
    fact: null,
    budgetLeftMinor: null,
    alerts: [],
    incidents: [],
    versions: [],
  };
}
