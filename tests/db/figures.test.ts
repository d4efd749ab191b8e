import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientMonths } from '../../db/queries/client-months.query';
import { recordAgency } from '../../db/repositories/agency.repo';
import { addClient, amendClient, setCommissionTerms } from '../../db/repositories/clients.repo';
import { recordDirectCost, recordProduction } from '../../db/repositories/costs.repo';
import { recordMedia, removeMedia } from '../../db/repositories/media.repo';
import { addPerson, setBillRate, setPayRate } from '../../db/repositories/people.repo';
import {
  addProject,
  amendProject,
  judgeProgress,
  recordProjectBilling,
  setRetainerTerms,
} from '../../db/repositories/projects.repo';
import { setAccountingRate, setDatedRate, setOverhead } from '../../db/repositories/rates.repo';
import { amendTime, logTime, removeTime } from '../../db/repositories/time-entries.repo';
import type { Workspace } from '../../db/workspace';
import type { WriteDb } from '../../db/write-db';
import {
  differencesOfMonths,
  keepFiguresFresh,
  monthFigures,
  periodFigures,
  recomputeAllMonths,
} from '../../electron/services/figures.service';
import { addMonths, dateOfDayNumber, monthPeriod } from '../../shared/domain/dates';
import { action, newWorkspace } from '../helpers/db-workspace';

const HOUR = 3600;
const TODAY = '2026-11-21';

type Ids = { client: string; retainer: string; project: string; person: string };

/** An agency in roubles with one client, a person at 1 000.00 an hour, a retainer and a project. */
function agencyWith(
  currency = 'RUB',
  change: (tx: WriteDb, ids: Ids) => void = () => undefined,
): { workspace: Workspace; ids: Ids } {
  const workspace = newWorkspace();
  keepFiguresFresh(workspace, { today: () => TODAY, now: () => Date.UTC(2026, 10, 21) });
  const ids = workspace.write(action('history.test', { kind: 'setup' }), (tx) => {
    recordAgency(tx, { name: 'Мост', country: 'RU', baseCurrency: 'RUB', language: 'ru' });
    setDatedRate(tx, {
      kind: 'payroll-tax',
      country: 'RU',
      validFrom: '2026-01-01',
      validTo: null,
      ratePpm: 0,
    });
    const person = addPerson(tx, { name: 'Зуев', code: 'PZ', role: '' });
    setPayRate(tx, {
      personId: person,
      validFrom: '2026-01-01',
      validTo: null,
      monthlyPayMinor: 16_000_000,
      monthlyBenefitsMinor: 0,
      availableSeconds: 160 * HOUR,
    });
    setBillRate(tx, {
      personId: person,
      validFrom: '2026-01-01',
      validTo: null,
      hourPriceMinor: 250_000,
      currency: 'RUB',
    });
    const client = addClient(tx, {
      name: 'Верба',
      country: 'RU',
      language: 'ru',
      currency,
      tier: 'A',
    });
    const retainer = addProject(tx, {
      clientId: client,
      kind: 'retainer',
      name: 'Абонемент',
      startsOn: '2025-01-01',
    });
    const project = addProject(tx, {
      clientId: client,
      kind: 'fixed-fee',
      name: 'Сайт',
      startsOn: '2025-01-01',
      feeMinor: 10_000_000,
    });
    const made = { client, retainer, project, person };
    change(tx, made);
    return made;
  });
  return { workspace, ids };
}

function retainerFrom(
  tx: WriteDb,
  ids: Ids,
  change: Partial<Parameters<typeof setRetainerTerms>[1]>,
): void {
  setRetainerTerms(tx, {
    projectId: ids.retainer,
    validFrom: '2026-01-01',
    validTo: null,
    listFeeMinor: 3_000_000,
    includedSeconds: 30 * HOUR,
    ...change,
  });
}

function log(
  tx: WriteDb,
  ids: Ids,
  workedOn: string,
  hours: number,
  kind: 'retainer' | 'project' | 'rework' = 'retainer',
): void {
  logTime(tx, {
    personId: ids.person,
    clientId: ids.client,
    projectId: kind === 'retainer' ? ids.retainer : ids.project,
    workedOn,
    kind,
    durationSeconds: hours * HOUR,
  });
}

function month(workspace: Workspace, ids: Ids, which: string) {
  const { profitability, input } = monthFigures(workspace.read, ids.client, which);
  const amount = (id: keyof typeof profitability.money) => profitability.money[id].amount;
  return { amount, input, ratios: profitability.ratios };
}

const known = (value: number | null) => ({ known: true, value });

describe('the figures of a month', () => {
  it('prorate a retainer that starts within the month by calendar days', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      retainerFrom(tx, made, { validFrom: '2026-11-16' });
    });
    expect(month(workspace, ids, '2026-10').amount('retainer-fee')).toEqual(known(0));
    const november = month(workspace, ids, '2026-11');
    expect(november.amount('retainer-fee')).toEqual(known(1_500_000));
    expect(november.input.retainers).toMatchObject([
      { includedSeconds: 15 * HOUR, daysRun: 15, daysInMonth: 30 },
    ]);
  });

  it('move unused hours on by one month, up to the agreed number and never further', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      retainerFrom(tx, made, { rollover: 'previous-month', rolloverSeconds: 5 * HOUR });
      log(tx, made, '2026-08-10', 30);
      log(tx, made, '2026-09-10', 27);
    });
    const rolledOver = (which: string) =>
      month(workspace, ids, which).input.retainers.map((each) => each.rolledOverSeconds);
    expect(rolledOver('2026-09')).toEqual([0]);
    expect(rolledOver('2026-10')).toEqual([3 * HOUR]);
    expect(rolledOver('2026-11')).toEqual([5 * HOUR]);
  });

  it('cost an hour what the person cost on that day, though pay changed within the month', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      setPayRate(tx, {
        personId: made.person,
        validFrom: '2026-10-16',
        validTo: null,
        monthlyPayMinor: 32_000_000,
        monthlyBenefitsMinor: 0,
        availableSeconds: 160 * HOUR,
      });
      log(tx, made, '2026-10-15', 2);
      log(tx, made, '2026-10-16', 3, 'rework');
    });
    expect(month(workspace, ids, '2026-10').amount('delivery-cost')).toEqual(known(800_000));
  });

  it('recognise of a project what was completed in the month, and bill what was billed in it', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      judgeProgress(tx, { projectId: made.project, judgedOn: '2026-09-30', completePpm: 250_000 });
      judgeProgress(tx, { projectId: made.project, judgedOn: '2026-10-12', completePpm: 400_000 });
      judgeProgress(tx, { projectId: made.project, judgedOn: '2026-10-31', completePpm: 550_000 });
      recordProjectBilling(tx, {
        projectId: made.project,
        billedOn: '2026-09-30',
        amountMinor: 1_000_000,
      });
      recordProjectBilling(tx, {
        projectId: made.project,
        billedOn: '2026-10-31',
        amountMinor: 2_000_000,
      });
    });
    const october = month(workspace, ids, '2026-10');
    expect(october.amount('project-fee')).toEqual(known(3_000_000));
    expect(october.amount('gross-billings')).toEqual(known(2_000_000));
    expect(october.amount('wip-change')).toEqual(known(1_000_000));
    expect(october.amount('wip')).toEqual(known(2_500_000));
  });

  it('take the commission that holds at the end of the month', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      setCommissionTerms(tx, {
        clientId: made.client,
        validFrom: '2026-01-01',
        ratePpm: 100_000,
        basis: 'on-top',
      });
      setCommissionTerms(tx, {
        clientId: made.client,
        validFrom: '2026-10-15',
        ratePpm: 200_000,
        basis: 'inside',
      });
      for (const which of ['09', '10']) {
        recordMedia(tx, {
          clientId: made.client,
          channel: 'direct',
          fromOn: `2026-${which}-01`,
          toOn: `2026-${which}-30`,
          actualMinor: 1_000_000,
        });
      }
    });
    expect(month(workspace, ids, '2026-09').amount('commission')).toEqual(known(100_000));
    expect(month(workspace, ids, '2026-10').amount('commission')).toEqual(known(250_000));
  });

  it('turn the cost of a foreign client into its currency at the month’s last rate, rounded once', () => {
    const { workspace, ids } = agencyWith('EUR', (tx, made) => {
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-01-01', rateMicro: 90_000_000 });
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-10-31', rateMicro: 98_000_000 });
      log(tx, made, '2026-10-05', 7);
    });
    // 7 h × 1 000.00 ₽ / 98 = 71.428…
    expect(month(workspace, ids, '2026-10').amount('delivery-cost')).toEqual(known(71_43));
    expect(month(workspace, ids, '2026-10').amount('standard-value')).toEqual(known(178_57));
  });

  it('name every rate that is missing instead of guessing one', () => {
    const { workspace, ids } = agencyWith('EUR', (tx, made) => {
      const stranger = addPerson(tx, { name: 'Юрков', code: 'DY', role: '' });
      log(tx, made, '2026-10-05', 1);
      log(tx, { ...made, person: stranger }, '2026-10-06', 1);
    });
    const october = month(workspace, ids, '2026-10');
    expect(october.amount('delivery-cost')).toEqual({
      known: false,
      missing: [
        { code: 'accounting-rate', params: { currency: 'EUR', on: '2026-10-31' } },
        { code: 'pay-rate', params: { person: 'Юрков', on: '2026-10-06' } },
      ],
    });
    expect(october.amount('overhead')).toMatchObject({
      known: false,
      missing: [{ code: 'overhead' }, {}],
    });
    expect(october.amount('agi')).toEqual(known(0));
  });

  it('take overhead hours from the time sheets where none are stated', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      setOverhead(tx, { fromOn: '2026-10-01', toOn: '2026-10-31', facilityCostMinor: 1_000_000 });
      log(tx, made, '2026-10-05', 8);
      logTime(tx, {
        personId: made.person,
        workedOn: '2026-10-06',
        kind: 'internal',
        durationSeconds: 2 * HOUR,
      });
    });
    // 10 000.00 / 10 h + 2 h × 1 000.00 / 8 h = 1 250.00 an hour, for 8 hours.
    expect(month(workspace, ids, '2026-10').amount('overhead')).toEqual(known(1_000_000));
  });

  it('are those of each month where several are asked for, and of the span where it is no month', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => {
      retainerFrom(tx, made, {});
    });
    const periods = periodFigures(workspace.read, ids.client, {
      from: '2026-08-01',
      to: '2026-10-31',
    });
    expect(periods.map(({ period }) => period.from)).toEqual([
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
    ]);
    const [span] = periodFigures(workspace.read, ids.client, {
      from: '2026-09-16',
      to: '2026-10-31',
    });
    expect(span?.profitability.money['retainer-fee'].amount).toEqual(known(4_500_000));
  });
});

describe('the kept months', () => {
  const rows = (workspace: Workspace, ids: Ids) =>
    readClientMonths(workspace.read, ids.client, '2026-01', '2027-12').map((row) => ({
      month: row.month,
      agi: row.agiMinor,
      cost: row.deliveryCostMinor,
    }));

  it('follow every write, its undo and its redo', () => {
    const { workspace, ids } = agencyWith();
    expect(rows(workspace, ids)).toEqual([]);
    workspace.write(action(), (tx) => {
      log(tx, ids, '2026-10-05', 2);
    });
    const after = [{ month: '2026-10', agi: 0, cost: 200_000 }];
    expect(rows(workspace, ids)).toEqual(after);
    workspace.undo(action());
    expect(rows(workspace, ids)).toEqual([]);
    workspace.redo(action());
    expect(rows(workspace, ids)).toEqual(after);
    workspace.write(action(), (tx) => {
      setPayRate(tx, {
        personId: ids.person,
        validFrom: '2026-10-01',
        validTo: null,
        monthlyPayMinor: 8_000_000,
        monthlyBenefitsMinor: 0,
        availableSeconds: 160 * HOUR,
      });
    });
    expect(rows(workspace, ids)).toEqual([{ month: '2026-10', agi: 0, cost: 100_000 }]);
    expect(differencesOfMonths(workspace.read, '2026-11')).toEqual([]);
  });

  it('wait for their month to come', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) =>
      retainerFrom(tx, made, { validFrom: '2026-09-01' }),
    );
    const months = () => rows(workspace, ids).map((row) => row.month);
    expect(months()).toEqual(['2026-09', '2026-10', '2026-11']);
    keepFiguresFresh(workspace, { today: () => '2026-12-01', now: () => 0 });
    expect(months()).toEqual(['2026-09', '2026-10', '2026-11', '2026-12']);
    expect(differencesOfMonths(workspace.read, '2026-12')).toEqual([]);
  });

  it('equal a full recompute after any sequence of changes and undos', () => {
    const day = fc.integer({ min: 20_400, max: 20_777 }).map(dateOfDayNumber);
    const amount = fc.integer({ min: 0, max: 10 ** 8 });
    const rate = fc.integer({ min: 0, max: 900_000 });
    const hours = fc.integer({ min: 1, max: 40 });
    type Change = (tx: WriteDb, ids: Ids) => void;
    const removeFirst =
      (table: string, remove: (tx: WriteDb, id: string) => void): Change =>
      (tx) => {
        const row = tx.get<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 1`);
        if (row !== undefined) remove(tx, row.id);
      };
    const changes: fc.Arbitrary<Change | 'undo' | 'redo'> = fc.oneof(
      fc.constantFrom('undo' as const, 'redo' as const),
      fc
        .tuple(
          day,
          hours,
          fc.constantFrom('retainer' as const, 'project' as const, 'rework' as const),
        )
        .map(
          ([on, count, kind]): Change =>
            (tx, ids) =>
              log(tx, ids, on, count, kind),
        ),
      fc.tuple(day, hours).map(
        ([on, count]): Change =>
          (tx, ids) => {
            logTime(tx, {
              personId: ids.person,
              workedOn: on,
              kind: 'internal',
              durationSeconds: count * HOUR,
            });
          },
      ),
      fc.tuple(day, day).map(
        ([, on]): Change =>
          (tx) => {
            const row = tx.get<{ id: string }>('SELECT id FROM time_entries ORDER BY id LIMIT 1');
            if (row !== undefined) amendTime(tx, row.id, { workedOn: on });
          },
      ),
      fc.constant(removeFirst('time_entries', removeTime)),
      fc.tuple(day, amount).map(
        ([on, pay]): Change =>
          (tx, ids) => {
            setPayRate(tx, {
              personId: ids.person,
              validFrom: on,
              validTo: null,
              monthlyPayMinor: pay,
              monthlyBenefitsMinor: 7,
              availableSeconds: 151 * HOUR,
            });
          },
      ),
      fc.tuple(day, rate).map(
        ([on, ratePpm]): Change =>
          (tx) => {
            setDatedRate(tx, {
              kind: 'payroll-tax',
              country: 'RU',
              validFrom: on,
              validTo: null,
              ratePpm,
            });
          },
      ),
      fc.tuple(day, rate).map(
        ([on, ratePpm]): Change =>
          (tx) => {
            setDatedRate(tx, {
              kind: 'upsell-bonus',
              country: 'RU',
              validFrom: on,
              validTo: null,
              ratePpm,
            });
          },
      ),
      fc.tuple(day, fc.integer({ min: 1, max: 10 ** 8 })).map(
        ([on, rateMicro]): Change =>
          (tx) => {
            setAccountingRate(tx, { currency: 'EUR', validFrom: on, rateMicro });
          },
      ),
      fc.tuple(day, amount, hours, fc.constantFrom('none' as const, 'previous-month' as const)).map(
        ([on, fee, count, rollover]): Change =>
          (tx, ids) =>
            retainerFrom(tx, ids, {
              validFrom: on,
              listFeeMinor: fee,
              includedSeconds: count * HOUR,
              rollover,
              rolloverSeconds: 9 * HOUR,
            }),
      ),
      fc.tuple(day, rate).map(
        ([on, completePpm]): Change =>
          (tx, ids) => {
            judgeProgress(tx, { projectId: ids.project, judgedOn: on, completePpm });
          },
      ),
      fc.tuple(day, amount).map(
        ([on, amountMinor]): Change =>
          (tx, ids) => {
            recordProjectBilling(tx, { projectId: ids.project, billedOn: on, amountMinor });
          },
      ),
      amount.map(
        (feeMinor): Change =>
          (tx, ids) =>
            amendProject(tx, ids.project, { feeMinor }),
      ),
      day.map(
        (endsOn): Change =>
          (tx, ids) =>
            amendProject(tx, ids.retainer, { endsOn }),
      ),
      fc.tuple(day, day, amount, rate).map(
        ([a, b, actualMinor, rebatePpm]): Change =>
          (tx, ids) => {
            const [fromOn = a, toOn = b] = [a, b].sort();
            recordMedia(tx, {
              clientId: ids.client,
              channel: 'vk',
              fromOn,
              toOn,
              actualMinor,
              rebatePpm,
            });
          },
      ),
      fc.constant(removeFirst('media_spend', removeMedia)),
      fc.tuple(day, rate, fc.constantFrom('on-top' as const, 'inside' as const)).map(
        ([on, ratePpm, basis]): Change =>
          (tx, ids) => {
            setCommissionTerms(tx, { clientId: ids.client, validFrom: on, ratePpm, basis });
          },
      ),
      fc.tuple(day, amount, rate).map(
        ([on, costMinor, markupPpm]): Change =>
          (tx, ids) => {
            recordProduction(tx, {
              clientId: ids.client,
              incurredOn: on,
              title: 'Фото',
              costMinor,
              markupPpm,
            });
          },
      ),
      fc.tuple(day, amount).map(
        ([on, amountMinor]): Change =>
          (tx, ids) => {
            recordDirectCost(tx, {
              clientId: ids.client,
              incurredOn: on,
              title: 'Подарки',
              amountMinor,
            });
          },
      ),
      fc.tuple(fc.integer({ min: 0, max: 12 }), amount, fc.boolean()).map(
        ([index, facilityCostMinor, isStated]): Change =>
          (tx) => {
            const { from, to } = monthPeriod(addMonths('2025-11', index));
            setOverhead(tx, {
              fromOn: from,
              toOn: to,
              facilityCostMinor,
              ...(isStated
                ? {
                    totalSeconds: HOUR,
                    clientSeconds: HOUR,
                    internalSeconds: 0,
                    internalHourCostMinor: 0,
                  }
                : {}),
            });
          },
      ),
      fc.constantFrom('RUB', 'EUR', 'USD').map(
        (currency): Change =>
          (tx, ids) =>
            amendClient(tx, ids.client, { currency }),
      ),
    );
    fc.assert(
      fc.property(fc.array(changes, { minLength: 5, maxLength: 25 }), (sequence) => {
        const { workspace, ids } = agencyWith('EUR');
        for (const change of sequence) {
          if (change === 'undo') workspace.undo(action());
          else if (change === 'redo') workspace.redo(action());
          else workspace.write(action(), (tx) => change(tx, ids));
          expect(differencesOfMonths(workspace.read, '2026-11')).toEqual([]);
        }
        workspace.close();
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('show a month that was tampered with', () => {
    const { workspace, ids } = agencyWith('RUB', (tx, made) => log(tx, made, '2026-10-05', 2));
    workspace.refresh((tx) => {
      tx.runDerived('UPDATE client_months SET agi_minor = agi_minor + 1');
    });
    expect(differencesOfMonths(workspace.read, '2026-11')).toMatchObject([
      { clientId: ids.client, month: '2026-10', kept: { agiMinor: 1 }, computed: { agiMinor: 0 } },
    ]);
    expect(recomputeAllMonths(workspace.read, '2026-09')).toEqual([]);
  });
});
