import { useState } from 'react';
import type { QualityRow } from '../../../../shared/contract/tasks-practice.contract';
import { addDays } from '../../../../shared/domain/dates';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { SelectField } from '../../../components/fields';
import { Figure } from '../../../components/figure';
import { LoadingShape } from '../../../components/loading-shape';
import { Segmented } from '../../../components/segmented';
import { failureOf, useRead } from '../../../lib/api';
import { type Kit, useKit } from '../kit';
import work from '../work.module.css';
import styles from './practice.module.css';

const SPANS = [30, 90, 365] as const;
const CUTS = ['byClient', 'byPerson', 'byKind'] as const;
type Cut = (typeof CUTS)[number];

/** How much passes at the first look, how much is in time, and what doing it again costs. */
export function QualityPage() {
  const choices = useRead('tasks/choices', {}).data;
  const kit = useKit(choices);
  const { t, format, today } = kit;
  const [span, setSpan] = useState<(typeof SPANS)[number]>(90);
  const [cut, setCut] = useState<Cut>('byClient');
  const [clientId, setClient] = useState('');
  const from = addDays(today, 1 - span);
  const { data, error } = useRead(
    'quality/read',
    { from, to: today, clientId: clientId === '' ? null : clientId },
    { keepPrevious: true },
  );
  if (error !== null)
    return (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  if (data === undefined) return <LoadingShape rows={8} />;
  const { total } = data;
  const percent = (row: QualityRow, key: 'firstPassPpm' | 'onTimePpm') =>
    row[key].value === null ? '—' : format.percent(row[key].value / 10_000, { max: 0 });
  return (
    <div className={work.scroll}>
      <div className="head">
        <p className="lede grow">
          {total.acceptedCount === 0 && total.datedCount === 0 ? (
            <b>{t('quality.nothing')}</b>
          ) : (
            <>
              <b>{t('quality.firstPassIs', { share: percent(total, 'firstPassPpm') })}</b>
              {', '}
              <b>{t('quality.onTimeIs', { share: percent(total, 'onTimePpm') })}</b>
              {', '}
              <b className={total.reworkSeconds > 0 ? 'neg' : ''}>
                {t('quality.reworkIs', {
                  hours: format.hoursUnit(total.reworkSeconds, { max: 1 }),
                })}
              </b>
            </>
          )}
        </p>
        <div className={styles.controls}>
          <SelectField
            label={t('list.client')}
            hideLabel
            value={clientId}
            options={[
              { value: '', label: t('quality.everyClient') },
              ...(choices?.clients ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={setClient}
          />
          <Segmented
            label={t('quality.period')}
            value={String(span)}
            segments={SPANS.map((days) => ({
              value: String(days),
              label: t('quality.days', { count: days }),
            }))}
            onChange={(value) => setSpan(SPANS.find((days) => String(days) === value) ?? 90)}
          />
          <Segmented
            label={t('quality.cut')}
            value={cut}
            segments={CUTS.map((value) => ({ value, label: t(`quality.${value}`) }))}
            onChange={setCut}
          />
        </div>
      </div>
      {data[cut].length === 0 ? (
        <EmptyState title={t('quality.nothing')} text={t('quality.nothingText')} />
      ) : (
        <QualityTable rows={data[cut]} total={total} cut={cut} kit={kit} />
      )}
    </div>
  );
}

type TableProps = { rows: readonly QualityRow[]; total: QualityRow; cut: Cut; kit: Kit };

function QualityTable({ rows, total, cut, kit }: TableProps) {
  const { t, format } = kit;
  const cells = (row: QualityRow) => (
    <>
      <td className="n">{format.number(row.acceptedCount)}</td>
      <td className="n">
        <Figure figure={row.firstPassPpm} unit="ppm" withUnit />
      </td>
      <td className="n">{format.number(row.datedCount)}</td>
      <td className="n">
        <Figure figure={row.onTimePpm} unit="ppm" withUnit />
      </td>
      <td className="n">{format.hoursUnit(row.reworkSeconds, { max: 1 })}</td>
      <td className="n">
        <Figure figure={row.reworkSharePpm} unit="ppm" withUnit />
      </td>
    </>
  );
  return (
    <table className="tb" aria-label={t('tab.quality')}>
      <thead>
        <tr>
          <th>{t(`quality.${cut}`)}</th>
          {(['accepted', 'firstPass', 'dated', 'onTime', 'rework', 'reworkShare'] as const).map(
            (key) => (
              <th key={key} className="n" title={t(`quality.tip.${key}`)}>
                {t(`quality.${key}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.name === '' ? t('quality.none') : row.name}</td>
            {cells(row)}
          </tr>
        ))}
        <tr className="sum">
          <td>{t('quality.total')}</td>
          {cells(total)}
        </tr>
      </tbody>
    </table>
  );
}
