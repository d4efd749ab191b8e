import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { PencilBars } from '../../components/pencil-bars';
import styles from './import.module.css';
import type { ImportFlow } from './use-import';

/** Before a file is chosen: what will happen, and that nothing happens yet. */
export function StartPane({ flow }: { flow: ImportFlow }) {
  const { t } = useTranslation('import');
  return (
    <div className={styles.start}>
      <PencilBars width={300} heights={[22, 32, 28, 38]} />
      <p className="lede">{t('start.lede')}</p>
      <ErrorNote failure={flow.failure} />
      <p className="t2">{t('start.kinds')}</p>
      <p className="t2">
        {t('start.safe')} {t('start.again')}.
      </p>
      <div className="row">
        <Button
          variant="primary"
          disabled={flow.isBusy}
          onClick={() => void flow.choose()}
          autoFocus
        >
          {t('start.choose')}
        </Button>
      </div>
      <p className="cap">{t('start.example')}</p>
    </div>
  );
}
