import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../../shared/contract/contract';
import { EMPTY_TASK_FILTER } from '../../../../shared/domain/work/task-view';
import { Button } from '../../../components/button';
import { ClientMark } from '../../../components/client-mark';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { SelectField } from '../../../components/fields';
import { LoadingShape } from '../../../components/loading-shape';
import { Popover } from '../../../components/popover';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { usePhrase } from '../../../lib/phrase';
import { type Kit, useKit } from '../kit';
import { useAct } from '../panel/use-act';
import { dateOf, dueTone } from '../task-words';
import work from '../work.module.css';
import styles from './practice.module.css';

type Item = Output<'tasks/queue'>['items'][number];
const LEVELS = ['reckoned', 'urgent', 'high', 'normal', 'low'] as const;
type Level = (typeof LEVELS)[number];
const SHOWN = 100;

/** What to do next, best first: urgency × client benefit with its reasons, and the way to overrule it. */
export function QueuePage() {
  const [personId, setPerson] = useState('');
  const choices = useRead('tasks/choices', {}).data;
  const { data, error } = useRead(
    'tasks/queue',
    {
      filter: { ...EMPTY_TASK_FILTER, personIds: personId === '' ? [] : [personId] },
      limit: SHOWN,
    },
    { keepPrevious: true },
  );
  const kit = useKit(data?.names);
  const { t } = kit;
  if (error !== null)
    return (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  if (data === undefined) return <LoadingShape rows={10} />;
  const byHand = data.items.filter(({ card }) => card.isPrioritySet).length;
  return (
    <div className={work.scroll}>
      <div className="head">
        <p className="lede grow">
          <b>{t('queue.lede', { count: data.items.length })}</b>
          {byHand === 0 ? '' : `, ${t('queue.byHand', { count: byHand })}`}
        </p>
        <div className={styles.pick}>
          <SelectField
            label={t('day.person')}
            hideLabel
            value={personId}
            options={[
              { value: '', label: t('day.everybody') },
              ...(choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={setPerson}
          />
        </div>
      </div>
      {data.items.length === 0 ? (
        <EmptyState title={t('queue.emptyTitle')} text={t('queue.emptyText')} />
      ) : (
        <table className="tb" aria-label={t('tab.queue')}>
          <colgroup>
            <col style={{ width: 56 }} />
            <col />
            <col style={{ width: '34%' }} />
            <col style={{ width: 96 }} />
            <col style={{ width: 132 }} />
            <col style={{ width: 148 }} />
          </colgroup>
          <thead>
            <tr>
              <th className="n" title={t('queue.place')}>
                {t('list.number')}
              </th>
              <th>{t('list.title')}</th>
              <th>{t('queue.reasons')}</th>
              <th>{t('list.due')}</th>
              <th className="n">{t('queue.score')}</th>
              <th>{t('list.priority')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item, index) => (
              <QueueRow key={item.card.id} item={item} place={index + 1} kit={kit} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function QueueRow({ item, place, kit }: { item: Item; place: number; kit: Kit }) {
  const { card } = item;
  const { t, format, today } = kit;
  const phrase = usePhrase();
  const [, navigate] = useLocation();
  const client = card.clientId === null ? undefined : kit.clients.get(card.clientId);
  const on = dateOf(card);
  const reasons = item.reasons.map(phrase).join(', ');
  return (
    <tr>
      <td className="n t3">{format.number(place)}</td>
      <td>
        <span className="row">
          {client === undefined ? null : <ClientMark client={client} />}
          <button
            type="button"
            className={`cut ${styles.name}`}
            title={card.title}
            onClick={() => navigate(`/tasks/${card.id}`)}
          >
            {card.title}
          </button>
        </span>
      </td>
      <td className="t2" title={reasons}>
        {reasons}
      </td>
      <td className={dueTone(card, today)}>{on === null ? '—' : format.dayNear(on, today)}</td>
      <td className="n">
        {`${format.number(item.urgency)} × ${format.number(item.benefit)} = `}
        <b>{format.number(card.score)}</b>
      </td>
      <td>
        <Override item={item} kit={kit}>
          {t(`priority.${card.priority}`)}
          {card.isPrioritySet ? ` ${t('list.byHand')}` : ''}
        </Override>
      </td>
    </tr>
  );
}

/** The priority by hand, with the words of whoever sets it. */
function Override({ item, kit, children }: { item: Item; kit: Kit; children: React.ReactNode }) {
  const { card } = item;
  const { t } = kit;
  const [open, setOpen] = useState(false);
  const [level, setLevel] = useState<Level>(card.isPrioritySet ? card.priority : 'reckoned');
  const [reason, setReason] = useState(item.setReason);
  const prioritise = useCommand('tasks/prioritise');
  const act = useAct();
  async function commit() {
    const done = await act(
      prioritise.run({
        id: card.id,
        revision: card.revision,
        level: level === 'reckoned' ? null : level,
        reason: level === 'reckoned' ? '' : reason.trim(),
      }),
    );
    if (done) setOpen(false);
  }
  return (
    <Popover
      label={t('queue.override')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={
        <button
          type="button"
          className={styles.name}
          title={item.setReason === '' ? undefined : item.setReason}
        >
          {children}
        </button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void commit();
        }}
      >
        <SelectField
          label={t('list.priority')}
          value={level}
          options={LEVELS.map((value) => ({ value, label: t(`priority.${value}`) }))}
          onCommit={setLevel}
        />
        {level === 'reckoned' ? null : (
          <TextInput label={t('queue.why')} value={reason} onChange={setReason} />
        )}
        <div>
          <Button type="submit" variant="primary">
            {t('queue.set')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
