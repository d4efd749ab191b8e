import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatedRate } from '../../../shared/contract/settings.contract';
import { dayNumber } from '../../../shared/domain/dates';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';

const WIDTH = 900;
const LEFT = 190;
const ROW = 28;
const HEAD = 18;
const BAR = 16;
const YEARS_BEFORE = 2;

/** Taxes of papers first, then of people, then the rest. */
export const TAX_ORDER: readonly DatedRate['kind'][] = [
  'vat',
  'payroll-tax',
  'upsell-bonus',
  'ad-levy',
];

type Rate = DatedRate & { id: string };

/** Which rate held when: ink until today, hatched after it. */
export function TaxTimeline({ rates }: { rates: readonly Rate[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const today = useToday();
  const hatch = useId();
  const year = Number(today.slice(0, 4));
  const first = `${year - YEARS_BEFORE}-07-01`;
  const last = `${year + 1}-12-31`;
  const scale = (WIDTH - LEFT) / (dayNumber(last) - dayNumber(first));
  const x = (date: string) => {
    const within = date < first ? first : date > last ? last : date;
    return LEFT + (dayNumber(within) - dayNumber(first)) * scale;
  };
  const rows = rowsOf(rates);
  const height = HEAD + rows.length * ROW + 6;
  const now = x(today);

  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('taxes.title')}>
      <defs>
        <pattern
          id={hatch}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="4" stroke="var(--pencil)" strokeWidth="1.6" />
        </pattern>
      </defs>
      {[year - 1, year, year + 1].map((mark) => (
        <g key={mark}>
          <line
            className="grid"
            x1={x(`${mark}-01-01`)}
            x2={x(`${mark}-01-01`)}
            y1={0}
            y2={height}
          />
          <text x={x(`${mark}-01-01`) + 4} y={11} style={{ fontSize: 10, fill: 'var(--tx-3)' }}>
            {format.date(`${mark}-01-01`)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => {
        const top = HEAD + index * ROW + 6;
        return (
          <g key={row.key}>
            <text x={0} y={top + 12} style={{ fontSize: 12, fill: 'var(--tx-1)', fontWeight: 500 }}>
              {t(`taxes.short.${row.kind}`)},{' '}
              {t(`common:country.${row.country}`, { defaultValue: row.country })}
            </text>
            {row.rates.map((rate, place) => {
              const to = rate.validTo ?? last;
              if (to < first || rate.validFrom > last) return null;
              const from = x(rate.validFrom);
              const end = x(to);
              const inkEnd = Math.max(from, Math.min(end, now));
              const isLast = place === row.rates.length - 1;
              return (
                <g key={rate.id}>
                  {inkEnd > from ? (
                    <rect
                      x={from}
                      y={top}
                      width={Math.max(0, inkEnd - from - 1)}
                      height={BAR}
                      fill={isLast ? 'var(--ink)' : 'var(--ink-2)'}
                    />
                  ) : null}
                  {end > now ? (
                    <rect
                      x={Math.max(from, now) + 0.5}
                      y={top + 0.5}
                      width={Math.max(0, end - Math.max(from, now) - 1)}
                      height={BAR - 1}
                      fill={`url(#${hatch})`}
                      stroke="var(--pencil-line)"
                    />
                  ) : null}
                  {inkEnd - from > 40 ? (
                    <text
                      x={from + 6}
                      y={top + 12}
                      style={{ fill: 'var(--bg-1)', fontWeight: 600 }}
                    >
                      {format.ratePpm(rate.ratePpm)}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </g>
        );
      })}
      <line className="today" x1={now} x2={now} y1={0} y2={height} />
    </svg>
  );
}

function rowsOf(rates: readonly Rate[]) {
  const rows = new Map<
    string,
    { key: string; kind: Rate['kind']; country: string; rates: Rate[] }
  >();
  for (const rate of [...rates].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const key = `${rate.kind} ${rate.country}`;
    const row = rows.get(key) ?? { key, kind: rate.kind, country: rate.country, rates: [] };
    row.rates.push(rate);
    rows.set(key, row);
  }
  return [...rows.values()].sort(
    (a, b) =>
      TAX_ORDER.indexOf(a.kind) - TAX_ORDER.indexOf(b.kind) || b.country.localeCompare(a.country),
  );
}
