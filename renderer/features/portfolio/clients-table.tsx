import { type MouseEvent, memo, useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type {
  ExplainScope,
  Portfolio,
  PortfolioClient,
} from '../../../shared/contract/portfolio.contract';
import { dayNumber, monthOf, monthPeriod } from '../../../shared/domain/dates';
import { useBox } from '../../components/charts/use-box';
import { ClientMark } from '../../components/client-mark';
import { Figure } from '../../components/figure';
import { SortHead } from '../../components/sort-head';
import { formatValue } from '../../lib/figure';
import { useFigureGrid } from '../../lib/figure-grid';
import { useFormat } from '../../lib/format';
import { sortRows } from '../../lib/sort';
import { useTranslation } from '../../lib/translation';
import {
  type CellContext,
  COLUMN_SPECS,
  type ColumnGroup,
  type ColumnSpec,
  columnWidth,
  totalFigure,
} from './columns';
import styles from './portfolio.module.css';
import { burnTone } from './tones';
import { totalsOf } from './totals';
import { type PortfolioView, sortValue } from './view';

/** What the two columns of words take at the reference width, and what they keep at least. */
const WORDS = { client: 272, deadline: 196 } as const;
const LEAST_WORDS = 300;

interface Props {
  readonly portfolio: Portfolio;
  readonly clients: readonly PortfolioClient[];
  readonly view: PortfolioView;
  readonly periodName: string;
}

/** The clients with their figures; totals are sums of the rows that are shown. */
export function ClientsTable({ portfolio, clients, view, periodName }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const grid = useFigureGrid<HTMLTableElement>();
  const { baseCurrency: currency, period, asOf: today } = portfolio;
  const [frame, box] = useBox<HTMLDivElement>(1252, 0);
  const isWhole = clients.length === portfolio.clients.length;
  const totals = isWhole ? portfolio.totals : totalsOf(clients);
  const { hidden, sort } = view;
  const specs = useMemo(() => COLUMN_SPECS.filter((spec) => !hidden.has(spec.id)), [hidden]);
  const context = useMemo<CellContext>(() => {
    const thisMonth = monthPeriod(monthOf(today));
    const days = dayNumber(thisMonth.to) - dayNumber(thisMonth.from) + 1;
    return {
      t,
      format,
      currency,
      period,
      thisMonth,
      today,
      targetPpm: portfolio.marginTargetPpm,
      elapsedShare: (dayNumber(today) - dayNumber(thisMonth.from) + 1) / days,
    };
  }, [t, format, currency, period, today, portfolio.marginTargetPpm]);
  const rows = useMemo(
    () => sortRows(clients, sort, sortValue, format.lang),
    [clients, sort, format.lang],
  );
  const show = (value: number, style: Parameters<typeof formatValue>[2]) =>
    formatValue(format, value, { ...style, currency });
  const widths = specs.map((spec) => {
    const total = totalFigure(totals, spec.id);
    const text = total?.figure.value == null ? '' : show(total.figure.value, total.style);
    return columnWidth(spec, clients, text, show);
  });
  const words = wordWidths(box.width, specs, widths);
  return (
    <div ref={frame} className={styles.frame}>
      <table
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        className={`tb ${styles.table}`}
        aria-label={t('tableLabel')}
      >
        <colgroup>
          <col style={{ width: words.client }} />
          {specs.map((spec, i) => (
            <col
              key={spec.id}
              style={{ width: spec.id === 'deadline' ? words.deadline : widths[i] }}
            />
          ))}
        </colgroup>
        <thead>
          <GroupHeads specs={specs} portfolio={portfolio} periodName={periodName} />
          <tr>
            <SortHead
              column="client"
              label={t('head.client')}
              sort={view.sort}
              onSort={view.setSort}
            />
            {specs.map((spec) => (
              <SortHead
                key={spec.id}
                column={spec.id}
                label={t(`head.${spec.id}`)}
                sort={view.sort}
                onSort={view.setSort}
                numeric={spec.numeric}
                first={
                  spec.id === 'tier' || spec.id === 'deadline' || spec.id === 'trend'
                    ? 'up'
                    : 'down'
                }
                {...(spec.id === 'deadline'
                  ? {}
                  : { title: t(`tip.${spec.id}`, { target: format.ratePpm(context.targetPpm) }) })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <ClientRows rows={rows} specs={specs} context={context} />
          <TotalsRow
            specs={specs}
            totals={totals}
            context={context}
            count={clients.length}
            scope={isWhole ? { kind: 'portfolio', managerId: view.managerId, period } : null}
          />
        </tbody>
      </table>
    </div>
  );
}

/** The clients' rows, which do not depend on the room: measuring it draws the columns again, not them. */
const ClientRows = memo(function ClientRows({
  rows,
  specs,
  context,
}: {
  readonly rows: readonly PortfolioClient[];
  readonly specs: readonly ColumnSpec[];
  readonly context: CellContext;
}) {
  const [, navigate] = useLocation();
  const search = useSearch();
  const hrefOf = (client: PortfolioClient) =>
    `/clients/${client.id}/profitability${search === '' ? '' : `?${search}`}`;

  function openRow(event: MouseEvent, client: PortfolioClient) {
    // A press on a figure or a link is theirs; a drag that selects text is not a press.
    const target = event.target;
    if (target instanceof Element && target.closest('button, a') !== null) return;
    if ((window.getSelection()?.toString() ?? '') !== '') return;
    navigate(hrefOf(client));
  }

  return (
    <>
      {rows.map((client) => (
        <tr
          key={client.id}
          className={styles.row}
          data-client={client.id}
          onClick={(event) => openRow(event, client)}
        >
          <td>
            <Link href={hrefOf(client)} className={styles.client} data-cell="client">
              <ClientMark client={client} />
              <span className="cut">
                <span className="m">{client.name}</span>{' '}
                <span className="t3">{client.descriptor}</span>
              </span>
            </Link>
          </td>
          {specs.map((spec) => (
            <td key={spec.id} className={spec.numeric ? 'n' : styles.plain}>
              {spec.cell(client, context)}
            </td>
          ))}
        </tr>
      ))}
    </>
  );
});

/**
 * Words may be cut, numbers may not: where the columns do not fit, the names and the deadlines give
 * way; where there is more room, the table shares it among all.
 */
function wordWidths(
  width: number,
  specs: readonly ColumnSpec[],
  widths: readonly number[],
): { readonly client: number; readonly deadline: number } {
  const numbers = widths.reduce(
    (sum, each, i) => (specs[i]?.id === 'deadline' ? sum : sum + each),
    0,
  );
  const hasDeadline = specs.some(({ id }) => id === 'deadline');
  const wanted = WORDS.client + (hasDeadline ? WORDS.deadline : 0);
  const room = Math.min(wanted, Math.max(width - numbers, LEAST_WORDS));
  if (!hasDeadline) return { client: room, deadline: 0 };
  const client = Math.round((room * WORDS.client) / wanted);
  return { client, deadline: room - client };
}

function GroupHeads({
  specs,
  portfolio,
  periodName,
}: {
  readonly specs: readonly ColumnSpec[];
  readonly portfolio: Portfolio;
  readonly periodName: string;
}) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const currency = format.currencySign(portfolio.baseCurrency);
  const words: Record<ColumnGroup, string> = {
    none: '',
    money: t('group.money', {
      period: periodName,
      state: t(`group.${portfolio.periodState}`),
      currency,
    }),
    trend: t('group.trend'),
    hours: t('group.hours', { month: format.monthName(monthOf(portfolio.asOf)) }),
    debt: t('group.debt', { on: format.dateShort(portfolio.asOf), currency }),
    relation: t('group.relation'),
  };
  const runs: { group: ColumnGroup; span: number }[] = [];
  for (const { group } of specs) {
    const last = runs.at(-1);
    if (last?.group === group) last.span += 1;
    else runs.push({ group, span: 1 });
  }
  return (
    <tr className="grp">
      <th />
      {runs.map(({ group, span }) =>
        group === 'none' ? (
          <th key={group} colSpan={span} />
        ) : (
          <th key={group} colSpan={span} scope="colgroup">
            <u title={words[group]}>{words[group]}</u>
          </th>
        ),
      )}
    </tr>
  );
}

function TotalsRow({
  specs,
  totals,
  context,
  count,
  scope,
}: {
  readonly specs: readonly ColumnSpec[];
  readonly totals: Portfolio['totals'];
  readonly context: CellContext;
  readonly count: number;
  readonly scope: Extract<ExplainScope, { kind: 'portfolio' }> | null;
}) {
  const { t, format, currency } = context;
  const { retainer } = totals;
  return (
    <tr className="sum">
      <td>{t('total', { count })}</td>
      {specs.map((spec) => {
        if (spec.id === 'burn') {
          return (
            <td key={spec.id} className={styles.plain}>
              <span className={styles.burn}>
                <span className={`t2 ${styles.hours}`}>
                  {t('totalHours', {
                    used: format.hours(retainer.usedSeconds, { max: 0 }),
                    available: format.hours(retainer.availableSeconds, { max: 0 }),
                  })}
                </span>
                <Figure
                  figure={{ value: retainer.burnPpm, missing: [] }}
                  unit="ppm"
                  decimals={0}
                  withUnit
                  bold
                  tone={burnTone(retainer.burnPpm)}
                  explain={
                    scope === null
                      ? undefined
                      : {
                          figureId: 'retainer-burn',
                          scope: { ...scope, period: context.thisMonth },
                        }
                  }
                />
              </span>
            </td>
          );
        }
        const total = totalFigure(totals, spec.id);
        return (
          <td key={spec.id} className={spec.numeric ? 'n' : undefined}>
            {total === null ? null : (
              <Figure
                figure={total.figure}
                {...total.style}
                currency={currency}
                bold
                tone={spec.id === 'overdue' && (total.figure.value ?? 0) > 0 ? 'neg' : 'signed'}
                explain={scope === null ? undefined : { figureId: total.figureId, scope }}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}
