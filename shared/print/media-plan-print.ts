import { addDays, daysInclusive, diffDays, isoWeekday, type Period } from '../domain/dates';
import { formatDateRange, type Lang } from '../i18n/formats';
import { html, type Markup } from './html';
import { type ReportModel, renderReportHtml } from './report-print';

/** One placement in the chart; `amount` is what the client pays for it, formatted. */
export interface FlowBar {
  readonly label: string;
  readonly flight: Period;
  readonly amount: string;
}

/** When what runs: the plan's period, its columns and its placements. */
export interface FlowChart {
  readonly title: string;
  readonly period: Period;
  readonly columns: readonly Period[];
  readonly bars: readonly FlowBar[];
}

const LABEL_WIDTH = 250;
const AMOUNT_WIDTH = 110;
const WIDTH = 1000;
const ROW = 22;
const HEAD = 26;
/** Letters that fit beside the bars at the chart's type size. */
const LABEL_CHARS = 38;

/** A media plan on paper: its table as the client sees it, then the flow chart. Classes only. */
export function renderMediaPlanHtml(report: ReportModel, chart: FlowChart, lang: Lang): string {
  return chart.bars.length === 0
    ? renderReportHtml(report, lang)
    : renderReportHtml(report, lang, flowChart(chart, lang));
}

function flowChart(chart: FlowChart, lang: Lang): Markup {
  const height = HEAD + chart.bars.length * ROW;
  const left = LABEL_WIDTH + AMOUNT_WIDTH;
  const perDay = (WIDTH - left) / daysInclusive(chart.period);
  const x = (day: string): number => left + diffDays(chart.period.from, day) * perDay;
  const end = (day: string): number => x(addDays(day, 1));
  const weekends = weekendsOf(chart.period).map(
    ({ from, to }) =>
      html`<rect class="weekend" x="${at(x(from))}" y="${HEAD}" width="${at(end(to) - x(from))}" height="${height - HEAD}"/>`,
  );
  const columns = chart.columns.map(
    (column) =>
      html`<line class="tick" x1="${at(x(column.from))}" y1="4" x2="${at(x(column.from))}" y2="${height}"/><text class="head" x="${at(x(column.from) + 4)}" y="16">${
        (end(column.to) - x(column.from)) > 70 ? formatDateRange(lang, column.from, column.to) : ''
      }</text>`,
  );
  const bars = chart.bars.map((bar, i) => {
    const y = HEAD + i * ROW;
    return html`<text class="name" x="0" y="${y + 15}">${shortened(bar.label)}</text><text class="amount" x="${left - 10}" y="${y + 15}">${bar.amount}</text><rect class="bar" x="${at(x(bar.flight.from))}" y="${y + 5}" width="${at(end(bar.flight.to) - x(bar.flight.from))}" height="${ROW - 10}"/>`;
  });
  return html`<div class="flow"><h2>${chart.title}</h2><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${chart.title}">${weekends}${columns}${bars}</svg></div>`;
}

const at = (value: number): string => value.toFixed(1);

function shortened(label: string): string {
  return label.length <= LABEL_CHARS ? label : `${label.slice(0, LABEL_CHARS - 1).trimEnd()}…`;
}

/** Saturdays and Sundays of a period of up to about a quarter; beyond that they would be a grey haze. */
function weekendsOf(period: Period): Period[] {
  const days = daysInclusive(period);
  if (days > 100) return [];
  return Array.from({ length: days }, (_, i) => addDays(period.from, i))
    .filter((day) => isoWeekday(day) > 5)
    .map((day) => ({ from: day, to: day }));
}
