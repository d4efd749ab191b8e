import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewRow } from '../../../../shared/contract/imports.contract';
import { Button } from '../../../components/button';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import styles from '../import.module.css';
import own from './media.module.css';

/** Rows shown before the rest is asked for. */
const SHOWN_AT_FIRST = 200;

const STATES = [
  ['refused', '×', 'neg'],
  ['undecided', '?', 'warn'],
  ['new', '+', 'pos'],
  ['changed', '~', 'warn'],
  ['unchanged', '=', 't2'],
  ['not-booked', '–', 't2'],
] as const;

/** Every row of the file under what becomes of it: what is wrong first, with its reason. */
export function MediaRows({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const [more, setMore] = useState<ReadonlySet<PreviewRow['state']>>(new Set());
  return (
    <table className={`tb ${styles.table}`} aria-label={t('table.label')}>
      <colgroup>
        <col className={styles.colState} />
        <col className={own.colRow} />
        <col className={styles.colDay} />
        <col className={own.colName} />
        <col className={own.colGroup} />
        <col className={own.colMoney} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('table.state')}</th>
          <th scope="col" className="n">
            {t('media.table.row')}
          </th>
          <th scope="col">{t('table.on')}</th>
          <th scope="col">
            {preview.kind === 'ads' ? t('media.table.campaign') : t('media.table.name')}
          </th>
          <th scope="col">
            {preview.kind === 'ads' ? t('media.table.line') : t('media.table.in')}
          </th>
          <th scope="col" className="n">
            {t('table.amount', { currency: format.currencySign(preview.currency) })}
          </th>
          <th scope="col">{t('table.why')}</th>
        </tr>
      </thead>
      {STATES.map(([state, sign, tone]) => {
        const rows = preview.rows.filter((row) => row.state === state);
        if (rows.length === 0) return null;
        const shown = more.has(state) ? rows : rows.slice(0, SHOWN_AT_FIRST);
        return (
          <tbody key={state}>
            {shown.map((row) => (
              <Row key={`${row.row} ${row.counterparty}`} row={row} sign={sign} tone={tone} />
            ))}
            {shown.length === rows.length ? null : (
              <tr>
                <td colSpan={7}>
                  <Button
                    variant="quiet"
                    className={styles.link}
                    onClick={() => setMore(new Set([...more, state]))}
                  >
                    {t('group.more', { count: rows.length - shown.length })}
                  </Button>
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}

function Row({ row, sign, tone }: { row: PreviewRow; sign: string; tone: string }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const phrase = usePhrase();
  const why = row.note === null ? (row.problem?.message ?? '') : phrase(row.note);
  const field = row.problem?.field ?? '';
  const text = field === '' || field === row.counterparty ? why : `${field}: ${why}`;
  return (
    <tr>
      <td>
        <span className={`${tone} b ${styles.sign}`}>{sign}</span>
        <span className={tone}>
          {t(row.state === 'not-booked' ? 'media.state.left' : `state.${row.state}`)}
        </span>
      </td>
      <td className="n t2">{row.row}</td>
      <td className="t2">{row.on === null ? '' : format.dateShort(row.on)}</td>
      <td className="cut" title={row.counterparty}>
        {row.counterparty}
      </td>
      {row.amountMinor === null ? (
        <td colSpan={3} className={`${own.why} ${row.state === 'refused' ? 'neg' : 't2'}`}>
          {text}
        </td>
      ) : (
        <>
          <td className="cut t2" title={row.purpose}>
            {row.purpose}
          </td>
          <td className="n m">{format.amount(row.amountMinor, row.currency)}</td>
          <td className={`${own.why} ${row.state === 'refused' ? 'neg' : 't2'}`}>{text}</td>
        </>
      )}
    </tr>
  );
}
