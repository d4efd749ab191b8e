import type { TimeEntryLine } from '../../../shared/contract/time.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { HoursField, TextField } from '../../components/fields';
import { Pane } from '../../components/pane';
import { Tag } from '../../components/tag';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { Adjust } from './adjust-form';
import { targetWords } from './target-words';
import styles from './time.module.css';

type Props = { personId: string | null; on: string };

/** Entries of a day one by one, each mended where it stands. */
export function DayList({ personId, on }: Props) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { data } = useRead('time/day', { personId, on }, { keepPrevious: true });
  const settings = useRead('time/settings', {}).data;
  const amend = useCommand('hours/amend');
  const remove = useCommand('hours/remove');
  const entries = data?.entries ?? [];
  const isRounded = (settings?.roundingStepSeconds ?? 0) > 0;
  const total = entries.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    <Pane
      line="top"
      title={`${format.weekday(on, 'long')}, ${format.dayMonth(on)}`}
      caption={entries.length === 0 ? undefined : format.hoursUnit(total, { max: 2 })}
      actions={data?.day.isLocked === true ? <Adjust personId={personId} on={on} /> : null}
    >
      <ErrorNote failure={amend.failure ?? remove.failure} />
      {entries.length === 0 ? (
        <p className={`t3 ${styles.note}`}>{t('day.empty')}</p>
      ) : (
        <table className="tb flat" aria-label={t('day.list')}>
          <colgroup>
            <col style={{ width: 116 }} />
            <col />
            <col />
            <col style={{ width: 104 }} />
            {isRounded ? <col style={{ width: 96 }} /> : null}
            <col style={{ width: 60 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('day.when')}</th>
              <th>{t('week.work')}</th>
              <th>{t('day.note')}</th>
              <th className="n">{t('day.hours')}</th>
              {isRounded ? <th className="n">{t('day.billed')}</th> : null}
              <th>
                <span className="unseen">{t('day.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                isRounded={isRounded}
                onSeconds={(durationSeconds) =>
                  amend.send({ id: entry.id, revision: entry.revision, patch: { durationSeconds } })
                }
                onNote={(note) =>
                  amend.send({ id: entry.id, revision: entry.revision, patch: { note } })
                }
                onRemove={() => remove.send({ id: entry.id })}
              />
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

type RowProps = {
  entry: TimeEntryLine;
  isRounded: boolean;
  onSeconds: (seconds: number) => void;
  onNote: (note: string) => void;
  onRemove: () => void;
};

function EntryRow({ entry, isRounded, onSeconds, onNote, onRemove }: RowProps) {
  const { t } = useTranslation('time');
  const format = useFormat();
  const { main, more } = targetWords(entry, t);
  const { startedAt, endedAt } = entry;
  const isOpen = !entry.isLocked || entry.isAdjustment;
  return (
    <tr>
      <td className="t2">
        {startedAt === null || endedAt === null
          ? '—'
          : `${format.time(startedAt)}–${format.time(endedAt)}`}
      </td>
      <td title={[main, more].filter(Boolean).join(' · ')}>
        <span className="m">{main}</span> <span className="t3">{more}</span>{' '}
        {entry.isAdjustment ? <Tag tone="warn">{t('day.adjustment')}</Tag> : null}
      </td>
      <td>
        {isOpen ? (
          <TextField
            label={t('day.note')}
            hideLabel
            value={entry.note}
            placeholder={t('day.noNote')}
            onCommit={(note) => onNote(note ?? '')}
          />
        ) : (
          entry.note
        )}
      </td>
      <td className="n">
        {isOpen ? (
          <HoursField
            label={t('day.hours')}
            hideLabel
            value={entry.seconds}
            maxSeconds={86_400}
            required={t('day.hoursNeeded')}
            onCommit={(seconds) => {
              if (seconds !== null) onSeconds(seconds);
            }}
          />
        ) : (
          format.hours(entry.seconds, { max: 2 })
        )}
      </td>
      {isRounded ? <td className="n t2">{format.hours(entry.billedSeconds, { max: 2 })}</td> : null}
      <td className="n">
        {isOpen ? (
          <Button
            variant="quiet"
            icon="close"
            iconOnly
            aria-label={t('day.removeWhat', { what: main })}
            title={t('day.remove')}
            onClick={onRemove}
          />
        ) : null}
      </td>
    </tr>
  );
}
