import { useTranslation } from 'react-i18next';
import type { UnallocatedPayment } from '../../../shared/contract/money.contract';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import styles from './money.module.css';
import type { Marks } from './money-types';

type Props = {
  payments: readonly UnallocatedPayment[];
  marks: Marks;
  chosenId: string | null;
  onChoose: (id: string | null) => void;
};

/** Money that came and stands against no invoice. Take one up, then choose its invoice at the left. */
export function UnallocatedPayments({ payments, marks, chosenId, onChoose }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <Pane
      title={t('money.unallocated', { count: payments.length })}
      caption={t('money.unallocatedCaption')}
      line="left"
    >
      {payments.length === 0 ? <p className={styles.note}>{t('money.allMatched')}</p> : null}
      <ul className={styles.payments}>
        {payments.map((payment) => {
          const mark = payment.clientId === null ? undefined : marks.get(payment.clientId);
          const isChosen = payment.id === chosenId;
          return (
            <li key={payment.id}>
              <button
                type="button"
                aria-pressed={isChosen}
                className={isChosen ? `${styles.payment} ${styles.chosen}` : styles.payment}
                onClick={() => onChoose(isChosen ? null : payment.id)}
              >
                <span className="t2">{format.dateShort(payment.paidOn)}</span>
                <span className={styles.who}>
                  <span className="m cut">{payment.counterpartyName}</span>
                  <span className="row sm t2">
                    {mark === undefined ? (
                      <span className="warn">{t('money.whose')}</span>
                    ) : (
                      <ClientMark client={mark} />
                    )}
                    <span className="cut">{payment.purpose}</span>
                  </span>
                </span>
                <span className={styles.sum}>
                  <span className="m">{format.money(payment.openMinor, payment.currency)}</span>
                  {payment.openMinor === payment.amountMinor ? null : (
                    <span className="cap">
                      {t('money.ofPayment', {
                        sum: format.money(payment.amountMinor, payment.currency),
                      })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}
