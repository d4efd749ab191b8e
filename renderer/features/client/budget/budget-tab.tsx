import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { BUDGET_KINDS } from '../../../../shared/domain/budget';
import { addMonths, monthOf } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Popover } from '../../../components/popover';
import { Segmented } from '../../../components/segmented';
import { failureOf, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import { AgreeForm } from './agree-form';
import styles from './budget.module.css';
import { BudgetTable, type Typed } from './budget-table';
import { sumWords } from './budget-words';
import { BurnPane } from './burn-pane';
import { EacPane } from './eac-pane';
import { GroundPane } from './ground-pane';
import { LatePane } from './late-pane';
import { MoveForm } from './move-form';

const COUNTS = ['6', '12'] as const;
type Count = (typeof COUNTS)[number];
/** The month under way stands last but one: what comes is seen too. */
const MONTHS_AHEAD = 1;

/** A client's budget by month: plan, actual and forecast, what is left and what was agreed. */
export function BudgetTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('budgets');
  const thisMonth = monthOf(useToday());
  const [count, setCount] = useState<Count>('6');
  const [last, setLast] = useState(addMonths(thisMonth, MONTHS_AHEAD));
  const [typed, setTyped] = useState<Typed>('planned');
  const from = addMonths(last, 1 - Number(count));
  const { data, error } = useRead(
    'budgets/show',
    { clientId: client.id, from, to: last },
    { keepPrevious: true },
  );
  if (data === undefined) {
    return error === null ? <LoadingShape rows={10} /> : <ErrorNote failure={failureOf(error)} />;
  }
  const step = (months: number) => setLast(addMonths(last, months));
  return (
    <div>
      <div className={styles.head}>
        <Warnings budget={data} />
        <div className={styles.tools}>
          <Segmented
            label={t('view')}
            value={typed}
            segments={[
              { value: 'planned', label: t('viewPlan') },
              { value: 'forecast', label: t('viewForecast') },
            ]}
            onChange={setTyped}
          />
          <Segmented
            label={t('months')}
            value={count}
            segments={COUNTS.map((value) => ({ value, label: value }))}
            onChange={setCount}
          />
          <Button icon="back" iconOnly aria-label={t('earlier')} onClick={() => step(-1)} />
          <Button icon="forward" iconOnly aria-label={t('later')} onClick={() => step(1)} />
          <Opening label={t('move.open')} title={t('move.title')}>
            {(close) => <MoveForm budget={data} onDone={close} />}
          </Opening>
          <Opening label={t('agree.open')} title={t('agree.title')} isPrimary>
            {(close) => <AgreeForm budget={data} onDone={close} />}
          </Opening>
        </div>
      </div>
      <BudgetTable budget={data} typed={typed} />
      <div className={styles.halves}>
        <BurnPane budget={data} />
        <GroundPane budget={data} />
      </div>
      <EacPane client={client} />
      <LatePane budget={data} />
    </div>
  );
}

function Opening({
  label,
  title,
  isPrimary = false,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly isPrimary?: boolean;
  readonly children: (close: () => void) => React.ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={title}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant={isPrimary ? 'primary' : 'plain'}>{label}</Button>}
    >
      {children(() => setOpen(false))}
    </Popover>
  );
}

/** What is nearly or wholly used up, in words. */
function Warnings({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const found = BUDGET_KINDS.flatMap((kind) => {
    const total = budget.rows.find((row) => row.kind === kind)?.total;
    return total === undefined || total.warning === 'none' ? [] : [{ kind, total }];
  });
  const isEmpty = budget.rows.every(({ total }) => total.planned === 0);
  if (isEmpty) {
    return (
      <p className="t2">
        <b className="b">{t('emptyTitle')}</b> {t('emptyText')}
      </p>
    );
  }
  if (found.length === 0) return <p className="t2">{t('calm')}</p>;
  return (
    <p>
      {found.map(({ kind, total }, i) => {
        const words = t(`warning.${total.warning}`, {
          share: format.percent((total.actual * 100) / total.planned, { max: 0 }),
          sum: sumWords(format, kind, budget.currency, Math.abs(total.remaining)),
        });
        return (
          <span key={kind} className={total.warning === 'near' ? 'warn' : 'neg'}>
            {i === 0 ? '' : ' · '}
            {t('lede', { kind: t(`kind.${kind}`), words })}
          </span>
        );
      })}
    </p>
  );
}
