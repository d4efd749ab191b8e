import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ErrorNote } from '../../components/error-note';
import { isTyping } from '../../lib/keys';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { DonePane } from './done-pane';
import styles from './import.module.css';
import { ImportHead } from './import-head';
import { totalsOf } from './import-model';
import { ImportSteps } from './import-steps';
import { PreviewSheet } from './preview-sheet';
import { StartPane } from './start-pane';
import { type ImportFlow, useImport } from './use-import';

/** A bank statement: choose the file, see what it will do, decide what is open, write it once. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const flow = useImport();
  useImportKeys(flow);
  const { preview, answer, failure } = flow;
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} />
      {preview === null ? (
        <StartPane flow={flow} />
      ) : answer !== null ? (
        <>
          <ImportSteps at="written" />
          <DonePane flow={flow} preview={preview} answer={answer} />
        </>
      ) : (
        <>
          <ImportHead flow={flow} preview={preview} />
          <ImportSteps at="check" />
          {failure === null ? null : (
            <div className={styles.note}>
              <ErrorNote failure={failure} />
            </div>
          )}
          <PreviewSheet flow={flow} preview={preview} />
          <StatusHints count={preview.rows.length} />
        </>
      )}
    </div>
  );
}

function StatusHints({ count }: { count: number }) {
  const { t } = useTranslation('import');
  return (
    <PageStatus>
      <span>{t('status.read', { count })}</span>
      <span>{t('status.one')}</span>
      <span>
        <kbd>{t('key.space')}</kbd> {t('status.accept')}
      </span>
      <span>
        <kbd>↓</kbd> {t('status.next')}
      </span>
      <span>
        <kbd>Esc</kbd> {t('status.leave')}
      </span>
    </PageStatus>
  );
}

/** Ctrl Enter writes and Esc leaves, wherever the focus is on the page. */
function useImportKeys(flow: ImportFlow): void {
  const [, navigate] = useLocation();
  const latest = useRef({ flow, navigate });
  latest.current = { flow, navigate };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { flow: now, navigate: go } = latest.current;
      if (now.preview === null || now.answer !== null || event.defaultPrevented) return;
      const inLayer =
        event.target instanceof Element &&
        event.target.closest('[role="dialog"], [role="listbox"]') !== null;
      if (inLayer) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!now.isBusy && totalsOf(now.preview, now.choices).written > 0) void now.write();
      } else if (event.key === 'Escape' && !isTyping(event.target)) {
        event.preventDefault();
        now.leave();
        go('/money');
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
