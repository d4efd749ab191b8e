import type { MetricsCaseFile } from '../../shared/domain/metrics-case-schema';

/**
 * METRICS.md once more, written apart from the product: pairs of BigInt without reduction, one formula
 * after the other. Slow and plain on purpose; null is a ratio with a zero denominator.
 */
type Q = readonly [n: bigint, d: bigint] | null;

const q = (n: number | bigint, d: number | bigint = 1): Q => [BigInt(n), BigInt(d)];
const dec = (text: string): Q => {
  const [whole = '0', part = ''] = text.split('.');
  return q(BigInt(whole + part), 10n ** BigInt(part.length));
};
const add = (a: Q, b: Q): Q => (a && b ? [a[0] * b[1] + b[0] * a[1], a[1] * b[1]] : null);
const sub = (a: Q, b: Q): Q => (a && b ? [a[0] * b[1] - b[0] * a[1], a[1] * b[1]] : null);
const mul = (a: Q, b: Q): Q => (a && b ? [a[0] * b[0], a[1] * b[1]] : null);
const div = (a: Q, b: Q): Q => {
  if (!a || !b || b[0] === 0n) return null;
  return b[0] < 0n ? [-a[0] * b[1], a[1] * -b[0]] : [a[0] * b[1], a[1] * b[0]];
};
const sum = (values: readonly Q[]): Q => values.reduce(add, q(0));
const pct = (text: string): Q => div(dec(text), q(100));
const one = q(1);
const isPositive = (a: Q): boolean => a !== null && a[0] > 0n;
const least = (a: Q, b: Q): Q => (isPositive(sub(a, b)) ? b : a);
const floorAtZero = (a: Q): Q => (a === null ? null : isPositive(a) ? a : q(0));

function round(a: Q, decimals: number): Q {
  if (!a) return null;
  const scale = 10n ** BigInt(decimals);
  const size = (a[0] < 0n ? -a[0] : a[0]) * scale;
  const units = (2n * size + a[1]) / (2n * a[1]);
  return [a[0] < 0n ? -units : units, scale];
}

const kopecks = (a: Q): Q => round(a, 2);

function written(a: Q): string | null {
  const rounded = round(a, 2);
  if (!rounded) return null;
  const units = rounded[0] < 0n ? -rounded[0] : rounded[0];
  const sign = rounded[0] < 0n ? '-' : '';
  return `${sign}${units / 100n}.${(units % 100n).toString().padStart(2, '0')}`;
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** The figures of a case that the independent formulas cover. */
export function naiveValues(file: MetricsCaseFile): Record<string, string | null> {
  const out: Record<string, string | null> = {};
  const put = (key: string, value: Q): void => {
    out[key] = written(value);
  };
  const putPct = (key: string, value: Q): void => put(key, mul(value, q(100)));

  const rate: Record<string, Q> = {};
  for (const person of file.people) {
    const pay = mul(dec(person.monthlyPay), add(one, pct(file.payrollTaxPct)));
    rate[person.code] = div(
      add(pay, dec(person.monthlyBenefits)),
      dec(file.availableHoursPerMonth),
    );
    put(`cost_rate_${person.code}`, rate[person.code] ?? null);
    putPct(
      `utilization_${person.code}_pct`,
      div(dec(person.billableHoursAllClients), dec(file.availableHoursPerMonth)),
    );
  }
  const entries = file.timeEntries.filter((entry) => entry.kind !== 'internal');
  const hoursOf = (kinds: readonly string[]): Q =>
    sum(entries.filter((entry) => kinds.includes(entry.kind)).map((entry) => dec(entry.hours)));
  const costOf = (kinds: readonly string[]): Q =>
    sum(
      entries
        .filter((entry) => kinds.includes(entry.kind))
        .map((entry) => mul(dec(entry.hours), rate[entry.person] ?? null)),
    );
  const all = ['retainer', 'project', 'rework'];
  const clientHours = hoursOf(all);
  const delivery = costOf(all);
  put('client_hours', clientHours);
  put('delivery_cost', delivery);
  put('avg_cost_per_hour', div(delivery, clientHours));

  const fee = kopecks(mul(dec(file.retainer.listFee), sub(one, pct(file.retainer.discountPct))));
  const complete = pct(file.project.percentComplete);
  const recognised = kopecks(mul(dec(file.project.fee), complete));
  const spend = sum(file.media.map((media) => dec(media.actual)));
  const k = pct(file.agencyCommission.pct);
  const onTop = kopecks(mul(spend, k));
  const inside = kopecks(sub(div(spend, sub(one, k)), spend));
  const commission = file.agencyCommission.basis === 'inside' ? inside : onTop;
  const rebate = sum(
    file.media.map((media) => kopecks(mul(dec(media.actual), pct(media.rebatePct)))),
  );
  const cost = dec(file.production.cost);
  const markup = kopecks(mul(cost, pct(file.production.markupPct)));
  const production = add(cost, markup);
  put('retainer_fee_net', fee);
  put('project_recognised', recognised);
  put('project_wip_unbilled', sub(recognised, dec(file.project.invoiced)));
  put('commission_on_top', onTop);
  put('commission_inside', inside);
  put('commission_charged', commission);
  put('rebate', rebate);
  put('production_markup', markup);

  const bill = sum([fee, dec(file.project.invoiced), spend, commission, production]);
  const vat = kopecks(mul(bill, pct(file.vatPct)));
  const gross = add(bill, vat);
  put('gross_billings_net_of_vat', bill);
  put('vat_amount', vat);
  put('gross_billings_with_vat', gross);
  const revenue = sum([fee, recognised, spend, commission, production, rebate]);
  const agi = sub(revenue, add(spend, cost));
  const margin = sub(agi, delivery);
  const bonus = kopecks(mul(recognised, pct(file.upsellBonusPct)));
  const direct = add(bonus, dec(file.otherDirectCosts));
  const contribution = sub(margin, direct);
  put('revenue_recognised', revenue);
  put('agi', agi);
  putPct('agi_pct_of_revenue', div(agi, revenue));
  put('delivery_margin', margin);
  putPct('delivery_margin_pct', div(margin, agi));
  put('direct_account_costs', direct);
  put('contribution', contribution);
  putPct('contribution_pct', div(contribution, agi));

  const facility = div(dec(file.overhead.facilityCost), dec(file.overhead.totalHours));
  const internal = div(
    mul(dec(file.overhead.internalHours), dec(file.overhead.internalCostRate)),
    dec(file.overhead.clientHours),
  );
  const overhead = mul(add(facility, internal), clientHours);
  const net = sub(contribution, overhead);
  put('overhead_per_hour', add(facility, internal));
  put('overhead_allocated', overhead);
  put('net_profit', net);
  putPct('net_margin_pct_of_agi', div(net, agi));
  putPct('net_margin_pct_of_revenue', div(net, revenue));

  const fees = add(fee, recognised);
  const price: Record<string, Q> = {};
  for (const person of file.people) price[person.code] = dec(person.billRate);
  const standard = sum(
    entries
      .filter((entry) => entry.kind !== 'rework')
      .map((entry) => mul(dec(entry.hours), price[entry.person] ?? null)),
  );
  put('average_billable_rate', div(agi, clientHours));
  put('fee_only_billable_rate', div(fees, clientHours));
  put('standard_value', standard);
  putPct('realization_value_pct', div(fees, standard));
  put('write_off', sub(standard, fees));

  const used = hoursOf(['retainer']);
  const available = add(dec(file.retainer.includedHours), dec(file.retainer.rolloverHours));
  const beyond = floorAtZero(sub(used, available));
  const retainerRate = div(fee, dec(file.retainer.includedHours));
  putPct('retainer_burn_pct', div(used, available));
  put('overservice_hours', beyond);
  putPct('overservice_pct', div(beyond, available));
  put('overservice_value', mul(beyond, retainerRate));
  put('overservice_cost', mul(beyond, div(costOf(['retainer']), used)));

  const costOfTable = (table: Readonly<Record<string, string>>): Q =>
    sum(Object.entries(table).map(([code, text]) => mul(dec(text), rate[code] ?? null)));
  const bac = costOfTable(file.project.planHours);
  const ac = costOf(['project']);
  const ev = mul(bac, complete);
  const eac = add(ac, costOfTable(file.project.remainingHours));
  const cpi = div(ev, ac);
  const projectFee = dec(file.project.fee);
  const burn = div(hoursOf(['project']), sum(Object.values(file.project.planHours).map(dec)));
  put('bac', bac);
  put('ev', ev);
  put('cpi', cpi);
  put('eac_bottom_up', eac);
  put('eac_budget_rate', sub(add(ac, bac), ev));
  put('eac_cpi', div(bac, cpi));
  put('vac_cpi', sub(bac, div(bac, cpi)));
  putPct('forecast_margin_bottom_up_pct', div(sub(projectFee, eac), projectFee));
  put('burn_index', div(burn, complete));

  const results = (name: string, media: MetricsCaseFile['media']): void => {
    const of = (read: (each: MetricsCaseFile['media'][number]) => string): Q =>
      sum(media.map((each) => dec(read(each))));
    const paid = of((each) => each.actual);
    const revenueOf = of((each) => each.revenue);
    const plan = of((each) => each.plan);
    put(
      `${name}_cpm`,
      mul(
        div(
          paid,
          of((each) => each.impressions),
        ),
        q(1000),
      ),
    );
    putPct(
      `${name}_ctr_pct`,
      div(
        of((each) => each.clicks),
        of((each) => each.impressions),
      ),
    );
    put(
      `${name}_cpl`,
      div(
        paid,
        of((each) => each.leads),
      ),
    );
    put(`${name}_roas`, div(revenueOf, paid));
    putPct(`${name}_drr_pct`, div(paid, revenueOf));
    putPct(`${name}_romi_pct`, div(sub(revenueOf, paid), paid));
    put(`${name}_variance`, sub(paid, plan));
    putPct(`${name}_pace_pct`, div(sub(paid, plan), plan));
  };
  for (const media of file.media) results(media.channel, [media]);
  results('total', file.media);
  const loaded = mul(mul(spend, add(one, k)), add(one, pct(file.vatPct)));
  put(
    'total_cpl_with_vat_and_commission',
    div(loaded, sum(file.media.map((each) => dec(each.leads)))),
  );

  const days = day(file.period.to) - day(file.period.from) + 1;
  const run = day(file.midPeriod.date) - day(file.period.from) + 1;
  const plan = sum(file.media.map((each) => dec(each.plan)));
  const toDate = mul(plan, q(run, days));
  const spent = dec(file.midPeriod.spend);
  put('mid_plan_to_date', toDate);
  putPct('mid_pace_pct', div(sub(spent, toDate), toDate));
  put('mid_needed_per_day', div(sub(plan, spent), q(days - run)));

  const asOf = day(file.asOf);
  const documents = file.invoices
    .map((invoice) => {
      const amount = invoice.amount === 'period-bill' ? gross : dec(invoice.amount);
      return {
        amount,
        issued: day(invoice.issued),
        late: asOf - day(invoice.due),
        paid: least(dec(invoice.paid), amount),
        open: floorAtZero(sub(amount, dec(invoice.paid))),
      };
    })
    .filter((invoice) => invoice.issued <= asOf);
  const open = (from: number, to: number): Q =>
    sum(documents.filter(({ late }) => late >= from && late <= to).map((each) => each.open));
  const receivables = open(-9999, 9999);
  const overdue = open(1, 9999);
  const sales = sum(
    documents.filter(({ issued }) => issued > asOf - 90).map((each) => each.amount),
  );
  const due = documents.filter(({ late }) => late >= 0);
  put('ar_total', receivables);
  put('ar_not_due', open(-9999, 0));
  put('ar_d1_30', open(1, 30));
  put('ar_d31_60', open(31, 60));
  put('ar_d61_90', open(61, 90));
  put('ar_d90_plus', open(91, 9999));
  put(
    'ar_weighted_days_overdue',
    div(
      sum(documents.filter(({ late }) => late > 0).map((each) => mul(each.open, q(each.late)))),
      overdue,
    ),
  );
  put('dso_90', mul(div(receivables, sales), q(90)));
  putPct(
    'collection_pct',
    div(sum(due.map((each) => each.paid)), sum(due.map((each) => each.amount))),
  );
  put('ar_above_limit', floorAtZero(sub(receivables, dec(file.client.creditLimit))));
  putPct('credit_limit_used_pct', div(receivables, dec(file.client.creditLimit)));

  const earned = [agi, ...file.otherClientsAgi.map(dec)].map(floorAtZero);
  const whole = sum(earned);
  putPct('client_share_pct', div(floorAtZero(agi), whole));
  put('hhi', sum(earned.map((each) => mul(mul(div(each, whole), div(each, whole)), q(10_000)))));

  const churn = pct(file.monthlyChurnPct);
  const answers = file.nps.promoters + file.nps.passives + file.nps.detractors;
  put('nps', mul(div(q(file.nps.promoters - file.nps.detractors), q(answers)), q(100)));
  put('lifetime_months', div(one, churn));
  put('ltv_contribution', mul(contribution, div(one, churn)));
  put('ltv_to_cac', div(mul(contribution, div(one, churn)), dec(file.cac)));
  return out;
}
