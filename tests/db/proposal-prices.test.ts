import { describe, expect, test } from 'vitest';
import { setAccountingRate } from '../../db/repositories/rates.repo';
import { addProposal, listProposalPrices } from '../../electron/services/proposals.service';
import { setPrice } from '../../electron/services/rate-card.service';
import type { Session } from '../../electron/services/session';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

const price = (session: Session, currency: string, priceMinor: number, title = 'Дизайнер') =>
  setPrice(session, {
    kind: 'role',
    title,
    role: 'designer',
    unit: 'ч',
    priceMinor,
    currency,
    hoursSeconds: 0,
    validFrom: '2026-01-01',
    validTo: null,
  });

function pricesOf(session: Session, clientId: string) {
  const { id } = addProposal(session, {
    clientId,
    briefId: null,
    title: 'Запуск',
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
  });
  return listProposalPrices(session, { id }).prices;
}

describe('the price list of a proposal in another currency', () => {
  test('has its own price where there is one', () => {
    const session = newSession();
    price(session, 'RUB', 250_000);
    price(session, 'EUR', 3_200);
    expect(pricesOf(session, 'riga')).toMatchObject([{ priceMinor: 3_200, converted: null }]);
    expect(pricesOf(session, 'ural')).toMatchObject([{ priceMinor: 250_000, converted: null }]);
  });

  test('is converted at the rate of its day, and says which', () => {
    const session = newSession();
    session.workspace.write(action(), (tx) => {
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-10-01', rateMicro: 90_000_000 });
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-11-01', rateMicro: 92_413_700 });
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-12-01', rateMicro: 99_000_000 });
    });
    price(session, 'RUB', 250_000);
    // 2 500 / 92.4137 = 27.0522…
    expect(pricesOf(session, 'riga')).toMatchObject([
      {
        priceMinor: 2_705,
        converted: {
          fromMinor: 250_000,
          fromCurrency: 'RUB',
          rate: '92.4137',
          rateOf: 'EUR',
          rateIn: 'RUB',
          rateOn: '2026-11-01',
        },
        missing: [],
      },
    ]);
  });

  test('is refused with its reason where a rate is missing', () => {
    const session = newSession();
    price(session, 'RUB', 250_000);
    price(session, 'USD', 3_000, 'Съёмка');
    const codes = pricesOf(session, 'riga').map(({ title, priceMinor, missing }) => [
      title,
      priceMinor,
      missing[0]?.code,
    ]);
    expect(codes).toEqual([
      ['Дизайнер', null, 'accounting-rate'],
      ['Съёмка', null, 'price-currency'],
    ]);
  });
});
