import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { ErrorNote } from '../../../components/error-note';
import { useRead } from '../../../lib/api';
import { isTyping } from '../../../lib/keys';
import { PageTitle } from '../../../lib/page-slots';
import styles from '../import.module.css';
import { MediaDone } from './media-done';
import { canWrite, MediaHead } from './media-head';
import { MediaSheet } from './media-sheet';
import { MediaStart } from './media-start';
import { type MediaImport, useMediaImport } from './use-media-import';

/** Statistics and media plans: choose the file, say what it leaves out, see what it will do, write it once. */
export function MediaImportPage() {
  const { t } = useTranslation('import');
  const asked = new URLSearchParams(useSearch()).get('client');
  const { data } = useRead('clients/list', { archived: false });
  const clients = data?.clients ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const clientId = chosen ?? asked ?? clients[0]?.id ?? '';
  const flow = useMediaImport(clientId);
  useMediaKeys(flow);
  const { preview, answer, failure } = flow;
  const client = {
    id: clientId,
    clients,
    choose: (id: string) => {
      setChosen(id);
      flow.say({ clientId: id });
    },
  };
  return (
    <div className={styles.page}>
      <PageTitle title={t('media.title')} />
      {preview === null ? (
        <MediaStart flow={flow} client={client} />
      ) : answer !== null ? (
        <MediaDone flow={flow} preview={preview} answer={answer} clientId={clientId} />
      ) : (
        <>
          <MediaHead flow={flow} preview={preview} />
          {failure === null ? null : (
            <div className={styles.note}>
              <ErrorNote failure={failure} />
            </div>
          )}
          <MediaSheet flow={flow} preview={preview} client={client} />
        </>
      )}
    </div>
  );
}

/** Ctrl Enter writes and Esc leaves, wherever the focus is on the page. */
function useMediaKeys(flow: MediaImport): void {
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
        if (!now.isBusy && canWrite(now, now.preview)) void now.write();
      } else if (event.key === 'Escape' && !isTyping(event.target)) {
        event.preventDefault();
        now.leave();
        go('/media-plans');
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
