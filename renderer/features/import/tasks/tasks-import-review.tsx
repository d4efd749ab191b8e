import { useState } from 'react';
import type { ImportAnswer } from '../../../../shared/contract/imports.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { SelectField } from '../../../components/fields';
import { LoadingShape } from '../../../components/loading-shape';
import { Segmented } from '../../../components/segmented';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { usePhrase } from '../../../lib/phrase';
import { useTranslation } from '../../../lib/translation';
import { countWords } from './count-words';
import styles from './tasks-import.module.css';
import { TasksImportNames } from './tasks-import-names';
import { TasksImportRows } from './tasks-import-rows';

type Order = 'dmy' | 'mdy';
type Props = { token: string; onDone: (answer: ImportAnswer) => void; onLeave: () => void };

/** No more is read one by one; the counts above hold all of them. */
const MOST_WARNINGS = 8;

/** What the file would do, and what only a person can say about it. */
export function TasksImportReview({ token, onDone, onLeave }: Props) {
  const { t } = useTranslation('import');
  const phrase = usePhrase();
  const [clientId, setClient] = useState<string | null>(null);
  const [dateOrder, setOrder] = useState<Order | null>(null);
  const { data, error } = useRead(
    'imports/review-tasks',
    { token, clientId, dateOrder },
    { keepPrevious: true },
  );
  const clients = useRead('time/bookable', {}).data?.clients ?? [];
  const writing = useCommand('imports/write');
  const failure = failureOf(error) ?? writing.failure;
  if (data === undefined) {
    return failure === null ? <LoadingShape rows={10} /> : <ErrorNote failure={failure} />;
  }
  const { preview, names, asksDateOrder } = data;
  const { answer } = preview;
  const written = answer.added + answer.updated;
  return (
    <>
      <div className="head">
        <p className="lede grow">
          <b>{t(`tasks.of.${preview.kind}`, { name: preview.format })}</b> {countWords(answer, t)}
        </p>
        <Button onClick={onLeave}>{t('tasks.leave')}</Button>
        <Button
          variant="primary"
          disabled={written === 0 || writing.isRunning}
          onClick={() => void writing.run({ token, decisions: [] }).then(onDone, () => undefined)}
        >
          {written === 0 ? t('tasks.nothing') : t('tasks.write', { count: written })}
        </Button>
      </div>
      <div className={styles.body}>
        <div className={styles.said}>
          <ErrorNote failure={failure} />
          <SelectField
            label={t('tasks.client')}
            value={clientId ?? ''}
            options={[
              { value: '', label: t('tasks.noClient') },
              ...clients.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={(value) => setClient(value === '' ? null : value)}
          />
          {asksDateOrder ? (
            <Segmented<Order | 'ask'>
              label={t('tasks.order')}
              value={dateOrder ?? 'ask'}
              segments={(['ask', 'dmy', 'mdy'] as const).map((value) => ({
                value,
                label: t(`tasks.orders.${value}`),
              }))}
              onChange={(value) => setOrder(value === 'ask' ? null : value)}
            />
          ) : null}
          <TasksImportNames names={names} clients={clients} />
          {preview.warnings.slice(0, MOST_WARNINGS).map((warning) => (
            <p key={`${warning.key} ${Object.values(warning.params).join(' ')}`} className="t2">
              {t('tasks.row', { row: warning.params['row'] ?? '', what: phrase(warning) })}
            </p>
          ))}
          {preview.warnings.length > MOST_WARNINGS ? (
            <p className="cap">
              {t('tasks.rest', { count: preview.warnings.length - MOST_WARNINGS })}
            </p>
          ) : null}
        </div>
        <TasksImportRows rows={preview.rows} />
      </div>
    </>
  );
}
