import { Trans } from 'react-i18next';
import type { Portfolio } from '../../../shared/contract/portfolio.contract';
import { Button } from '../../components/button';
import { CheckField, SelectField } from '../../components/fields';
import { Figure } from '../../components/figure';
import { NewClient } from '../../components/new-client';
import { Popover } from '../../components/popover';
import { Segmented } from '../../components/segmented';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import { useWorkspace } from '../../lib/workspace';
import styles from './portfolio.module.css';
import { COLUMNS, type HideableColumn, type PortfolioView } from './view';

interface Props {
  readonly portfolio: Portfolio;
  readonly view: PortfolioView;
  readonly periodName: string;
}

/** The state of the portfolio in one sentence whose figures open, and what is shown of it. */
export function PortfolioHead({ portfolio, view, periodName }: Props) {
  const { t } = useTranslation('portfolio');
  const { userRole } = useWorkspace();
  const counts = {
    all: portfolio.clients.length,
    risk: portfolio.clients.filter((client) => client.isAtRisk).length,
    key: portfolio.clients.filter((client) => client.isKey).length,
  };
  return (
    <div className={`head ${styles.head}`}>
      <Lede portfolio={portfolio} view={view} periodName={periodName} />
      <div className={styles.controls}>
        {userRole === 'lead' && portfolio.managers.length > 1 && (
          <SelectField
            label={t('manager')}
            hideLabel
            value={view.managerId ?? ''}
            options={[
              { value: '', label: t('everyManager') },
              ...portfolio.managers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onCommit={(id) => view.setManager(id === '' ? null : id)}
          />
        )}
        <Segmented
          label={t('filter.label')}
          value={view.filter}
          segments={(['all', 'risk', 'key'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`, { count: counts[value] }),
          }))}
          onChange={view.setFilter}
        />
        <Popover
          label={t('columns')}
          align="end"
          trigger={<Button icon="filter">{t('columns')}</Button>}
        >
          <div className={styles.columnList}>
            {COLUMNS.filter((column): column is HideableColumn => column !== 'client').map(
              (column) => (
                <CheckField
                  key={column}
                  label={
                    column === 'trend'
                      ? `${t('head.trend')}, ${t('group.trend')}`
                      : t(`head.${column}`)
                  }
                  checked={!view.hidden.has(column)}
                  onChange={() => view.toggle(column)}
                />
              ),
            )}
          </div>
        </Popover>
        <NewClient />
      </div>
    </div>
  );
}

function Lede({ portfolio, view, periodName }: Props) {
  const { t } = useTranslation('portfolio');
  const format = useFormat();
  const { totals, riskTotals, baseCurrency } = portfolio;
  const scope = {
    kind: 'portfolio' as const,
    managerId: view.managerId,
    period: portfolio.period,
  };
  const overdue = riskTotals.overdue.value ?? 0;
  const loss = riskTotals.loss.value ?? 0;
  const risk =
    overdue > 0 ? (loss > 0 ? 'ledeRisk' : 'ledeOverdue') : loss > 0 ? 'ledeLoss' : 'ledeCalm';
  const money = { unit: 'money', currency: baseCurrency, whole: true, withUnit: true } as const;
  return (
    <p className={`lede grow ${styles.lede}`}>
      <span>
        <Trans
          t={t}
          i18nKey="lede"
          values={{ period: periodName, target: format.ratePpm(portfolio.marginTargetPpm) }}
          components={{
            agi: (
              <b className="why">
                <Figure figure={totals.agi} {...money} explain={{ figureId: 'agi', scope }}>
                  {totals.agi.value === null
                    ? null
                    : format.moneyCompact(totals.agi.value, baseCurrency)}
                </Figure>
              </b>
            ),
            margin: (
              <b>
                <Figure
                  figure={totals.deliveryMarginPpm}
                  unit="ppm"
                  withUnit
                  tone="signed"
                  explain={{ figureId: 'delivery-margin-pct', scope }}
                />
              </b>
            ),
          }}
        />
      </span>{' '}
      <span>
        <Trans
          t={t}
          i18nKey={risk}
          components={{
            overdue: (
              <b className="neg">
                <Figure
                  figure={riskTotals.overdue}
                  {...money}
                  tone="neg"
                  explain={{ figureId: 'overdue', scope }}
                />
              </b>
            ),
            loss: (
              <b className="neg">
                <Figure
                  figure={riskTotals.loss}
                  {...money}
                  tone="neg"
                  explain={{ figureId: 'loss', scope }}
                />
              </b>
            ),
          }}
        />
      </span>
    </p>
  );
}
