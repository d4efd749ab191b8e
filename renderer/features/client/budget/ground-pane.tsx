import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { Pane } from '../../../components/pane';
import { useFormat } from '../../../lib/format';
import client from '../client.module.css';
import styles from './budget.module.css';

/** What the budget rests on: agreements with the client, and the media plans it agreed to. */
export function GroundPane({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const { agreements, plans, currency } = budget;
  return (
    <Pane title={t('plans.title')} line="top" className={client.leftLine}>
      <ul className={styles.facts}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link href={`/media-plans/${plan.id}`} className={client.link}>
              {t('drafts.planName', plan)}
            </Link>{' '}
            <span className={plan.isBooked ? 't2' : 'warn'}>
              {plan.isBooked
                ? t(plan.currency === currency ? 'plans.booked' : 'plans.bookedAtRates', plan)
                : plan.currency === currency
                  ? t('plans.notBooked')
                  : t('plans.otherCurrency', { currency: plan.currency, own: currency })}
            </span>
          </li>
        ))}
        {agreements.map((agreement) => (
          <li key={agreement.id} title={agreement.note}>
            {t('agreement', {
              from: agreement.fromMonth,
              to: agreement.toMonth,
              money: format.moneyWhole(agreement.moneyTotal, currency),
              hours: format.hoursUnit(agreement.hoursTotal, { max: 0 }),
              by: agreement.agreedBy,
              on: agreement.agreedOn,
            })}
          </li>
        ))}
        {agreements.length === 0 ? <li className="t2">{t('noAgreement')}</li> : null}
      </ul>
    </Pane>
  );
}
