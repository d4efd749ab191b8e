import type { TFunction } from 'i18next';
import { useState } from 'react';
import type { ImportAnswer } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { Segmented } from '../../components/segmented';
import { call, failureOf, useCommand, useRead } from '../../lib/api';
import { usePhrase } from '../../lib/phrase';
import { useToast } from '../../lib/toast';
import { useTranslation } from '../../lib/translation';
import { ImportNames } from './import-names';
import styles from './time.module.css';

/** A time sheet of another tool: chosen, read, its unknown names said, then written. */
export function ImportHours() {
  const { t } = useTranslation('time');
  const toast = useToast();
  const [token, setToken] = useState<string | null>(null);

  async function choose() {
    try {
      const { preview } = await call('imports/inspect', { kind: 'time-csv', path: null });
      if (preview !== null) setToken(preview.token);
    } catch (error) {
      toast({ text: failureOf(error)?.message ?? '' });
    }
  }

  return (
    <>
      <Button variant="quiet" onClick={() => void choose()}>
        {t('import.open')}
      </Button>
      {token === null ? null : <Review token={token} onClose={() => setToken(null)} />}
    </>
  );
}

type Order = 'dmy' | 'mdy';

function Review({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation('time');
  const phrase = usePhrase();
  const toast = useToast();
  const [dateOrder, setOrder] = useState<Order | null>(null);
  const { data, error } = useRead(
    'time/review-import',
    { token, dateOrder, clientId: null },
    { keepPrevious: true },
  );
  const write = useCommand('imports/write');

  async function submit() {
    const done = await write.run({ token, decisions: [] }).catch(() => null);
    if (done === null) return;
    toast({ text: t('import.done', { count: done.added }) });
    onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={data === undefined ? t('import.title') : t('import.titleOf', { tool: data.format })}
      className={styles.review}
    >
      <div className={styles.answers}>
        <ErrorNote failure={failureOf(error) ?? write.failure} />
        {data === undefined ? null : (
          <>
            <p>{countWords(data.answer, t)}</p>
            {data.asksDateOrder ? (
              <div className={styles.order}>
                <span>{t('import.order')}</span>
                <Segmented<Order | 'ask'>
                  label={t('import.order')}
                  value={dateOrder ?? 'ask'}
                  segments={(['ask', 'dmy', 'mdy'] as const).map((value) => ({
                    value,
                    label: t(`import.orders.${value}`),
                  }))}
                  onChange={(value) => setOrder(value === 'ask' ? null : value)}
                />
              </div>
            ) : null}
            <ImportNames names={data.names} />
            {data.warnings.slice(0, 6).map((warning) => (
              <p key={`${warning.key} ${warning.params.row ?? ''}`} className="t2">
                {t('import.row', { row: warning.params.row ?? '', what: phrase(warning) })}
              </p>
            ))}
            <div className="row">
              <Button
                variant="primary"
                disabled={data.answer.added === 0 || write.isRunning}
                onClick={() => void submit()}
              >
                {t('import.write', { count: data.answer.added })}
              </Button>
              <Button onClick={onClose}>{t('import.leave')}</Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

/** «40 строк: записать 30, уже есть 4, неясно 6» */
function countWords(answer: ImportAnswer, t: TFunction): string {
  const parts = (['added', 'unchanged', 'undecided', 'refused', 'notBooked'] as const)
    .filter((key) => answer[key] > 0)
    .map((key) => t(`import.count.${key}`, { count: answer[key] }));
  return [t('import.read', { count: answer.read }), ...parts].join(' · ');
}
