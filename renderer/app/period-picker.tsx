import { type KeyboardEvent, useState } from 'react';
import { monthOf } from '../../shared/domain/dates';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { Popover } from '../components/popover';
import { useFormat } from '../lib/format';
import { keyWords } from '../lib/keys';
import { lastClosedMonth, type PeriodKey, QUARTERS, usePeriod, usePeriodName } from '../lib/period';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import styles from './period-picker.module.css';

const COLUMNS = 3;

/** Months, quarters and years: the period every screen with figures looks at. */
export function PeriodPicker() {
  const { t } = useTranslation('common');
  const name = usePeriodName();
  const { key, closed, choose } = usePeriod();
  const [open, setOpen] = useState(false);

  return (
    <Popover
      label={t('period.label')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          className="period"
          title={`${t('period.label')} · ${keyWords('previous-period')} ${keyWords('next-period')}`}
        >
          {name(key)}
          <span className="cap">{t(closed ? 'period.closed' : 'period.open')}</span>
          <Icon name="down" size={14} />
        </Button>
      }
    >
      <Choices
        chosen={key}
        onChoose={(next) => {
          choose(next);
          setOpen(false);
        }}
      />
    </Popover>
  );
}

function Choices({ chosen, onChoose }: { chosen: PeriodKey; onChoose: (key: PeriodKey) => void }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const today = useToday();
  const [year, setYear] = useState(Number(chosen.slice(0, 4)));
  const current = monthOf(today);
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);

  const choice = (key: PeriodKey, word: string, isFuture: boolean) => (
    <button
      key={key}
      type="button"
      className={[
        styles.choice,
        key === chosen ? styles.chosen : '',
        key === current ? styles.current : '',
        isFuture ? styles.future : '',
      ]
        .filter(Boolean)
        .join(' ')}
      aria-pressed={key === chosen}
      onClick={() => onChoose(key)}
    >
      {word}
    </button>
  );

  return (
    <div className={styles.sheet}>
      <div className={styles.year}>
        <Button
          variant="quiet"
          icon="back"
          iconOnly
          aria-label={t('period.previousYear')}
          onClick={() => setYear(year - 1)}
        />
        <b className="b" aria-live="polite">
          {year}
        </b>
        <Button
          variant="quiet"
          icon="forward"
          iconOnly
          aria-label={t('period.nextYear')}
          onClick={() => setYear(year + 1)}
        />
      </div>
      <fieldset className={styles.months} onKeyDown={moveByArrows}>
        <legend className="unseen">{t('period.months')}</legend>
        {months.map((month) => choice(month, format.monthName(month), month > current))}
      </fieldset>
      <fieldset className={styles.quarters} onKeyDown={moveByArrows}>
        <legend className="unseen">{t('period.quarters')}</legend>
        {QUARTERS.map((quarter, index) =>
          choice(
            `${year}-Q${quarter}`,
            t('period.quarterShort', { quarter: t(`period.numeral.${quarter}`) }),
            (months[index * 3] ?? '') > current,
          ),
        )}
      </fieldset>
      {choice(String(year), t('period.year'), `${year}-01` > current)}
      <div className={styles.quick}>
        <Button variant="quiet" onClick={() => onChoose(lastClosedMonth(today))}>
          {t('period.lastClosed')}
        </Button>
        <Button variant="quiet" onClick={() => onChoose(current)}>
          {t('period.current')}
        </Button>
      </div>
    </div>
  );
}

/** Arrows walk the grid; Tab leaves it. */
function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const columns = buttons.length === 4 ? 4 : COLUMNS;
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const index = buttons.findIndex((button) => button.matches(':focus'));
  buttons[index + step]?.focus();
}
