import { useTranslation } from 'react-i18next';
import type { Plan, PlanAlert } from '../../../shared/contract/media-plans.contract';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';
import { FlightChart } from './flight-chart';
import styles from './media-plans.module.css';

/** More would push the chart's name out of its head. */
const SHOWN_ALERTS = 2;

/** The flow chart, and beside its name what must be looked at now. */
export function FlightsPane({ plan }: { plan: Plan }) {
  const { t } = useTranslation('media-plans');
  const words = useAlertWords(plan);
  if (plan.lines.length === 0) return null;
  const rest = plan.alerts.length - SHOWN_ALERTS;
  return (
    <section className={styles.flights} aria-label={t('chart.title')}>
      <div className="pane-h">
        <h3>{t('chart.title')}</h3>
        <span className="cap">{t('chart.caption')}</span>
        <span className="grow" />
        {plan.alerts.slice(0, SHOWN_ALERTS).map((alert) => (
          <Tag
            key={`${alert.lineId}-${alert.code}`}
            tone={alert.code === 'pace-ahead' || alert.code === 'budget-out' ? 'neg' : 'warn'}
          >
            {words(alert)}
          </Tag>
        ))}
        {rest > 0 ? (
          <span className="cap" title={plan.alerts.slice(SHOWN_ALERTS).map(words).join('\n')}>
            {t('chart.more', { count: rest })}
          </span>
        ) : null}
      </div>
      <FlightChart plan={plan} />
    </section>
  );
}

function useAlertWords(plan: Plan): (alert: PlanAlert) => string {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const names = new Map(
    plan.lines.map(({ id, channel, placement }) => [id, placement === '' ? channel : placement]),
  );
  return ({ lineId, code, params }) => {
    const money = (value: number | null | undefined) => format.money(value ?? 0, plan.currency);
    const isOver = code === 'pace-behind' && params['neededPerDayMinor'] == null;
    return t(isOver ? 'alert.pace-behind-over' : `alert.${code}`, {
      line: names.get(lineId) ?? '',
      share: format.percent(Math.round(Math.abs(params['pacePpm'] ?? 0) / 10_000)),
      perDay: money(params['neededPerDayMinor']),
      actual: money(params['actualMinor']),
      target: money(params['targetMinor']),
      count: params['days'] ?? 0,
    });
  };
}
