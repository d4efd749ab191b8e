import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { BUDGET_KINDS, burnOf } from '../../../../shared/domain/budget';
import { daysInclusive, monthPeriod } from '../../../../shared/domain/dates';
import { minorPerMajor } from '../../../../shared/domain/money';
import { useBox } from '../../../components/charts/use-box';
import { SelectField } from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from './budget.module.css';
import { type ShownKind, sumWords } from './budget-words';
import { BurnChart } from './burn-chart';

const KINDS: readonly ShownKind[] = ['money', ...BUDGET_KINDS];
const HEIGHT = 240;

/** How the budget of one kind runs over the months shown. */
export function BurnPane({ budget }: { readonly budget: Budget }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const today = useToday();
  const [kind, setKind] = useState<ShownKind>('money');
  const [box, size] = useBox<HTMLDivElement>(620, HEIGHT);
  const row = kind === 'money' ? budget.money : budget.rows.find((each) => each.kind === kind);
  const points = burnOf(row?.cells ?? [], budget.thisMonth);
  const index = points.findIndex(({ month }) => month === budget.thisMonth);
  const month = monthPeriod(budget.thisMonth);
  const passed = daysInclusive({ from: month.from, to: today }) / daysInclusive(month);
  return (
    <Pane
      title={t('burn.title')}
      caption={t('burn.caption')}
      line="top"
      actions={
        <span className={styles.pick}>
          <SelectField
            label={t('burn.of')}
            hideLabel
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onCommit={setKind}
          />
        </span>
      }
    >
      <div ref={box} className={styles.chart}>
        <BurnChart
          points={points}
          today={index < 0 ? null : index + passed}
          width={size.width}
          height={HEIGHT}
          words={{
            title: t('burn.title'),
            month: t('burn.month'),
            actual: t('burn.actual'),
            forecast: t('burn.forecast'),
            baseline: t('burn.baseline'),
            planned: t('burn.planned'),
            today: t('burn.today'),
            monthName: format.monthShort,
            amount: (amount) => sumWords(format, kind, budget.currency, amount),
            tick: (amount) =>
              kind === 'hours'
                ? format.number(Math.round(amount / 3600))
                : compactTick(amount / minorPerMajor(budget.currency)),
          }}
        />
      </div>
    </Pane>
  );

  function compactTick(major: number): string {
    return format.number(major >= 10_000 ? Math.round(major / 1000) : Math.round(major));
  }
}
