import type { PreviewRow } from '../../../../shared/contract/imports.contract';
import { Tag } from '../../../components/tag';
import { useFormat } from '../../../lib/format';
import { useTranslation } from '../../../lib/translation';
import styles from './tasks-import.module.css';

/** More rows nobody looks through; what is not taken stands before the rest. */
const MOST_ROWS = 400;

const SIGNS: Readonly<Record<PreviewRow['state'], string>> = {
  new: '+',
  changed: '~',
  unchanged: '=',
  refused: '×',
  'not-booked': '×',
  undecided: '?',
};
const TONES = { new: 'pos', changed: 'acc', refused: 'neg', undecided: 'warn' } as const;
const toneOf = (state: PreviewRow['state']) =>
  state === 'unchanged' || state === 'not-booked' ? 'plain' : TONES[state];

const isLeft = ({ problem }: PreviewRow) => problem !== null;

/** Every task of the file with what becomes of it. */
export function TasksImportRows({ rows }: { rows: readonly PreviewRow[] }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const ordered = [...rows.filter(isLeft), ...rows.filter((row) => !isLeft(row))];
  const shown = ordered.slice(0, MOST_ROWS);
  return (
    <section className={styles.rows} aria-label={t('tasks.rows')}>
      <table className="tb">
        <thead>
          <tr>
            <th className="n">{t('tasks.column.line')}</th>
            <th>{t('tasks.column.state')}</th>
            <th>{t('tasks.column.title')}</th>
            <th>{t('tasks.column.stage')}</th>
            <th className="n">{t('tasks.column.due')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={`${row.row} ${row.state} ${row.counterparty}`}>
              <td className="n">{format.number(row.row)}</td>
              <td>
                <Tag tone={toneOf(row.state)}>
                  {SIGNS[row.state]} {t(`tasks.state.${row.state}`)}
                </Tag>
              </td>
              <td className="cut">{row.problem?.message ?? row.counterparty}</td>
              <td className="cut">{row.purpose}</td>
              <td className="n">{row.on === null ? '—' : format.date(row.on)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length ? (
        <p className="cap">{t('tasks.rest', { count: rows.length - shown.length })}</p>
      ) : null}
    </section>
  );
}
