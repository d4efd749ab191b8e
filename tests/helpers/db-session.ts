import { recordAgency } from '../../db/repositories/agency.repo';
import { addClient } from '../../db/repositories/clients.repo';
import { addPerson, setBillRate, setPayRate } from '../../db/repositories/people.repo';
import { setDatedRate, setOverhead } from '../../db/repositories/rates.repo';
import { keepLockedMonths } from '../../electron/services/budgets/late-entries';
import { keepFiguresFresh } from '../../electron/services/figures.service';
import type { Session } from '../../electron/services/session';
import { action, newWorkspace } from './db-workspace';

export const TODAY = '2026-11-21';

/** A session on a small agency: two people with rates, two rouble clients and one in euros. */
export function newSession(today = TODAY): Session {
  const workspace = newWorkspace();
  let now = Date.UTC(2026, 10, 21, 12);
  const clock = {
    today: () => today,
    now: () => {
      now += 1;
      return now;
    },
  };
  workspace.write(action('history.setup', { kind: 'setup' }), (tx) => {
    recordAgency(tx, { name: 'Агентство', country: 'RU', baseCurrency: 'RUB', language: 'ru' });
    const rate = (kind: 'vat' | 'payroll-tax', validFrom: string, ratePpm: number) =>
      setDatedRate(tx, { kind, country: 'RU', validFrom, ratePpm });
    rate('vat', '2019-01-01', 200_000);
    rate('vat', '2026-01-01', 220_000);
    rate('payroll-tax', '2020-01-01', 300_000);
    for (const id of ['anna', 'boris']) {
      addPerson(tx, { id, name: id, code: id, role: 'designer' });
      const validFrom = '2024-01-01';
      setPayRate(tx, {
        personId: id,
        validFrom,
        monthlyPayMinor: 9_000_000,
        monthlyBenefitsMinor: 1_300_000,
        availableSeconds: 576_000,
      });
      setBillRate(tx, { personId: id, validFrom, hourPriceMinor: 250_000, currency: 'RUB' });
    }
    setOverhead(tx, { fromOn: '2026-01-01', toOn: '2026-12-31', facilityCostMinor: 24_000_000 });
    const client = (id: string, name: string, currency: string) =>
      addClient(tx, {
        id,
        name,
        currency,
        country: currency === 'EUR' ? 'LV' : 'RU',
        language: 'ru',
        tier: 'A',
        paymentDays: 14,
      });
    client('ural', 'Урал Маркет', 'RUB');
    client('kama', 'Кама', 'RUB');
    client('riga', 'Rīgas Nami', 'EUR');
  });
  keepLockedMonths(workspace, clock);
  keepFiguresFresh(workspace, clock);
  return { workspace, clock, language: () => 'ru', actor: 'anna' };
}
