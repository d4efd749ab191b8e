import { useTranslation } from 'react-i18next';
import type {
  Budget,
  BudgetCellDto,
  BudgetRow,
  BudgetSection,
} from '../../../../shared/contract/budgets.contract';
import { isIncome } from '../../../../shared/domain/budget';
import { monthPeriod } from '../../../../shared/domain/dates';
import { ErrorNote } from '../../../components/error-note';
import { HoursField, MoneyField } from '../../../components/fields';
import { Figure } from '../../../components/figure';
import { Icon } from '../../../components/icon';
import { Menu } from '../../../components/menu';
import { Tag } from '../../../components/tag';
import { useCommand } from '../../../lib/api';
import type { ExplainRequest } from '../../../lib/explain';
import { useFormat } from '../../../lib/format';
import { InlineEdit } from '../inline-edit';
import styles from './budget.module.css';
import { amountWords, type ShownKind, sumWords, warningTone } from './budget-words';
import { CellRows } from './cell-rows';

/** Which amount a press on a cell types. */
export type Typed = 'planned' | 'forecast';

const MONTH_WIDTH = 100;
const TOTALS = ['planned', 'actual', 'forecast', 'remaining'] as const;
const TOTAL_WIDTH = 98;

/** Months side by side: in each cell the plan above, the actual or the forecast below. */
export function BudgetTable({ budget, typed }: { readonly budget: Budget; readonly typed: Typed }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const plan = useCommand('budgets/plan-amount');
  const forecast = useCommand('budgets/forecast-amount');
  const locking = useCommand('budgets/lock-month');
  const opening = useCommand('budgets/unlock-month');
  const { clientId, currency, months } = budget;
  const send = (
    section: BudgetSection,
    row: BudgetRow,
    month: string,
    amount: number | null,
  ): void => {
    const at = { clientId, projectId: section.projectId, kind: row.kind, month };
    if (typed === 'planned') plan.send({ ...at, planned: amount ?? 0 });
    else forecast.send({ ...at, forecast: amount });
  };
  return (
    <>
      <ErrorNote failure={plan.failure ?? forecast.failure ?? locking.failure ?? opening.failure} />
      <div className={styles.scroll}>
        <table className={`tb flat ${styles.table}`} aria-label={t('title')}>
          <colgroup>
            <col style={{ width: 148 }} />
            {months.map(({ month }) => (
              <col key={month} style={{ width: MONTH_WIDTH }} />
            ))}
            {TOTALS.map((name) => (
              <col key={name} style={{ width: TOTAL_WIDTH }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th>{t('caption', { sign: format.currencySign(currency) })}</th>
              {months.map(({ month, lock }) => (
                <th key={month} className={`n ${month === budget.thisMonth ? 'on' : ''}`}>
                  <Menu
                    trigger={
                      <button
                        type="button"
                        className={styles.monthHead}
                        aria-label={t('monthMenu', {
                          short: format.monthShort(month),
                          month: format.month(month),
                        })}
                        title={
                          lock === null
                            ? undefined
                            : t('lockedTip', { on: lock.lockedOn, by: lock.lockedBy })
                        }
                      >
                        {lock === null ? null : <Icon name="lock" size={12} />}
                        {format.monthShort(month)}
                        <Icon name="down" size={12} />
                      </button>
                    }
                    items={[
                      lock === null
                        ? {
                            label: t('lock'),
                            onChoose: () => locking.send({ clientId, month, note: '' }),
                            ...(month < budget.thisMonth ? {} : { off: t('monthNotOver') }),
                          }
                        : {
                            label: t('unlock'),
                            onChoose: () => opening.send({ clientId, month }),
                          },
                    ]}
                  />
                </th>
              ))}
              {TOTALS.map((name) => (
                <th key={name} className="n">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles.section}>
              <th colSpan={1 + months.length + TOTALS.length} scope="rowgroup">
                {t('whole')}
              </th>
            </tr>
            {budget.rows.map((row) => (
              <Row key={row.kind} budget={budget} kind={row.kind} row={row} projectId={null} />
            ))}
            <Row budget={budget} kind="money" row={budget.money} projectId={null} isMoney />
          </tbody>
          {budget.sections.map((section) => (
            <tbody key={section.projectId ?? ''}>
              <tr className={styles.section}>
                <th colSpan={1 + months.length + TOTALS.length} scope="rowgroup">
                  {section.projectId === null ? t('noProject') : section.name}
                  {section.projectKind === null ? null : (
                    <span className="cap"> {t(`projectKind.${section.projectKind}`)}</span>
                  )}
                </th>
              </tr>
              {section.rows.map((row) => (
                <Row
                  key={row.kind}
                  budget={budget}
                  kind={row.kind}
                  row={row}
                  projectId={section.projectId}
                  edit={(cell) => (
                    <CellEdit
                      budget={budget}
                      section={section}
                      row={row}
                      cell={cell}
                      typed={typed}
                      onCommit={(amount) => send(section, row, cell.month, amount)}
                    />
                  )}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p className={styles.legendRow}>
        <span>
          {t('planned')} / <b>{t('actual')}</b> / <i>{t('forecast')}</i>
        </span>
      </p>
    </>
  );
}

type Sums = Budget['money']['total'];
type ShownRow = { readonly cells: readonly (Sums & { month: string })[]; readonly total: Sums };

function Row({
  budget,
  kind,
  row,
  projectId,
  isMoney = false,
  edit,
}: {
  readonly budget: Budget;
  readonly kind: ShownKind;
  readonly row: ShownRow;
  readonly projectId: string | null;
  readonly isMoney?: boolean;
  /** Turns the plan or forecast of a cell into its field. */
  readonly edit?: (cell: BudgetCellDto) => React.ReactNode;
}) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const { currency, thisMonth, clientId } = budget;
  const words = (amount: number) => amountWords(format, kind, currency, amount);
  const locks = new Map(budget.months.map(({ month, lock }) => [month, lock]));
  const explain = (month: string): ExplainRequest | undefined => {
    // A locked month is not what its rows say now.
    if (kind !== 'hours' || locks.get(month) != null) return undefined;
    const period = monthPeriod(month);
    if (edit === undefined) {
      return { figureId: 'client-hours', scope: { kind: 'client', clientId, period } };
    }
    return projectId === null
      ? undefined
      : { figureId: 'client-hours', scope: { kind: 'project', clientId, projectId, period } };
  };
  return (
    <tr className={`${styles.kindRow} ${isMoney ? `sum ${styles.money}` : ''}`}>
      <th scope="row" title={t(`kindTip.${kind}`)}>
        {t(`kind.${kind}`)}
      </th>
      {row.cells.map((cell) => {
        const isLocked = locks.get(cell.month) != null;
        const classes = ['n'];
        if (cell.month === thisMonth) classes.push(styles.now ?? '');
        if (isLocked) classes.push(styles.locked ?? '');
        const full = 'fromPlans' in cell ? (cell as BudgetCellDto) : null;
        const tone = warningTone(cell.warning) ?? 'plain';
        const explained = explain(cell.month);
        return (
          <td key={cell.month} className={classes.join(' ')} title={tipOf(cell, full)}>
            <span className={styles.plan}>
              {full === null || edit === undefined || isLocked ? (
                <Amount value={cell.planned} words={words} />
              ) : (
                edit(full)
              )}
            </span>
            <span className={cell.month > thisMonth ? styles.ahead : styles.fact}>
              {explained !== undefined && cell.month <= thisMonth && cell.actual !== 0 ? (
                <Figure
                  figure={{ value: cell.actual, missing: [] }}
                  unit="seconds"
                  tone={tone}
                  explain={explained}
                />
              ) : (
                opened(cell, tone)
              )}
            </span>
          </td>
        );
      })}
      {TOTALS.map((name) => (
        <td key={name} className="n">
          {name === 'remaining' ? (
            <Remaining kind={kind} total={row.total} words={words} />
          ) : (
            <Amount value={row.total[name]} words={words} />
          )}
        </td>
      ))}
    </tr>
  );

  function opened(cell: ShownRow['cells'][number], tone: string) {
    const { month } = cell;
    const value = month > thisMonth ? cell.forecast : cell.actual;
    const shown = (
      <span className={tone === 'plain' || month > thisMonth ? undefined : tone}>
        <Amount value={value} words={words} />
      </span>
    );
    if (cell.planned === 0 && cell.actual === 0) return shown;
    return (
      <CellRows
        asked={{ clientId, projectId, isWhole: edit === undefined, kind, month }}
        currency={currency}
        title={t('rows.title', {
          kind: t(`kind.${kind}`),
          month,
          amount: sumWords(format, kind, currency, value),
        })}
      >
        {shown}
      </CellRows>
    );
  }

  function tipOf(cell: Sums, full: BudgetCellDto | null): string {
    const sum = (amount: number) => sumWords(format, kind, currency, amount);
    const parts = [
      t(cell.planned === 0 ? 'cellTipNoPlan' : 'cellTip', {
        baseline: cell.baseline === null ? t('notAgreed') : sum(cell.baseline),
        forecast: sum(cell.forecast),
        remaining: sum(cell.remaining),
      }),
    ];
    if (full !== null && full.fromPlans !== 0) {
      parts.push(t('fromPlans', { sum: sum(full.fromPlans) }));
    }
    if (full !== null && full.adjusted !== 0) {
      parts.push(t('adjustedTip', { sum: sum(full.adjusted) }));
    }
    return parts.join(' ');
  }
}

/** What is left of a plan. Where none was made, it says so: there is nothing to exceed. */
function Remaining({
  kind,
  total,
  words,
}: {
  readonly kind: ShownKind;
  readonly total: Sums;
  readonly words: (amount: number) => string;
}) {
  const { t } = useTranslation('budgets');
  if (total.planned === 0) {
    return <span className="t3">{total.actual === 0 ? '—' : t('noPlan')}</span>;
  }
  const isOverrun = total.remaining < 0 && (kind === 'money' || !isIncome(kind));
  return (
    <>
      <span className={isOverrun ? 'neg' : undefined}>
        <Amount value={total.remaining} words={words} />
      </span>
      {total.warning === 'none' ? null : (
        <span className={styles.pair}>
          <Tag tone={total.warning === 'near' ? 'warn' : 'neg'}>{t(`word.${total.warning}`)}</Tag>
        </span>
      )}
    </>
  );
}

function Amount({
  value,
  words,
}: {
  readonly value: number;
  readonly words: (amount: number) => string;
}) {
  return value === 0 ? <span className="dash">—</span> : words(value);
}

function CellEdit({
  budget,
  section,
  row,
  cell,
  typed,
  onCommit,
}: {
  readonly budget: Budget;
  readonly section: BudgetSection;
  readonly row: BudgetRow;
  readonly cell: BudgetCellDto;
  readonly typed: Typed;
  readonly onCommit: (amount: number | null) => void;
}) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const { currency } = budget;
  const label = t(typed === 'planned' ? 'editPlan' : 'editForecast', {
    kind: t(`kind.${row.kind}`),
    month: format.month(cell.month),
    section: section.projectId === null ? t('noProject') : section.name,
  });
  const value = typed === 'planned' ? cell.planned : cell.typedForecast;
  return (
    <InlineEdit
      label={label}
      numeric
      view={
        value === null || value === 0 ? (
          <span className="dash">—</span>
        ) : (
          amountWords(format, row.kind, currency, value)
        )
      }
    >
      {(close) => {
        const field = {
          label,
          hideLabel: true,
          autoFocus: true,
          value,
          suffix: '',
          onEscape: close,
          onCommit: (amount: number | null) => {
            close();
            onCommit(amount);
          },
        };
        return row.kind === 'hours' ? (
          <HoursField {...field} />
        ) : (
          <MoneyField {...field} currency={currency} />
        );
      }}
    </InlineEdit>
  );
}
