import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview, TimelineItem } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField } from '../../../components/fields';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import { useToday } from '../../../lib/workspace';
import page from '../client.module.css';
import { RecordForm } from './record-form';
import styles from './timeline-pane.module.css';

const SHOWN = 12;

/** What was said and what is promised, newest above; a blue line is now. */
export function TimelinePane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const today = useToday();
  const [isOpen, setOpen] = useState(false);
  const [isAll, setAll] = useState(false);
  const { data, error } = useRead('clients/timeline', { clientId: client.id });
  const items = data?.items ?? [];
  const coming = items.filter((item) => isAhead(item, today));
  const past = items.filter((item) => !isAhead(item, today));
  const shownPast = isAll ? past : past.slice(0, Math.max(4, SHOWN - coming.length));
  return (
    <Pane
      title={t('timeline.title')}
      line="top"
      actions={
        <Popover
          label={t('timeline.record')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button variant="quiet" icon="plus" className={page.accent}>
              {t('timeline.record')}
            </Button>
          }
        >
          <RecordForm client={client} onDone={() => setOpen(false)} />
        </Popover>
      }
    >
      {error === null ? null : <ErrorNote failure={failureOf(error)} />}
      {data === undefined && error === null && <LoadingShape rows={5} />}
      {data !== undefined && items.length === 0 && (
        <p className={`sm t2 ${page.paneText}`}>{t('timeline.empty')}</p>
      )}
      <ol className={styles.timeline}>
        {coming.map((item) => (
          <Entry key={`${item.kind}${item.id}`} item={item} isAhead isFirstPast={false} />
        ))}
        {shownPast.map((item, i) => (
          <Entry
            key={`${item.kind}${item.id}`}
            item={item}
            isAhead={false}
            isFirstPast={i === 0 && coming.length > 0}
          />
        ))}
      </ol>
      {shownPast.length < past.length && (
        <div className={page.paneText}>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('timeline.more', { count: past.length - shownPast.length })}
          </Button>
        </div>
      )}
    </Pane>
  );
}

/** Open promises of today still lie ahead; what is over or late stands below the line. */
function isAhead(item: TimelineItem, today: string): boolean {
  if (item.on > today) return true;
  return item.on === today && !item.done && item.kind !== 'contact' && item.kind !== 'payment';
}

function Entry({
  item,
  isAhead: ahead,
  isFirstPast,
}: {
  readonly item: TimelineItem;
  readonly isAhead: boolean;
  readonly isFirstPast: boolean;
}) {
  const format = useFormat();
  const phrase = usePhrase();
  const today = useToday();
  const near = format.dayNear(item.on, today);
  const short = format.dateShort(item.on);
  const below =
    item.at !== null
      ? format.time(item.at)
      : near !== short
        ? near
        : format.weekday(item.on, 'short');
  const isKept = item.kind === 'deadline' && item.done;
  const dot = ahead && item.tone !== 'warn' ? 'plan' : isKept ? 'pos' : item.tone;
  const detail = item.detail === null ? null : phrase(item.detail);
  const title = phrase(item.title);
  return (
    <li className={isFirstPast ? styles.now : undefined}>
      <span className={styles.when}>
        <b>{short}</b>
        <br />
        {below}
      </span>
      <i className={styles.dot} data-tone={dot} aria-hidden="true" />
      <span className={styles.what}>
        <span className="m cut" title={title}>
          {title}
        </span>
        {detail === null ? null : (
          <span className={`sm cut ${item.tone === 'plain' ? 't3' : item.tone}`} title={detail}>
            {detail}
          </span>
        )}
      </span>
      {item.kind === 'deadline' && !item.done && <DeadlineActions item={item} title={title} />}
    </li>
  );
}

function DeadlineActions({ item, title }: { readonly item: TimelineItem; readonly title: string }) {
  const { t } = useTranslation('client');
  const complete = useCommand('deadlines/complete');
  const move = useCommand('deadlines/move');
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t('timeline.change', { title })}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="quiet"
          icon="check"
          iconOnly
          className={styles.small}
          aria-label={t('timeline.change', { title })}
          title={t('timeline.change', { title })}
        />
      }
    >
      <div className={page.smallForm}>
        <Button
          variant="primary"
          onClick={() => {
            setOpen(false);
            complete.send({ id: item.id });
          }}
        >
          {t('timeline.done')}
        </Button>
        <DateField
          label={t('timeline.moveTo')}
          value={item.on}
          onCommit={(dueOn) => {
            if (dueOn === null) return;
            setOpen(false);
            move.send({ id: item.id, dueOn });
          }}
        />
        <ErrorNote failure={complete.failure ?? move.failure} />
      </div>
    </Popover>
  );
}
