import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import styles from './import.module.css';

const STEPS = ['file', 'fields', 'check', 'write'] as const;

/** Where the import stands: ticks for what is done, the number of what is next. */
export function ImportSteps({ at }: { at: 'check' | 'written' }) {
  const { t } = useTranslation('import');
  return (
    <ol className={styles.steps}>
      {STEPS.map((step, index) => {
        const done = at === 'written' || index < 2;
        const now = at === 'check' && step === 'check';
        return (
          <li
            key={step}
            className={done ? styles.stepDone : now ? styles.stepNow : ''}
            aria-current={now ? 'step' : undefined}
          >
            {done ? <Icon name="check" size={12} /> : null}
            {done ? '' : `${index + 1} `}
            {t(step === 'write' && at === 'written' ? 'steps.written' : `steps.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
