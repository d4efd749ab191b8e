import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { Pane } from '../../components/pane';
import { useCommand, useRead } from '../../lib/api';
import { useTranslation } from '../../lib/translation';
import styles from './settings.module.css';

const STEPS = { '0': 0, '360': 360, '900': 900, '1800': 1800 } as const;
type Step = keyof typeof STEPS;
const STEP_NAMES = ['0', '360', '900', '1800'] as const satisfies readonly Step[];

/** How hours are rounded where they are shown for billing; entries keep what was worked. */
export function TimeRounding() {
  const { t } = useTranslation('time');
  const { data } = useRead('time/settings', {});
  const amend = useCommand('time/amend-settings');
  if (data === undefined) return null;
  const step = STEP_NAMES.find((name) => STEPS[name] === data.roundingStepSeconds) ?? '0';
  const ends = Math.floor(data.dayEndsAt / 60);
  return (
    <Pane line="top" title={t('rounding.title')}>
      <div className={styles.teamForm}>
        <SelectField
          label={t('rounding.step')}
          value={step}
          options={STEP_NAMES.map((value) => ({ value, label: t(`rounding.by.${value}`) }))}
          onCommit={(value) => amend.send({ roundingStepSeconds: STEPS[value] })}
        />
        <SelectField
          label={t('rounding.mode')}
          value={data.roundingMode}
          disabled={step === '0'}
          options={(['up', 'nearest'] as const).map((value) => ({
            value,
            label: t(`rounding.${value}`),
          }))}
          onCommit={(roundingMode) => amend.send({ roundingMode })}
        />
        <SelectField
          label={t('rounding.dayEnds')}
          value={String(ends)}
          options={Array.from({ length: 24 }, (_, index) => ({
            value: String(index + 1),
            label: `${index + 1}:00`,
          }))}
          onCommit={(hour) => amend.send({ dayEndsAt: Number(hour) * 60 })}
        />
        <p className="t3">{t('rounding.note')}</p>
        <ErrorNote failure={amend.failure} />
      </div>
    </Pane>
  );
}
