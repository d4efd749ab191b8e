import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ImportAnswer, ImportPreview } from '../../../../shared/contract/imports.contract';
import { Button } from '../../../components/button';
import { call } from '../../../lib/api';
import { useWorkspace } from '../../../lib/workspace';
import styles from '../import.module.css';
import { SaveRefused } from '../save-refused';
import type { MediaImport } from './use-media-import';

type Props = {
  readonly flow: MediaImport;
  readonly preview: ImportPreview;
  readonly answer: ImportAnswer;
  readonly clientId: string;
};

/** What was written. A media plan opens at once: it is what the file was for. */
export function MediaDone({ flow, preview, answer, clientId }: Props) {
  const { t } = useTranslation('import');
  const [, navigate] = useLocation();
  const { history } = useWorkspace();
  const { token, kind } = preview;
  const isPlan = kind === 'media-plan';
  useEffect(() => {
    if (!isPlan) return;
    void call('imports/inspect', { kind, path: null, token, clientId }).then(
      ({ preview: read }) => {
        const id = read?.plan?.existing?.id;
        if (id !== undefined) navigate(`/media-plans/${id}`);
      },
    );
  }, [isPlan, kind, token, clientId, navigate]);
  const isUndone = history.redo?.key === `history.import-${kind}`;
  const loose = preview.campaigns.filter(
    ({ campaignKey, lineId }) => (flow.campaigns.get(campaignKey)?.lineId ?? lineId) === null,
  ).length;
  const counts = [
    ['new', answer.added],
    ['changed', answer.updated],
    ['unchanged', answer.unchanged],
    ['asked', answer.undecided],
    ['refused', answer.refused],
  ] as const;
  return (
    <div className={styles.done} role="status">
      <p className="lede">
        {isUndone
          ? t('done.undone')
          : isPlan
            ? t('media.done.plan', { count: answer.added })
            : t('media.done.statistics', { count: answer.added + answer.updated })}
      </p>
      {isUndone || isPlan ? null : (
        <ul className={styles.doneList}>
          {counts.map(([name, count]) =>
            count === 0 ? null : (
              <li key={name} className={name === 'refused' ? 'neg' : ''}>
                {count} {t(`tab.${name}`, { count })}
              </li>
            ),
          )}
          {loose === 0 ? null : <li className="warn">{t('media.done.loose', { count: loose })}</li>}
        </ul>
      )}
      <div className="row">
        <Button variant="primary" onClick={() => navigate('/media-plans')}>
          {t('media.done.plans')}
        </Button>
        <Button disabled={flow.isBusy} onClick={() => void flow.choose()}>
          {t('done.next')}
        </Button>
        {answer.refused > 0 ? <SaveRefused save={flow.saveRefused} /> : null}
      </div>
      {isUndone ? null : <p className="cap">{t('media.done.undo')}</p>}
    </div>
  );
}
