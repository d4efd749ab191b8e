import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Budget } from '../../../../shared/contract/budgets.contract';
import { BUDGET_KINDS, burnOf } from '../../../../shared/domain/budget';
import { daysInclusive, monthPeriod } from '../../../../shared/domain/dates';
import { minorPerMajor } from '../../../../shared/domain/money';
import { SECONDS_PER_HOUR } from '../../../../shared/domain/time-cost';
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
/** From this many units of money on, the axis counts thousands. */
const THOUSANDS_FROM = 20_000;

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
  const most = Math.max(...points.map(({ planned, forecast }) => Math.max(planned, forecast)), 0);
  const major = minorPerMajor(budget.currency);
  const isThousands = kind !== 'hours' && most >= THOUSANDS_FROM * major;
  const scale = kind === 'hours' ? SECONDS_PER_HOUR : isThousands ? 1000 * major : major;
  const sign = kind === 'hours' ? t('kind.hours') : format.currencySign(budget.currency);
  const caption = t(isThousands ? 'burn.captionThousands' : 'burn.caption', {
    sign: kind === 'hours' ? sign.toLowerCase() : sign,
  });
  return (
    <Pane
      title={t('burn.title')}
      caption={caption}
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
            tick: (amount) => format.number(Math.round(amount / scale)),
          }}
        />
      </div>
    </Pane>
  );
}
