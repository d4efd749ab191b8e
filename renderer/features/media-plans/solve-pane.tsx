import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { CheckField, MoneyField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './media-plans.module.css';
import { SidePane } from './side-pane';

/** From the budget down: what is locked stays, the rest is brought to the largest net that fits. */
export function SolvePane({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const solve = useCommand('media-plans/solve');
  const lock = useCommand('media-plans/write-cells');
  const amend = useCommand('media-plans/amend');
  const [typed, setTyped] = useState<number | null>(null);
  const budget = typed ?? plan.budgetGrossMinor;
  const locked = plan.lines.filter((line) => line.locked);
  const lockedNet = locked.reduce((sum, line) => sum + line.netMinor, 0);
  return (
    <SidePane title={t('solve.title')} onClose={onClose}>
      <div className={styles.solve}>
        <p className="t2">{t('solve.text')}</p>
        <MoneyField
          label={t('solve.budget')}
          value={budget}
          currency={plan.currency}
          hint={t('solve.budgetHint')}
          onCommit={(next) => {
            setTyped(next);
            amend.send({
              id: plan.id,
              revision: plan.revision,
              patch: { budgetGrossMinor: next },
            });
          }}
        />
        <Button
          variant="primary"
          disabled={budget === null || plan.lines.length === 0 || solve.isRunning}
          onClick={() => {
            if (budget !== null) solve.send({ id: plan.id, budgetGrossMinor: budget });
          }}
        >
          {t('solve.run')}
        </Button>
        <ErrorNote failure={solve.failure ?? lock.failure ?? amend.failure} />
        <h4>
          {t('solve.locks')}
          <span className="cap">
            {' '}
            {t('solve.locked', {
              count: locked.length,
              amount: format.money(lockedNet, plan.currency),
            })}
          </span>
        </h4>
        <ul className={styles.locks}>
          {plan.lines.map((line) => (
            <li key={line.id}>
              <CheckField
                label={
                  <span className="cut">
                    {[line.channel, line.placement].filter(Boolean).join(', ') ||
                      t('grid.nameless')}
                  </span>
                }
                checked={line.locked}
                onChange={(next) =>
                  lock.send({
                    planId: plan.id,
                    rows: [{ lineId: line.id, cells: { locked: next } }],
                  })
                }
              />
              <span className="n t2">
                {format.amount(line.netMinor, plan.currency, { whole: true })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </SidePane>
  );
}
