import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientOverview, ProfitLine } from '../../../../shared/contract/clients.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { currencyExponent } from '../../../../shared/domain/money';
import { useBox } from '../../../components/charts/use-box';
import { Waterfall } from '../../../components/charts/waterfall';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Segmented } from '../../../components/segmented';
import { failureOf, useRead } from '../../../lib/api';
import { useExplain } from '../../../lib/explain';
import { useFormat } from '../../../lib/format';
import { useMissing } from '../../../lib/phrase';
import styles from '../client.module.css';
import { periodWords } from '../period-words';
import { figureOfStep, waterfallSteps } from './profit-rows';

/** From this much on, in whole units, labels are in thousands. */
const THOUSANDS_FROM = 10_000;

/** Nothing billed, earned or spent: twelve columns of zero would say less than a sentence. */
function isBlank(line: ProfitLine): boolean {
  return [line.grossBillings, line.recognised, line.deliveryCost, line.directCosts].every(
    ({ value }) => value === 0,
  );
}

/** From what was billed to what was earned, for the period or the year so far. */
export function WaterfallPane({
  client,
  period,
}: {
  readonly client: ClientOverview;
  readonly period: Period;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const reason = useMissing();
  const openExplain = useExplain();
  const [ref, box] = useBox<HTMLDivElement>(828, 268);
  const [span, setSpan] = useState<'period' | 'year'>('period');
  const shown =
    span === 'period' ? period : { from: `${period.to.slice(0, 4)}-01-01`, to: period.to };
  const { data, error } = useRead(
    'clients/profitability',
    { clientId: client.id, period: shown },
    { keepPrevious: true },
  );
  const { currency } = client;
  const unitMinor = 10 ** currencyExponent(currency);
  const most =
    data === undefined
      ? 0
      : Math.max(data.total.grossBillings.value ?? 0, data.total.recognised.value ?? 0);
  const inThousands = most >= THOUSANDS_FROM * unitMinor;
  const unit = inThousands
    ? t('waterfall.thousands', { sign: format.currencySign(currency) })
    : format.currencySign(currency);
  const words = periodWords(shown, format);

  return (
    <Pane
      title={t('waterfall.title')}
      caption={t('waterfall.caption', { period: words, unit })}
      actions={
        <Segmented
          label={t('waterfall.span')}
          value={span}
          segments={[
            { value: 'period', label: t('waterfall.period') },
            { value: 'year', label: t('waterfall.year') },
          ]}
          onChange={setSpan}
        />
      }
    >
      <div ref={ref} className={styles.waterfall}>
        {error === null ? null : <ErrorNote failure={failureOf(error)} />}
        {data === undefined ? (
          error === null && <LoadingShape rows={6} />
        ) : isBlank(data.total) ? (
          <p className="sm t2">
            {t('waterfall.nothing')}{' '}
            <Link href={`/clients/${client.id}/projects`} className={styles.link}>
              {t('waterfall.toProjects')}
            </Link>
          </p>
        ) : (
          <Waterfall
            width={box.width}
            height={268}
            steps={waterfallSteps(data.total, {
              label: (figureId) => {
                const [first = '', second = ''] = t(`waterfall.step.${figureId}`).split('|');
                return [first, second];
              },
              ofRevenue: (ppm) =>
                t('waterfall.ofRevenue', { share: format.percent(ppm / 10_000, { min: 1 }) }),
              ofAgi: (ppm) =>
                t('waterfall.ofAgi', { share: format.percent(ppm / 10_000, { min: 1 }) }),
              reason: (figure) => (figure.missing.length > 0 ? reason(figure.missing) : null),
            })}
            words={{
              title: t('waterfall.alt', { period: words, unit }),
              line: t('waterfall.line'),
              amount: unit,
              unknown: t('waterfall.unknown'),
              money: (minor, isStep) =>
                inThousands
                  ? format.number(minor / unitMinor / 1000, { min: 1, plus: isStep })
                  : format.amount(minor, currency, { plus: isStep }),
            }}
            onOpen={(id, element) => {
              const figureId = figureOfStep(id);
              if (figureId === null) return;
              openExplain(
                { figureId, scope: { kind: 'client', clientId: client.id, period: shown } },
                element,
              );
            }}
          />
        )}
      </div>
    </Pane>
  );
}
