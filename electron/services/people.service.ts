import { readUncostedSeconds } from '../../db/queries/people.query';
import {
  findPerson,
  addPerson as insertPerson,
  listBillRates,
  listPayRates,
  listPeople as readPeople,
  amendPerson as updatePerson,
  setBillRate as writeBillRate,
  setPayRate as writePayRate,
} from '../../db/repositories/people.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import type { Person } from '../../shared/contract/people.contract';
import type { FigureDto } from '../../shared/contract/primitives';
import { rowOn } from '../../shared/domain/dated-rates';
import { RateBook } from './figures/rate-book';
import { requireAgency } from './portfolio.service';
import { figureOf, unknownFigure } from './profit-line';
import { quantityFigure } from './receivables-facts';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** People with what an hour of each costs and is sold for today, and all their dated rates. */
export function listPeople(session: Session): Output<'people/list'> {
  const read = readOf(session);
  const today = session.clock.today();
  const rates = new RateBook(read);
  const payRates = listPayRates(read);
  const billRates = listBillRates(read);
  const uncosted = readUncostedSeconds(read);
  const people = readPeople(read).map((row): Person => {
    const pay = payRates.filter((rate) => rate.personId === row.id);
    const bill = billRates.filter((rate) => rate.personId === row.id);
    const price = rowOn(bill, today);
    const starts = [...pay, ...bill].map((rate) => rate.validFrom).filter((on) => on > today);
    const pricePerHour: FigureDto =
      price === null
        ? unknownFigure([{ code: 'bill-rate', params: { person: row.code, on: today } }])
        : figureOf(price.hourPriceMinor);
    return {
      id: row.id,
      revision: row.revision,
      name: row.name,
      code: row.code,
      role: row.role,
      managesClients: row.managesClients === 'yes',
      activeFrom: row.activeFrom,
      activeTo: row.activeTo,
      costPerHour: quantityFigure(rates.costRate(row.id, today), 1),
      pricePerHour,
      nextRateFrom: starts.sort()[0] ?? null,
      payRates: pay.map(({ personId: _, ...rate }) => rate),
      billRates: bill.map(({ personId: _, ...rate }) => rate),
      uncostedSeconds: uncosted.get(row.id) ?? 0,
    };
  });
  return { people, baseCurrency: requireAgency(read).baseCurrency };
}

function nameOf(session: Session, personId: string): string {
  const person = findPerson(readOf(session), personId);
  if (person === undefined) throw new AppError('row-not-found');
  return person.name;
}

const flag = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

/** Adds a person. Throws `value-taken` where the code is in use. */
export function addPerson(session: Session, input: Input<'people/add'>): Done {
  return act(session, 'add-person', { name: input.name }, (tx) => ({
    id: insertPerson(tx, { ...input, managesClients: flag(input.managesClients) }),
  }));
}

/** Changes a person's name, role or days. */
export function amendPerson(
  session: Session,
  { id, revision, patch }: Input<'people/amend'>,
): Done {
  const { managesClients, ...rest } = patch;
  act(session, 'amend-person', { name: nameOf(session, id) }, (tx) => {
    const flags = managesClients === undefined ? {} : { managesClients: flag(managesClients) };
    updatePerson(tx, id, { ...rest, ...flags }, revision);
  });
  return { id };
}

/** Sets what a person costs from a day on. */
export function setPayRate(session: Session, input: Input<'people/set-pay-rate'>): Done {
  return act(
    session,
    'set-pay-rate',
    { name: nameOf(session, input.personId), on: input.validFrom },
    (tx) => ({
      id: writePayRate(tx, input),
    }),
  );
}

/** Sets what an hour of a person is sold for from a day on. */
export function setBillRate(session: Session, input: Input<'people/set-bill-rate'>): Done {
  return act(
    session,
    'set-bill-rate',
    { name: nameOf(session, input.personId), on: input.validFrom },
    (tx) => ({
      id: writeBillRate(tx, input),
    }),
  );
}
