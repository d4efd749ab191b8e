import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type {
  FigureId,
  Portfolio,
  PortfolioClient,
} from '../../../shared/contract/portfolio.contract';
import type { FigureDto, Period } from '../../../shared/contract/primitives';
import { BurnBar } from '../../components/charts/burn-bar';
import { Sparkline } from '../../components/charts/sparkline';
import { Figure } from '../../components/figure';
import { DASH, type FigureStyle } from '../../lib/figure';
import type { Formats } from '../../lib/format';
import styles from './portfolio.module.css';
import { burnTone, dueTone, marginTone, npsTone, silenceTone } from './tones';
import type { Column } from './view';

export type ColumnGroup = 'none' | 'money' | 'trend' | 'hours' | 'debt' | 'relation';

/** What a cell needs beside its client. */
export interface CellContext {
  readonly t: TFunction<'portfolio'>;
  readonly format: Formats;
  readonly currency: string;
  readonly period: Period;
  /** The month that today lies in: hours are those of now, whatever period is chosen. */
  readonly thisMonth: Period;
  readonly today: string;
  readonly targetPpm: number;
  /** Share of this month's days gone by. */
  readonly elapsedShare: number;
}

export interface ColumnSpec {
  readonly id: Column;
  readonly group: ColumnGroup;
  /** Pixels at the reference width; the table shares what is left in proportion. */
  readonly width: number;
  readonly numeric: boolean;
  readonly hasTip: boolean;
  /** The figure of a client, where the column is one; its texts set the least width. */
  readonly figure?: (client: PortfolioClient) => FigureDto;
  readonly style?: FigureStyle;
  readonly cell: (client: PortfolioClient, context: CellContext) => ReactNode;
}

function explainOf(figureId: FigureId, client: PortfolioClient, period: Period) {
  return { figureId, scope: { kind: 'client' as const, clientId: client.id, period } };
}

const WHOLE = { unit: 'money', whole: true } as const;
const POINTS = { unit: 'ppm' } as const;

function known(value: number | null): FigureDto {
  return { value, missing: [] };
}

/** A balance of nothing is a dash here: a column of zeros would hide the debts. */
function debtCell(
  figureId: 'receivables' | 'overdue',
  client: PortfolioClient,
  context: CellContext,
): ReactNode {
  const figure = client[figureId];
  if (figure.value === 0) return <span className="dash">{DASH}</span>;
  return (
    <Figure
      figure={figure}
      {...WHOLE}
      currency={context.currency}
      tone={figureId === 'overdue' ? 'neg' : 'plain'}
      explain={explainOf(figureId, client, context.period)}
    />
  );
}

export const COLUMN_SPECS: readonly ColumnSpec[] = [
  {
    id: 'tier',
    group: 'none',
    width: 36,
    numeric: false,
    hasTip: true,
    cell: (client) => <span className="t2">{client.tier}</span>,
  },
  {
    id: 'agi',
    group: 'money',
    width: 80,
    numeric: true,
    hasTip: true,
    style: WHOLE,
    figure: (client) => client.agi,
    cell: (client, context) => (
      <Figure
        figure={client.agi}
        {...WHOLE}
        currency={context.currency}
        tone="signed"
        tip={ownCurrency(client, context)}
        explain={explainOf('agi', client, context.period)}
      />
    ),
  },
  {
    id: 'margin',
    group: 'money',
    width: 66,
    numeric: true,
    hasTip: true,
    style: POINTS,
    figure: (client) => client.deliveryMarginPpm,
    cell: (client, context) => (
      <Figure
        figure={client.deliveryMarginPpm}
        {...POINTS}
        tone={marginTone(client.deliveryMarginPpm.value, context.targetPpm)}
        explain={explainOf('delivery-margin-pct', client, context.period)}
      />
    ),
  },
  {
    id: 'contribution',
    group: 'money',
    width: 80,
    numeric: true,
    hasTip: true,
    style: WHOLE,
    figure: (client) => client.contribution,
    cell: (client, context) => (
      <Figure
        figure={client.contribution}
        {...WHOLE}
        currency={context.currency}
        tone="signed"
        explain={explainOf('contribution', client, context.period)}
      />
    ),
  },
  {
    id: 'trend',
    group: 'trend',
    width: 86,
    numeric: false,
    hasTip: true,
    cell: (client) => (
      <span className={styles.spark}>
        <Sparkline valuesPpm={client.marginTrendPpm} />
      </span>
    ),
  },
  {
    id: 'burn',
    group: 'hours',
    width: 146,
    numeric: false,
    hasTip: true,
    cell: (client, context) => burnCell(client, context),
  },
  {
    id: 'receivables',
    group: 'debt',
    width: 88,
    numeric: true,
    hasTip: true,
    style: WHOLE,
    figure: (client) => client.receivables,
    cell: (client, context) => debtCell('receivables', client, context),
  },
  {
    id: 'overdue',
    group: 'debt',
    width: 80,
    numeric: true,
    hasTip: true,
    style: WHOLE,
    figure: (client) => client.overdue,
    cell: (client, context) => debtCell('overdue', client, context),
  },
  {
    id: 'deadline',
    group: 'relation',
    width: 196,
    numeric: false,
    hasTip: false,
    cell: (client, context) => deadlineCell(client, context),
  },
  {
    id: 'silent',
    group: 'relation',
    width: 64,
    numeric: true,
    hasTip: true,
    cell: (client, context) => silentCell(client, context),
  },
  {
    id: 'nps',
    group: 'relation',
    width: 54,
    numeric: true,
    hasTip: true,
    cell: (client, context) => npsCell(client, context),
  },
];

function ownCurrency(client: PortfolioClient, { t, format, currency }: CellContext) {
  if (client.currency === currency || client.ownAgi.value === null) return undefined;
  return t('tip.ownCurrency', { amount: format.money(client.ownAgi.value, client.currency) });
}

function burnCell(client: PortfolioClient, context: CellContext): ReactNode {
  const { retainer } = client;
  if (retainer === null) return <span className="t3">{context.t('noRetainer')}</span>;
  const tone = burnTone(retainer.burnPpm);
  return (
    <span className={styles.burn}>
      <BurnBar
        usedShare={(retainer.burnPpm ?? 0) / 1_000_000}
        elapsedShare={context.elapsedShare}
      />
      <Figure
        figure={known(retainer.burnPpm)}
        unit="ppm"
        decimals={0}
        withUnit
        tone={tone}
        tip={context.t('totalHours', {
          used: context.format.hours(retainer.usedSeconds),
          available: context.format.hours(retainer.availableSeconds, { max: 1 }),
        })}
        explain={explainOf('retainer-burn', client, context.thisMonth)}
      />
    </span>
  );
}

function deadlineCell(client: PortfolioClient, { t, format, today }: CellContext): ReactNode {
  const next = client.nextDeadline;
  if (next === null) return <span className="t3">{t('noDeadline')}</span>;
  const tone = dueTone(next.dueOn, today);
  const isNear =
    tone !== 'plain' || format.dayNear(next.dueOn, today) !== format.dateShort(next.dueOn);
  return (
    <span className={styles.due} title={`${format.date(next.dueOn)} ${next.title}`}>
      <span className={`${styles.dueOn} ${isNear ? 'm' : ''} ${tone === 'plain' ? '' : tone}`}>
        {format.dayNear(next.dueOn, today)}
      </span>
      <span className="cut t2">{next.title}</span>
    </span>
  );
}

function silentCell(client: PortfolioClient, { t, format, period }: CellContext): ReactNode {
  if (client.silentDays === null) {
    return (
      <span className="dash" title={t('neverContacted')}>
        {DASH}
      </span>
    );
  }
  const tone = silenceTone(client.tier, client.silentDays);
  return (
    <Figure
      figure={known(client.silentDays)}
      unit="days"
      tone={tone}
      bold={tone !== 'plain'}
      tip={client.lastContactOn === null ? undefined : format.date(client.lastContactOn)}
      explain={explainOf('silent-days', client, period)}
    />
  );
}

function npsCell(client: PortfolioClient, { t, period }: CellContext): ReactNode {
  const { nps } = client;
  if (nps === null) return <span className="dash">{DASH}</span>;
  const tone = npsTone(nps);
  const words =
    tone === 'plain'
      ? undefined
      : t(tone === 'pos' ? 'npsUp' : 'npsDown', { previous: nps.previous });
  return (
    <Figure
      figure={known(nps.score)}
      unit="score"
      tone={tone}
      tip={words}
      explain={explainOf('nps', client, period)}
    >
      {tone === 'plain' ? null : (
        <span className={styles.arrow} role="img" aria-label={words}>
          {tone === 'pos' ? '▲' : '▼'}
        </span>
      )}
      {nps.score}
    </Figure>
  );
}

/** Golos Text at 13 px: the widest tabular digit with its share of spaces, and the cell's padding. */
const DIGIT_PX = 7.6;
const PADDING_PX = 13;

/** Pixels a numeric column needs so that none of its numbers is cut. */
export function columnWidth(
  spec: ColumnSpec,
  clients: readonly PortfolioClient[],
  totalText: string,
  show: (value: number, style: FigureStyle) => string,
): number {
  const { figure, style } = spec;
  if (figure === undefined || style === undefined) return spec.width;
  const longest = clients.reduce((most, client) => {
    const { value } = figure(client);
    return value === null ? most : Math.max(most, show(value, style).length);
  }, totalText.length * 1.06);
  return Math.max(spec.width, Math.ceil(longest * DIGIT_PX + PADDING_PX));
}

/** Pixels that a bold total needs in its column, at least `least`. */
export function numberWidth(text: string, least: number): number {
  return Math.max(least, Math.ceil(text.length * 1.06 * DIGIT_PX + PADDING_PX));
}

/** Totals by column as figures; null where a column has none. */
export function totalFigure(
  totals: Portfolio['totals'],
  column: Column,
): { figure: FigureDto; figureId: FigureId; style: FigureStyle } | null {
  switch (column) {
    case 'agi':
      return { figure: totals.agi, figureId: 'agi', style: WHOLE };
    case 'margin':
      return { figure: totals.deliveryMarginPpm, figureId: 'delivery-margin-pct', style: POINTS };
    case 'contribution':
      return { figure: totals.contribution, figureId: 'contribution', style: WHOLE };
    case 'receivables':
      return { figure: totals.receivables, figureId: 'receivables', style: WHOLE };
    case 'overdue':
      return { figure: totals.overdue, figureId: 'overdue', style: WHOLE };
    case 'nps':
      return { figure: totals.nps, figureId: 'nps', style: { unit: 'score', plus: true } };
    default:
      return null;
  }
}
