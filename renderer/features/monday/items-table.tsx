import { type KeyboardEvent, useRef } from 'react';
import { Link } from 'wouter';
import type { MondayBrief, MondayItem } from '../../../shared/contract/monday.contract';
import { ClientMark } from '../../components/client-mark';
import { Figure } from '../../components/figure';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useTranslation } from '../../lib/translation';
import styles from './monday.module.css';

type Props = {
  readonly brief: MondayBrief;
  readonly items: readonly MondayItem[];
  /** Whether all items stand here: only then do the totals. */
  readonly isWhole: boolean;
};

/** Matters of the week, most money first. J and K walk, Enter opens. */
export function ItemsTable({ brief, items, isWhole }: Props) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  const currency = brief.baseCurrency;
  const most = Math.max(1, ...items.map(({ atRisk }) => atRisk?.value ?? 0));

  function walk(event: KeyboardEvent) {
    const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-go]') ?? [])];
    const row = document.activeElement?.closest('tr');
    const here = links.findIndex((link) => link.closest('tr') === row);
    event.preventDefault();
    links[Math.min(links.length - 1, Math.max(0, here + step))]?.focus();
  }

  return (
    <div className={styles.items}>
      <table className={`tb ${styles.table}`} aria-label={t('table')}>
        <colgroup>
          <col className={styles.clientColumn} />
          <col />
          <col style={{ width: 100 }} />
          <col style={{ width: 100 }} />
          <col className={styles.barColumn} />
          <col style={{ width: 92 }} />
          <col style={{ width: 108 }} />
        </colgroup>
        <thead>
          <tr className="grp">
            <th />
            <th />
            <th colSpan={3}>
              <u>{t('group', { on: brief.asOf, currency: format.currencySign(currency) })}</u>
            </th>
            <th />
            <th />
          </tr>
          <tr>
            <th>{t('head.client')}</th>
            <th>{t('head.what')}</th>
            <th className="n">{t('head.debt')}</th>
            <th className="n">{t('head.income')}</th>
            <th className="on">{t('head.at-risk')} ↓</th>
            <th>{t('head.due')}</th>
            <th className="n">{t('head.go')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {items.map((item) => (
            <ItemRow key={item.key} item={item} brief={brief} most={most} onKeyDown={walk} />
          ))}
        </tbody>
        {isWhole ? <Totals brief={brief} /> : null}
      </table>
    </div>
  );
}

function Totals({ brief }: { readonly brief: MondayBrief }) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  const { totals, baseCurrency: currency } = brief;
  const together = totals.atRisk.value;
  return (
    <tfoot>
      <tr className="sum">
        <td colSpan={2}>
          {t('sum.items', { count: brief.items.length })},{' '}
          {t('sum.clients', { count: totals.clients })}
        </td>
        <td className="n neg">
          <Figure figure={totals.debt} unit="money" whole currency={currency} />
        </td>
        <td className="n">
          <Figure figure={totals.income} unit="money" whole currency={currency} />
        </td>
        <td colSpan={3} className={styles.together}>
          {together === null
            ? null
            : t('sum.together', { sum: format.amount(together, currency, { whole: true }) })}
        </td>
      </tr>
    </tfoot>
  );
}

function ItemRow({
  item,
  brief,
  most,
  onKeyDown,
}: {
  readonly item: MondayItem;
  readonly brief: MondayBrief;
  readonly most: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  const phrase = usePhrase();
  const { client, debt, income, atRisk, due, link } = item;
  const currency = brief.baseCurrency;
  const what = phrase(item.what);
  const details = item.details.map(phrase).join('; ');
  const value = atRisk?.value ?? null;
  const money = (figure: MondayItem['debt'], tone: 'neg' | 'plain') =>
    figure === null ? null : (
      <Link href={link} className={styles.figure}>
        <Figure figure={figure} unit="money" whole currency={currency} tone={tone} />
      </Link>
    );
  return (
    <tr className={styles.item}>
      <td>
        {client === null ? null : (
          <span className="row">
            <ClientMark client={client} />
            <span className="cut m" title={client.name}>
              {client.name}
            </span>
          </span>
        )}
      </td>
      <td className={styles.two} title={`${what}. ${details}`}>
        <span className={`m cut ${styles.line}`}>{what}</span>
        <span className={`sm t3 cut ${styles.line}`}>{details}</span>
      </td>
      <td className="n">{money(debt, 'neg')}</td>
      <td className="n">{money(income, 'plain')}</td>
      <td>
        {value === null || value <= 0 ? (
          <span className="dash">—</span>
        ) : (
          <span
            className={debt === null ? `hatch ${styles.bar}` : styles.bar}
            data-kind={debt === null ? 'income' : 'debt'}
            style={{ width: `${Math.max(3, (value / most) * 100)}%` }}
            title={format.moneyWhole(value, currency)}
          />
        )}
      </td>
      <td>
        {due === null ? null : (
          <span className={due <= brief.asOf ? 'warn m' : ''}>
            {format.dayNear(due, brief.asOf)}
          </span>
        )}
      </td>
      <td className="n">
        <Link
          href={link}
          className={styles.go}
          data-go=""
          onKeyDown={onKeyDown}
          aria-label={`${t(`go.${item.section}`)}: ${client?.name ?? ''}, ${what}`}
        >
          {t(`go.${item.section}`)}
        </Link>
      </td>
    </tr>
  );
}
