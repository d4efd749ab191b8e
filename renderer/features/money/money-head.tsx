import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { UnallocatedPayment } from '../../../shared/contract/money.contract';
import { useFormat } from '../../lib/format';
import { keyWords } from '../../lib/keys';
import { type OpenInvoice, sumsByCurrency } from './money-types';

type Props = { invoices: readonly OpenInvoice[]; payments: readonly UnallocatedPayment[] };

/** The state in one sentence: owed, overdue, unmatched. */
export function MoneyHead({ invoices, payments }: Props) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const words = (sums: { currency: string; minor: number }[]) =>
    format.list(sums.map((sum) => format.moneyWhole(sum.minor, sum.currency)));
  const owed = sumsByCurrency(invoices, (invoice) => invoice.openMinor);
  const overdue = sumsByCurrency(
    invoices.filter((invoice) => invoice.daysOverdue > 0),
    (invoice) => invoice.openMinor,
  );
  const unmatched = sumsByCurrency(payments, (payment) => payment.openMinor);

  return (
    <div className="head">
      <p className="lede grow">
        {owed.length === 0 ? (
          t('money.nobodyOwes')
        ) : (
          <Trans
            t={t}
            i18nKey={overdue.length === 0 ? 'money.owed' : 'money.owedOverdue'}
            values={{ owed: words(owed), overdue: words(overdue) }}
            components={{ b: <b />, neg: <b className="neg" /> }}
          />
        )}{' '}
        {payments.length === 0 ? null : (
          <Trans
            t={t}
            i18nKey="money.unmatched"
            count={payments.length}
            values={{ sum: words(unmatched) }}
            components={{ b: <b /> }}
          />
        )}
      </p>
      <Link href="/money/reconciliation" className="btn">
        {t('money.reconciliation')}
      </Link>
      <Link href="/money/import" className="btn pri">
        {t('money.import')} <kbd>{keyWords('import')}</kbd>
      </Link>
    </div>
  );
}
