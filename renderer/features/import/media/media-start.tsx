import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { SelectField } from '../../../components/fields';
import { PencilBars } from '../../../components/pencil-bars';
import { Segmented } from '../../../components/segmented';
import styles from '../import.module.css';
import own from './media.module.css';
import { type ClientChoice, StatisticsFields } from './said-fields';
import type { MediaImport, MediaKind } from './use-media-import';

const KINDS: readonly MediaKind[] = ['any', 'media-plan', 'ads', 'analytics'];

/** Before a file is read: whose it is and what it is; nothing happens yet. */
export function MediaStart({ flow, client }: { flow: MediaImport; client: ClientChoice }) {
  const { t } = useTranslation('import');
  const { clients } = client;
  return (
    <div className={styles.start}>
      <PencilBars width={300} heights={[30, 24, 38, 28]} />
      <p className="lede">{t('media.start.lede')}</p>
      <ErrorNote failure={flow.failure} />
      <div className={own.startFields}>
        <SelectField
          label={t('media.client')}
          value={client.id}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
          onCommit={client.choose}
        />
        <div className={own.kinds}>
          <Segmented
            label={t('media.kind.label')}
            value={flow.kind}
            segments={KINDS.map((value) => ({ value, label: t(`media.kind.${value}`) }))}
            onChange={flow.chooseKind}
          />
        </div>
        {flow.hasFile && flow.failure !== null ? <StatisticsFields flow={flow} /> : null}
      </div>
      <p className="t2">{t(`media.start.about.${flow.kind}`)}</p>
      <p className="t2">{t('media.start.safe')}</p>
      <div className="row">
        <Button
          variant="primary"
          disabled={flow.isBusy || clients.length === 0}
          onClick={() => void flow.choose()}
          autoFocus
        >
          {t('media.start.choose')}
        </Button>
      </div>
    </div>
  );
}
