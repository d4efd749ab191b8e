import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Tag } from '../../components/tag';
import { useAlertWords } from './alert-words';
import { FlightChart } from './flight-chart';
import styles from './media-plans.module.css';

/** More would push the chart's name out of its head. */
const SHOWN_ALERTS = 2;

/** The flow chart, and beside its name what must be looked at now. */
export function FlightsPane({ plan, onAlerts }: { plan: Plan; onAlerts: () => void }) {
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
        {plan.alerts.slice(0, SHOWN_ALERTS).map((alert) => {
          const noted = plan.incidents.find(
            (incident) => incident.lineId === alert.lineId && incident.alert === alert.code,
          );
          return (
            <button
              key={`${alert.lineId}-${alert.code}`}
              type="button"
              className={styles.alert}
              title={noted === undefined ? t('incident.open') : noted.decision || noted.note}
              onClick={onAlerts}
            >
              <Tag
                tone={alert.code === 'pace-ahead' || alert.code === 'budget-out' ? 'neg' : 'warn'}
              >
                {words(alert)}
                {noted === undefined ? '' : ` · ${t('incident.noted')}`}
              </Tag>
            </button>
          );
        })}
        {rest > 0 ? (
          <button
            type="button"
            className={`cap ${styles.alert}`}
            title={plan.alerts.slice(SHOWN_ALERTS).map(words).join('\n')}
            onClick={onAlerts}
          >
            {t('chart.more', { count: rest })}
          </button>
        ) : null}
      </div>
      <FlightChart plan={plan} />
    </section>
  );
}
