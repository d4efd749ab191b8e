import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { DateField, MoneyField, NumberField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import styles from './media-plans.module.css';
import type { PlanLine } from './plan-types';
import { SidePane } from './side-pane';

type Props = { plan: Plan; line: PlanLine | null; onClose: () => void };

const COUNTS = ['impressions', 'clicks', 'leads', 'orders'] as const;
type Counts = Record<(typeof COUNTS)[number], number | null>;
const NO_COUNTS: Counts = { impressions: null, clicks: null, leads: null, orders: null };

/** What was spent on the chosen line, day by day; the same day again replaces it. */
export function FactsPane({ plan, line, onClose }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const today = useToday();
  const { data } = useRead('media-plans/list-facts', { planId: plan.id });
  const record = useCommand('media-plans/record-fact');
  const remove = useCommand('media-plans/remove-fact');
  const isOver = plan.to < today;
  const [on, setOn] = useState(isOver ? plan.to : today);
  const [spend, setSpend] = useState<number | null>(null);
  const [counts, setCounts] = useState<Counts>(NO_COUNTS);

  if (line === null) {
    return (
      <SidePane title={t('facts.title')} onClose={onClose}>
        <p className="t2">{t('facts.choose')}</p>
      </SidePane>
    );
  }
  const facts = (data?.facts ?? [])
    .filter(({ originId }) => originId === line.originId)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (line === null) return;
    record.send({ lineId: line.id, on, spendMinor: spend, ...counts, revenueMinor: null });
    setSpend(null);
    setCounts(NO_COUNTS);
  }

  return (
    <SidePane title={t('facts.title')} onClose={onClose}>
      <p className="m">{[line.channel, line.placement].filter(Boolean).join(', ')}</p>
      <form className={styles.decision} onSubmit={submit} noValidate>
        <div className={styles.pair}>
          <DateField label={t('facts.on')} value={on} onCommit={(day) => day && setOn(day)} />
          <MoneyField
            label={t('facts.spend')}
            value={spend}
            currency={plan.currency}
            onCommit={setSpend}
          />
        </div>
        <div className={styles.pair}>
          {COUNTS.map((name) => (
            <NumberField
              key={name}
              label={t(`col.${name}`)}
              value={counts[name]}
              max={Number.MAX_SAFE_INTEGER}
              onCommit={(next) => setCounts({ ...counts, [name]: next })}
            />
          ))}
        </div>
        <ErrorNote failure={record.failure ?? remove.failure} />
        <div className={styles.actions}>
          <Button variant="primary" type="submit">
            {t('facts.record')}
          </Button>
        </div>
      </form>
      {facts.length === 0 ? <p className="t2">{t('facts.none')}</p> : null}
      <ul className={styles.locks}>
        {facts.map((fact) => (
          <li key={fact.id}>
            <span>{format.date(fact.on)}</span>
            <span className="n">
              {fact.spendMinor === null ? '—' : format.money(fact.spendMinor, plan.currency)}
            </span>
            <Button
              variant="quiet"
              aria-label={t('facts.removeOf', { on: format.date(fact.on) })}
              onClick={() => remove.send({ id: fact.id })}
            >
              {t('facts.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </SidePane>
  );
}
