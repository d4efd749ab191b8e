import { useTranslation } from 'react-i18next';
import type { FigureDto } from '../../../shared/contract/primitives';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Figure } from '../../components/figure';
import { Pane } from '../../components/pane';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';
import styles from './proposals.module.css';

/** Above a tenth more than estimated is worth a look, a quarter a loss. */
const LOOK_PPM = 100_000;
const LOSS_PPM = 250_000;

function toneOf({ value }: FigureDto): 'neg' | 'warn' | 'plain' {
  if (value === null || value <= LOOK_PPM) return 'plain';
  return value > LOSS_PPM ? 'neg' : 'warn';
}

/** «+12 %»: over the estimate; «−3 %» under it. */
export function Variance({ figure }: { figure: FigureDto }) {
  const format = useFormat();
  if (figure.value === null) return <Figure figure={figure} unit="ppm" withUnit />;
  const sign = figure.value > 0 ? '+' : figure.value < 0 ? '−' : '';
  const tone = toneOf(figure);
  return (
    <span className={tone === 'plain' ? '' : `${tone} m`}>
      {sign}
      {format.percent(Math.abs(figure.value) / 10_000, { max: 0 })}
    </span>
  );
}

/** What was estimated against what the project takes, by role: hours and what they cost. */
export function AccuracyPane({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const { accuracy, currency } = proposal;
  if (accuracy === null) return null;
  const hours = (seconds: number) => format.hours(seconds, { max: 1 });
  const cost = (figure: FigureDto) => (
    <Figure figure={figure} unit="money" currency={currency} whole />
  );
  const rows = [
    ...accuracy.roles.map((row) => ({ ...row, name: row.role || t('accuracy.noRole') })),
    { ...accuracy.total, name: t('accuracy.total') },
  ];
  return (
    <Pane
      title={t('accuracy.title')}
      caption={t('accuracy.caption')}
      actions={
        <Tag tone={accuracy.isFinished ? 'plain' : 'line'}>
          {t(accuracy.isFinished ? 'accuracy.finished' : 'accuracy.underWay')}
        </Tag>
      }
    >
      <table className={`tb flat ${styles.accuracy}`} aria-label={t('accuracy.title')}>
        <thead>
          <tr>
            <th>{t('accuracy.role')}</th>
            <th className="n">{t('accuracy.plannedHours')}</th>
            <th className="n">{t('accuracy.actualHours')}</th>
            <th className="n">{t('accuracy.off')}</th>
            <th className="n">{t('accuracy.plannedCost')}</th>
            <th className="n">{t('accuracy.actualCost')}</th>
            <th className="n">{t('accuracy.off')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.name} className={index === rows.length - 1 ? 'sum' : ''}>
              <td title={row.name}>{row.name}</td>
              <td className="n">{hours(row.plannedSeconds)}</td>
              <td className="n">{hours(row.actualSeconds)}</td>
              <td className="n">
                <Variance figure={row.hoursVariancePpm} />
              </td>
              <td className="n">{cost(row.plannedCost)}</td>
              <td className="n">{cost(row.actualCost)}</td>
              <td className="n">
                <Variance figure={row.costVariancePpm} />
              </td>
            </tr>
          ))}
          {accuracy.production === null ? null : (
            <tr>
              <td>{t('accuracy.production')}</td>
              <td />
              <td />
              <td />
              <td className="n">{cost(accuracy.production.plannedCost)}</td>
              <td className="n">{cost(accuracy.production.actualCost)}</td>
              <td className="n">
                <Variance figure={accuracy.production.costVariancePpm} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Pane>
  );
}
