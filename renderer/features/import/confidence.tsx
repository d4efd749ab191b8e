import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '../../../shared/contract/imports.contract';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import styles from './import.module.css';
import { LIKELY, type RowChoice, SURE } from './import-model';

/** Ink from 85, amber from 60, red below; a tick where a person has spoken. */
export function Confidence({ row, choice }: { row: PreviewRow; choice: RowChoice | undefined }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  if (choice !== undefined && choice.skip !== true) {
    return (
      <span className={`${styles.accepted} pos`}>
        <Icon name="check" size={12} /> {t('why.accepted')}
      </span>
    );
  }
  if (row.match === null || row.state === 'unchanged' || choice?.skip === true) return null;
  const { confidence } = row.match;
  const level = confidence >= SURE ? '' : confidence >= LIKELY ? 'warn' : 'neg';
  return (
    <>
      <svg width="44" height="10" className={styles.bar} aria-hidden="true">
        <rect x=".5" y=".5" width="43" height="9" className={styles.barBox} />
        <rect
          width={(44 * confidence) / 100}
          height="10"
          className={
            level === '' ? styles.barSure : level === 'warn' ? styles.barLikely : styles.barGuess
          }
        />
      </svg>{' '}
      <span className={`n ${level} ${styles.percent}`}>{format.percent(String(confidence))}</span>
    </>
  );
}
