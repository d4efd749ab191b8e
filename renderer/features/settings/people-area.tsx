import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/people.contract';
import { ErrorNote } from '../../components/error-note';
import { Figure } from '../../components/figure';
import { Icon } from '../../components/icon';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import { NewPerson } from './new-person';
import { PersonDetail } from './person-detail';
import { currentRate, initials, nextRate } from './rates';
import styles from './settings.module.css';

/** Who works here, what an hour costs and what it is sold for, since when, and what comes next. */
export function PeopleArea() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { data, error } = useRead('people/list', {});
  const [chosenId, setChosenId] = useState<string | null>(null);

  if (data === undefined) {
    return error === null ? <LoadingShape rows={8} /> : <ErrorNote failure={failureOf(error)} />;
  }
  const { people, baseCurrency } = data;
  const chosen = people.find((person) => person.id === chosenId) ?? people[0];

  return (
    <div className={styles.people}>
      <Pane
        title={t('people.title')}
        caption={t('people.caption', { sign: format.currencySign(baseCurrency) })}
        actions={<NewPerson onAdded={setChosenId} />}
      >
        {people.length === 0 ? (
          <p className={styles.note}>{t('people.none')}</p>
        ) : (
          <table className={`tb flat ${styles.table}`}>
            <colgroup>
              <col />
              <col style={{ width: 88 }} />
              <col style={{ width: 76 }} />
              <col style={{ width: 88 }} />
              <col style={{ width: 168 }} />
            </colgroup>
            <thead>
              <tr>
                <th>{t('people.who')}</th>
                <th>{t('people.since')}</th>
                <th className="n">{t('people.price')}</th>
                <th className={`n ${styles.inner}`} title={t('common:internal.head')}>
                  <span className={styles.innerHead}>
                    <Icon name="lock" size={11} /> {t('people.cost')}
                  </span>
                </th>
                <th>{t('people.next')}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  currency={baseCurrency}
                  isChosen={person === chosen}
                  onChoose={() => setChosenId(person.id)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Pane>
      {chosen === undefined ? null : (
        <PersonDetail key={chosen.id} person={chosen} currency={baseCurrency} />
      )}
    </div>
  );
}

type RowProps = {
  person: Person;
  currency: string;
  isChosen: boolean;
  onChoose: () => void;
};

function PersonRow({ person, currency, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  const since = [
    currentRate(person.payRates, today)?.validFrom,
    currentRate(person.billRates, today)?.validFrom,
  ]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

  return (
    <tr className={isChosen ? 'sel' : styles.pick} onClick={onChoose}>
      <td>
        <button type="button" className={styles.person} aria-pressed={isChosen} onClick={onChoose}>
          <span className="who" aria-hidden="true">
            {initials(person.name)}
          </span>
          <span className="cut">
            <span className="m">{person.name}</span> <span className="t3">{person.role}</span>
          </span>
        </button>
      </td>
      <td className="t2">{since === undefined ? <Dash /> : format.date(since)}</td>
      <td className="n">
        {currentRate(person.billRates, today) === undefined ? (
          <span className="warn">{t('people.noPrice')}</span>
        ) : (
          <Figure figure={person.pricePerHour} unit="money-per-hour" currency={currency} whole />
        )}
      </td>
      <td className={`n ${styles.inner}`}>
        {currentRate(person.payRates, today) === undefined ? (
          <span className="warn">{t('people.noRate')}</span>
        ) : (
          <Figure figure={person.costPerHour} unit="money-per-hour" currency={currency} whole />
        )}
      </td>
      <td>
        <Next person={person} />
      </td>
    </tr>
  );
}

/** What waits: hours that nobody can cost yet, or a rate that begins later (in pencil: hatched). */
function Next({ person }: { person: Person }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  if (person.uncostedSeconds > 0) {
    return (
      <span className="warn m">
        {t('people.uncosted', { hours: format.hoursUnit(person.uncostedSeconds, { max: 1 }) })}
      </span>
    );
  }
  const bill = nextRate(person.billRates, today);
  const pay = nextRate(person.payRates, today);
  const first = [bill?.validFrom, pay?.validFrom].filter((date) => date !== undefined).sort()[0];
  if (first === undefined) return <Dash />;
  const words =
    bill?.validFrom === first
      ? t('people.nextPrice', {
          price: format.amount(bill.hourPriceMinor, bill.currency, { whole: true }),
          date: format.date(first),
        })
      : t('people.nextPay', { date: format.date(first) });
  return (
    <span className="row">
      <i className={`hatch ${styles.swatch}`} aria-hidden="true" />
      <span className="cut">{words}</span>
    </span>
  );
}

function Dash() {
  return <span className="dash">—</span>;
}
