import { useTranslation } from 'react-i18next';
import type { ClientHours } from '../../../../shared/contract/clients.contract';
import type { TimeEntryInput } from '../../../../shared/contract/work.contract';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { DateField, HoursField, SelectField, TextField } from '../../../components/fields';
import { useCommand } from '../../../lib/api';
import { useFigureGrid } from '../../../lib/figure-grid';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';
import { InlineEdit } from '../inline-edit';

type Entry = ClientHours['entries'][number];

const DAY_SECONDS = 86_400;
const KINDS = ['retainer', 'project', 'rework'] as const;

/** Entries of a month; each value is changed where it stands. */
export function HoursList({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('client');
  const grid = useFigureGrid<HTMLTableElement>();
  const amend = useCommand('hours/amend');
  const remove = useCommand('hours/remove');
  if (entries.length === 0) {
    return <EmptyState title={t('hours.emptyTitle')} text={t('hours.emptyText')} />;
  }
  return (
    <>
      <ErrorNote failure={amend.failure ?? remove.failure} />
      <table
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        className={`tb ${styles.editTable}`}
        aria-label={t('hours.list')}
      >
        <colgroup>
          <col style={{ width: 112 }} />
          <col style={{ width: 124 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 144 }} />
          <col style={{ width: 60 }} />
          <col />
          <col style={{ width: 88 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('hours.on')}</th>
            <th>{t('hours.person')}</th>
            <th>{t('hours.kindHead')}</th>
            <th>{t('hours.project')}</th>
            <th className="n">{t('hours.duration')}</th>
            <th>{t('hours.note')}</th>
            <th>
              <span className="unseen">{t('hours.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              onAmend={(patch) => amend.send({ id: entry.id, revision: entry.revision, patch })}
              onRemove={() => remove.send({ id: entry.id })}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function EntryRow({
  entry,
  onAmend,
  onRemove,
}: {
  readonly entry: Entry;
  readonly onAmend: (patch: Partial<TimeEntryInput>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const change = (what: string) => t('change', { what });
  return (
    <tr data-entry={entry.id}>
      <td>
        <InlineEdit label={change(t('hours.on'))} view={format.date(entry.workedOn)}>
          {(close) => (
            <DateField
              label={t('hours.on')}
              hideLabel
              autoFocus
              value={entry.workedOn}
              required={t('record.onMissing')}
              onEscape={close}
              onCommit={(workedOn) => {
                close();
                if (workedOn !== null) onAmend({ workedOn });
              }}
            />
          )}
        </InlineEdit>
      </td>
      <td>{entry.personName}</td>
      <td className={entry.kind === 'rework' ? 'warn' : 't2'}>
        <InlineEdit label={change(t('hours.kindHead'))} view={t(`hours.kind.${entry.kind}`)}>
          {(close) => (
            <SelectField
              label={t('hours.kindHead')}
              hideLabel
              value={entry.kind}
              options={KINDS.map((value) => ({ value, label: t(`hours.kind.${value}`) }))}
              onCommit={(kind) => {
                close();
                onAmend({ kind });
              }}
            />
          )}
        </InlineEdit>
      </td>
      <td className="t2" title={entry.projectName ?? undefined}>
        {entry.projectName ?? '—'}
      </td>
      <td className="n">
        <InlineEdit
          label={change(t('hours.duration'))}
          numeric
          view={format.hours(entry.seconds, { max: 2 })}
        >
          {(close) => (
            <HoursField
              label={t('hours.duration')}
              hideLabel
              autoFocus
              value={entry.seconds}
              maxSeconds={DAY_SECONDS}
              required={t('hours.lacking')}
              onEscape={close}
              onCommit={(durationSeconds) => {
                close();
                if (durationSeconds !== null) onAmend({ durationSeconds });
              }}
            />
          )}
        </InlineEdit>
      </td>
      <td>
        <InlineEdit
          label={change(t('hours.note'))}
          view={entry.note === '' ? <span className="t3">{t('hours.noNote')}</span> : entry.note}
        >
          {(close) => (
            <TextField
              label={t('hours.note')}
              hideLabel
              autoFocus
              value={entry.note}
              onEscape={close}
              onCommit={(note) => {
                close();
                onAmend({ note: note ?? '' });
              }}
            />
          )}
        </InlineEdit>
      </td>
      <td className="n">
        <Button
          variant="quiet"
          data-cell="remove"
          className={styles.rowAction}
          aria-label={t('hours.removeEntry', {
            who: entry.personName,
            on: format.date(entry.workedOn),
          })}
          onClick={onRemove}
        >
          {t('hours.remove')}
        </Button>
      </td>
    </tr>
  );
}
