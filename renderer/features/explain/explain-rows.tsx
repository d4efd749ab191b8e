import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Explanation } from '../../../shared/contract/portfolio.contract';
import { DASH, formatValue } from '../../lib/figure';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import styles from './explain.module.css';

/** Debts are with VAT, whatever else is counted in money is without. */
const WITH_VAT = new Set(['receivables', 'overdue', 'above-limit']);

/** The rows behind the figure, each with its source, and their total under a double rule. */
export function ExplainRows({
  explanation,
  onClose,
}: {
  readonly explanation: Explanation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('client');
  const phrase = usePhrase();
  const format = useFormat();
  const [, navigate] = useLocation();
  const search = useSearch();
  const { rows, rowsTotal, currency } = explanation;
  const hasSources = rows.some((row) => row.source !== null || row.link !== null);
  const value = (amount: number | null, unit: typeof rowsTotal.unit) =>
    amount === null
      ? DASH
      : formatValue(format, amount, { unit, currency, withUnit: unit !== rowsTotal.unit });

  function open(link: string) {
    onClose();
    navigate(search === '' || link.includes('?') ? link : `${link}?${search}`);
  }

  return (
    <div className={styles.rows}>
      <table className="tb">
        <colgroup>
          <col />
          {hasSources && <col style={{ width: 136 }} />}
          <col style={{ width: 118 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('why.part')}</th>
            {hasSources && <th>{t('why.source')}</th>}
            <th className="n">{headOf(explanation, t, format)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const label = phrase(row.label);
            const source = row.source === null ? t('why.open') : phrase(row.source);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same; their order is fixed
              <tr key={i}>
                <td title={label}>
                  {label}
                  {row.count > 1 && (
                    <span className="t3"> {t('why.rows', { count: row.count })}</span>
                  )}
                </td>
                {hasSources && (
                  <td title={source}>
                    <Source
                      text={source}
                      link={row.link}
                      isKnown={row.source !== null}
                      onOpen={open}
                    />
                  </td>
                )}
                <td className={`n ${(row.value ?? 0) < 0 ? 'neg' : ''}`}>
                  {value(row.value, row.unit)}
                </td>
              </tr>
            );
          })}
          <tr className="sum">
            <td>{phrase(rowsTotal.label)}</td>
            {hasSources && <td />}
            <td className="n" data-total="rows">
              {value(rowsTotal.value, rowsTotal.unit)}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Source({
  text,
  link,
  isKnown,
  onOpen,
}: {
  readonly text: string;
  readonly link: string | null;
  readonly isKnown: boolean;
  readonly onOpen: (link: string) => void;
}) {
  if (link === null) return isKnown ? <span className="t2">{text}</span> : null;
  return (
    <button type="button" className={styles.link} onClick={() => onOpen(link)}>
      {text}
    </button>
  );
}

type Translate = ReturnType<typeof useTranslation<'client'>>['t'];
type Formats = ReturnType<typeof useFormat>;

/** The unit of the last column and, for money, its basis. */
function headOf({ figureId, rowsTotal, currency }: Explanation, t: Translate, format: Formats) {
  if (rowsTotal.unit !== 'money') return t(`why.unit.${rowsTotal.unit}`);
  const sign = format.currencySign(currency ?? 'RUB');
  return t(WITH_VAT.has(figureId) ? 'why.withVat' : 'why.withoutVat', { sign });
}
