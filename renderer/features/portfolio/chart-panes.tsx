import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Portfolio, PortfolioClient } from '../../../shared/contract/portfolio.contract';
import { monthOf } from '../../../shared/domain/dates';
import { currencyExponent } from '../../../shared/domain/money';
import { MarginBars } from '../../components/charts/margin-bars';
import { MarginNps } from '../../components/charts/margin-nps';
import { useBox } from '../../components/charts/use-box';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './portfolio.module.css';

// The chart library costs more than the rest of the screen: it comes after the first paint.
const AgiByMonth = lazy(async () => ({
  default: (await import('../../components/charts/agi-by-month')).AgiByMonth,
}));

interface Props {
  readonly portfolio: Portfolio;
  readonly clients: readonly PortfolioClient[];
}

function useOpenClient(): (id: string) => void {
  const [, navigate] = useLocation();
  const search = useSearch();
  return (id) => navigate(`/clients/${id}/profitability${search === '' ? '' : `?${search}`}`);
}

/** Margin by client, where width carries the share of AGI. */
export function MarginPane({ portfolio, clients }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const open = useOpenClient();
  const [ref, box] = useBox<HTMLDivElement>(252, 236);
  const bars = clients.flatMap((client) =>
    client.agi.value === null || client.deliveryMarginPpm.value === null
      ? []
      : [{ ...client, agiMinor: client.agi.value, marginPpm: client.deliveryMarginPpm.value }],
  );
  const isEmpty = !bars.some((bar) => bar.agiMinor > 0);
  return (
    <Pane title={t('charts.margin')} caption={t('charts.marginCaption')} line="left">
      <div ref={ref} className={styles.chart}>
        {isEmpty ? (
          <p className="cap">{t('charts.nothing')}</p>
        ) : (
          <MarginBars
            bars={bars}
            targetPpm={portfolio.marginTargetPpm}
            width={box.width}
            height={box.height}
            onOpen={open}
            words={{
              title: t('charts.marginTitle'),
              client: t('charts.client'),
              agi: t('head.agi'),
              margin: t('head.margin'),
              target: t('charts.target'),
              targetValue: format.number(portfolio.marginTargetPpm / 10_000, { max: 1 }),
              percent: (ppm) => format.percent(ppm / 10_000, { min: 1 }),
              money: (minor) => format.moneyWhole(minor, portfolio.baseCurrency),
              key: (count, sharePpm) =>
                t('charts.key', { count, share: format.percent(sharePpm / 10_000) }),
            }}
          />
        )}
      </div>
    </Pane>
  );
}

/** Margin × NPS: four words for what to do with a client. */
export function NpsPane({ portfolio, clients }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const open = useOpenClient();
  const [ref, box] = useBox<HTMLDivElement>(178, 236);
  const points = clients.flatMap((client) =>
    client.nps === null || client.deliveryMarginPpm.value === null
      ? []
      : [{ ...client, score: client.nps.score, marginPpm: client.deliveryMarginPpm.value }],
  );
  return (
    <Pane title={t('charts.nps')} line="left">
      <div ref={ref} className={styles.chart}>
        {points.length === 0 ? (
          <p className="cap">{t('charts.noScores')}</p>
        ) : (
          <MarginNps
            points={points}
            targetPpm={portfolio.marginTargetPpm}
            width={box.width}
            height={box.height}
            onOpen={open}
            words={{
              title: t('charts.npsTitle'),
              client: t('charts.client'),
              margin: t('head.margin'),
              score: t('charts.score'),
              axis: t('charts.npsAxis'),
              rescue: t('charts.rescue'),
              keep: t('charts.keep'),
              grow: t('charts.grow'),
              repair: t('charts.repair'),
              percent: (ppm) => format.percent(ppm / 10_000, { min: 1 }),
            }}
          />
        )}
      </div>
    </Pane>
  );
}

/** Below this much in the largest month, thousands read better than millions. */
const MILLION = 1_000_000;

/** AGI of thirteen months; the running one with its forecast. */
export function AgiPane({ portfolio }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const [ref, box] = useBox<HTMLDivElement>(148, 236);
  const isShown = useShown();
  const { agiByMonth, baseCurrency, asOf } = portfolio;
  const unitMinor = 10 ** currencyExponent(baseCurrency);
  const most = Math.max(
    ...agiByMonth.map(({ agi, forecastMinor }) => Math.abs(agi.value ?? forecastMinor ?? 0)),
  );
  const inMillions = most >= MILLION * unitMinor;
  const unit = t(inMillions ? 'charts.million' : 'charts.thousand', {
    currency: format.currencySign(baseCurrency),
  });
  const scale = unitMinor * (inMillions ? MILLION : 1000);
  const title = t('charts.agiTitle', { unit });
  return (
    <Pane title={t('charts.agi', { unit })} line="left">
      <div ref={ref} className={styles.chart}>
        {most === 0 ? (
          <p className="cap">{t('charts.nothing')}</p>
        ) : isShown ? (
          <Suspense fallback={null}>
            <AgiByMonth
              width={box.width}
              height={box.height - 18}
              months={agiByMonth.map(({ month, agi, forecastMinor }) => ({
                month,
                label: format.monthShort(month).slice(0, 3),
                name: format.month(month),
                factMinor: agi.value,
                forecastMinor: month === monthOf(asOf) ? forecastMinor : null,
              }))}
              words={{
                title,
                month: t('charts.month'),
                agi: t('head.agi'),
                fact: t('charts.fact'),
                forecast: t('charts.forecast'),
                unknown: '—',
                short: (minor) => format.number(minor / scale, { min: inMillions ? 2 : 0 }),
                money: (minor) => format.moneyWhole(minor, baseCurrency),
              }}
            />
            <p className={`cap ${styles.chartNote}`}>
              {t('charts.forecastNote', {
                month: format.monthShort(monthOf(asOf)).slice(0, 3),
              })}
            </p>
          </Suspense>
        ) : null}
      </div>
    </Pane>
  );
}

/** False until this part of the screen has been painted once. */
function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setShown(true), 0));
    return () => cancelAnimationFrame(frame);
  }, []);
  return shown;
}
