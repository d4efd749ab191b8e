import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import styles from '../client.module.css';
import { NpsForm } from '../profitability/record-form';

/** The client's answers to «would you recommend us», newest first. */
export function NpsPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const phrase = usePhrase();
  const [isOpen, setOpen] = useState(false);
  const { data } = useRead('clients/timeline', { clientId: client.id });
  const answers = (data?.items ?? []).filter((item) => item.kind === 'nps');
  const { nps } = client;
  return (
    <Pane
      title={t('nps.title')}
      line="top"
      actions={
        <Popover
          label={t('nps.record')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button variant="quiet" icon="plus">
              {t('nps.answer')}
            </Button>
          }
        >
          <div className={styles.form}>
            <NpsForm clientId={client.id} onDone={() => setOpen(false)} />
          </div>
        </Popover>
      }
    >
      <div className={styles.paneText}>
        {nps === null ? (
          <p className="sm t2">{t('nps.none')}</p>
        ) : answers.length === 0 ? (
          <p className="sm">
            {t('nps.last', { score: nps.score, on: format.date(nps.answeredOn) })}
          </p>
        ) : (
          <ul className={styles.answers}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <span className="t3">{format.date(answer.on)}</span>{' '}
                <span className={answer.tone === 'plain' ? 'm' : `m ${answer.tone}`}>
                  {phrase(answer.title)}
                </span>
                {answer.detail === null ? null : (
                  <span className="sm t2"> {phrase(answer.detail)}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Pane>
  );
}
