import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import type { Failure } from '../../../shared/contract/result';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { ErrorNote } from '../../components/error-note';
import { Menu } from '../../components/menu';
import { Segmented } from '../../components/segmented';
import { call, failureOf, useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './media-plans.module.css';
import { PlanStatus } from './plan-status';
import { VIEWS, type View } from './plan-types';
import type { ShownUnit } from './use-plan';

export type PaneName =
  | 'versions'
  | 'solve'
  | 'facts'
  | 'terms'
  | 'line'
  | 'alerts'
  | 'history'
  | 'explain';

type Props = {
  plan: Plan;
  view: View;
  unit: Plan['shownUnit'];
  pane: PaneName | null;
  showInternal: boolean;
  onView: (view: View) => void;
  onUnit: (unit: ShownUnit) => void;
  onPane: (pane: PaneName) => void;
  onInternal: () => void;
  /** How the sheet is looked at. */
  views: ReactNode;
};

/** Whose plan it is, how it stands in one sentence, and what can be done with it. */
export function PlanHead(props: Props) {
  const { plan, view, unit, onPane, pane } = props;
  const { t } = useTranslation('media-plans');
  const duplicate = useCommand('media-plans/duplicate');
  const [, navigate] = useLocation();
  const [exportFailure, setExportFailure] = useState<Failure | null>(null);
  const isDraft = plan.status === 'draft';

  async function newVersion() {
    try {
      const { id } = await duplicate.run({ id: plan.id });
      navigate(`/media-plans/${id}`);
    } catch {
      // The refusal stands below.
    }
  }

  async function save(format: 'pdf' | 'xlsx' | 'csv') {
    try {
      await call('media-plans/export', { id: plan.id, format });
      setExportFailure(null);
    } catch (error) {
      setExportFailure(failureOf(error));
    }
  }

  const loadStatistics = () => navigate(`/media-plans/import?client=${plan.clientId}`);

  return (
    <header>
      <div className={styles.bar}>
        <ClientMark client={{ mark: plan.clientMark, hue: plan.clientHue }} size="l" />
        <div className={styles.names}>
          <div className="row">
            <h2 className="cut">{plan.name}</h2>
            <button
              type="button"
              className={styles.version}
              aria-expanded={pane === 'versions'}
              title={t('versions.open')}
              onClick={() => onPane('versions')}
            >
              <PlanStatus plan={plan} withVersion />
            </button>
          </div>
          <Sentence plan={plan} />
        </div>
        {isDraft ? null : (
          <Button variant="primary" onClick={() => void newVersion()}>
            {t('head.newVersion')}
          </Button>
        )}
        {isDraft ? (
          <Button aria-expanded={pane === 'solve'} onClick={() => onPane('solve')}>
            {t('head.solve')}
          </Button>
        ) : null}
        <Button aria-expanded={pane === 'facts'} onClick={() => onPane('facts')}>
          {t('head.facts')}
        </Button>
        {plan.status === 'approved' ? (
          <Button onClick={loadStatistics}>{t('head.statistics')}</Button>
        ) : null}
        {isDraft ? (
          <Button variant="primary" onClick={() => onPane('versions')}>
            {t('head.agree')}
          </Button>
        ) : null}
        <Menu
          trigger={<Button aria-label={t('head.more')}>…</Button>}
          items={[
            ...(plan.status === 'approved'
              ? []
              : [{ label: t('head.statistics'), onChoose: loadStatistics }]),
            { label: t('head.terms'), onChoose: () => onPane('terms') },
            { label: t('head.line'), onChoose: () => onPane('line') },
            { label: t('head.alerts'), onChoose: () => onPane('alerts') },
            {
              label: t('head.history'),
              onChoose: () => onPane('history'),
              keys: 'Ctrl Shift H',
            },
            { label: t('head.explain'), onChoose: () => onPane('explain'), keys: 'E' },
            { label: t('head.savePdf'), apart: true, onChoose: () => void save('pdf') },
            { label: t('head.saveXlsx'), onChoose: () => void save('xlsx') },
            { label: t('head.saveCsv'), onChoose: () => void save('csv') },
            {
              label: t(props.showInternal ? 'head.hideInternal' : 'head.showInternal'),
              onChoose: props.onInternal,
              apart: true,
            },
            ...(isDraft
              ? [{ label: t('head.newVersion'), onChoose: () => void newVersion() }]
              : []),
          ]}
        />
      </div>
      <ErrorNote failure={duplicate.failure ?? exportFailure} />
      {isDraft ? null : (
        <p className={styles.frozenNote} role="note">
          {t(`frozen.${plan.status}`)}
        </p>
      )}
      <div className={styles.tools}>
        <Segmented
          label={t('head.view')}
          value={view}
          segments={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={props.onView}
        />
        <span className="grow" />
        {props.views}
        {view === 'plan' ? (
          <Segmented
            label={t('head.unit')}
            value={unit === 'stated' ? 'week' : unit}
            segments={(['day', 'week', 'month'] as const).map((value) => ({
              value,
              label: t(`unit.${value}`),
            }))}
            onChange={props.onUnit}
          />
        ) : null}
      </div>
    </header>
  );
}

/** «Бюджет со всем 3 000 000 ₽, осталось 19 058,34 ₽, темп 0,99.» */
function Sentence({ plan }: { plan: Plan }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const money = (minor: number) => format.money(minor, plan.currency);
  const left = plan.budgetLeftMinor;
  const pace = plan.fact?.pacePpm.value ?? null;
  return (
    <p className={`cut ${styles.sentence}`}>
      <Link href={`/clients/${plan.clientId}/media`}>{plan.clientName}</Link>
      {', '}
      {format.dateRange(plan.from, plan.to)}
      {'. '}
      {plan.budgetGrossMinor === null ? (
        <>
          {t('head.noBudget')} <b>{money(plan.totals.clientPriceMinor)}</b>
        </>
      ) : (
        <>
          {t('head.budget')} <b>{money(plan.budgetGrossMinor)}</b>,{' '}
          {left !== null && left < 0 ? (
            <>
              {t('head.over')} <b className="neg">{money(-left)}</b>
            </>
          ) : (
            <>
              {t('head.left')} <b>{money(left ?? 0)}</b>
            </>
          )}
        </>
      )}
      {pace === null ? null : (
        <>
          , {t('head.pace')} <b>{format.number(1 + pace / 1_000_000, { min: 2, max: 2 })}</b>
        </>
      )}
    </p>
  );
}
