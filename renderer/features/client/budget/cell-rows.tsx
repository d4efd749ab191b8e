import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BudgetCellRow } from '../../../../shared/contract/budgets.contract';
import type { Input } from '../../../../shared/contract/contract';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Popover } from '../../../components/popover';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import client from '../client.module.css';
import styles from './budget.module.css';
import { sumWords } from './budget-words';

type Asked = Input<'budgets/show-cell'>;

/** A figure of the budget that opens into the rows of its plan and its actual. */
export function CellRows({
  asked,
  currency,
  title,
  children,
}: {
  readonly asked: Asked;
  readonly currency: string;
  readonly title: string;
  /** The figure itself. */
  readonly children: ReactNode;
}) {
  return (
    <Popover
      label={title}
      align="end"
      className={styles.rows}
      trigger={
        <button type="button" className={styles.opens} aria-label={title}>
          {children}
        </button>
      }
    >
      <Rows asked={asked} currency={currency} title={title} />
    </Popover>
  );
}

function Rows({ asked, currency, title }: { asked: Asked; currency: string; title: string }) {
  const { t } = useTranslation('budgets');
  const { data, error } = useRead('budgets/show-cell', asked);
  if (data === undefined) {
    return error === null ? <LoadingShape rows={3} /> : <ErrorNote failure={failureOf(error)} />;
  }
  return (
    <>
      <p className="b">{title}</p>
      <Part name={t('planned')} rows={data.planned} currency={currency} none={t('rows.noPlan')} />
      <Part name={t('actual')} rows={data.actual} currency={currency} none={t('rows.noActual')} />
    </>
  );
}

function Part({
  name,
  rows,
  currency,
  none,
}: {
  readonly name: string;
  readonly rows: readonly BudgetCellRow[];
  readonly currency: string;
  readonly none: string;
}) {
  const format = useFormat();
  const phrase = usePhrase();
  const sum = (kind: BudgetCellRow['kind'], amount: number) =>
    kind === 'hours' ? sumWords(format, kind, currency, amount) : format.money(amount, currency);
  const kind = rows[0]?.kind ?? 'media';
  return (
    <table className="tb flat" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className="n">
            {rows.length === 0
              ? ''
              : sum(
                  kind,
                  rows.reduce((all, { amount }) => all + amount, 0),
                )}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={2} className="t2">
              {none}
            </td>
          </tr>
        ) : (
          rows.map((row) => (
            <tr key={`${row.kind} ${row.label.key} ${JSON.stringify(row.label.params)}`}>
              <td>
                {row.link === null ? (
                  phrase(row.label)
                ) : (
                  <Link href={row.link} className={client.link}>
                    {phrase(row.label)}
                  </Link>
                )}
              </td>
              <td className="n">{sum(row.kind, row.amount)}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}
