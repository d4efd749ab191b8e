import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/contract';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { ErrorNote } from '../../components/error-note';
import {
  DateField,
  MoneyField,
  PercentField,
  SelectField,
  TextField,
} from '../../components/fields';
import { useCommand } from '../../lib/api';
import styles from './media-plans.module.css';
import { SidePane } from './side-pane';

/** Highest commission on top; inside it is below 100 %. */
const MAX_COMMISSION_PPM = 10_000_000;

/** What the whole plan is reckoned with. Each field is written when it is left, and each is one undo. */
export function TermsPane({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('media-plans');
  const amend = useCommand('media-plans/amend');
  const isFrozen = plan.status !== 'draft';
  const write = (patch: Input<'media-plans/amend'>['patch']) =>
    amend.send({ id: plan.id, revision: plan.revision, patch });
  const off = isFrozen ? { disabled: true, disabledReason: t('terms.frozen') } : {};
  return (
    <SidePane title={t('terms.title')} onClose={onClose}>
      <div className={styles.decision}>
        <TextField
          label={t('new.name')}
          value={plan.name}
          required={t('new.nameMissing')}
          onCommit={(name) => name !== null && write({ name })}
          {...off}
        />
        <div className={styles.pair}>
          <DateField
            label={t('new.from')}
            value={plan.from}
            required={t('terms.dateMissing')}
            onCommit={(from) => from !== null && write({ from })}
            {...off}
          />
          <DateField
            label={t('new.to')}
            value={plan.to}
            required={t('terms.dateMissing')}
            onCommit={(to) => to !== null && write({ to })}
            {...off}
          />
        </div>
        <SelectField
          label={t('new.columns')}
          value={plan.columnUnit}
          disabled={isFrozen}
          options={[
            ...(['week', 'month', 'day'] as const).map((value) => ({
              value,
              label: t(`unit.${value}`),
            })),
            // Columns stated by a workbook can be kept or given up, not typed here.
            ...(plan.columnUnit === 'stated'
              ? [{ value: 'stated' as const, label: t('unit.stated') }]
              : []),
          ]}
          onCommit={(columnUnit) => write({ columnUnit })}
        />
        <div className={styles.pair}>
          <PercentField
            label={t('terms.commission')}
            value={plan.commissionPpm}
            maxPpm={MAX_COMMISSION_PPM}
            onCommit={(ppm) => write({ commissionPpm: ppm ?? 0 })}
            {...off}
          />
          <SelectField
            label={t('terms.commissionBasis')}
            value={plan.commissionBasis}
            disabled={isFrozen}
            options={(['on-top', 'inside'] as const).map((value) => ({
              value,
              label: t(`terms.${value}`),
            }))}
            onCommit={(commissionBasis) => write({ commissionBasis })}
          />
        </div>
        <PercentField
          label={t('terms.discount')}
          value={plan.clientDiscountPpm}
          hint={t('terms.discountHint')}
          onCommit={(ppm) => write({ clientDiscountPpm: ppm ?? 0 })}
          {...off}
        />
        <div className={styles.pair}>
          <SelectField
            label={t('terms.vat')}
            value={plan.vatMode}
            disabled={isFrozen}
            options={(['by-date', 'stated', 'none'] as const).map((value) => ({
              value,
              label: t(`terms.vatMode.${value}`),
            }))}
            onCommit={(vatMode) =>
              write({ vatMode, vatPpm: vatMode === 'stated' ? (plan.ratePpm ?? 0) : null })
            }
          />
          <PercentField
            label={t('terms.vatRate')}
            value={plan.ratePpm}
            disabled={isFrozen || plan.vatMode !== 'stated'}
            disabledReason={t(isFrozen ? 'terms.frozen' : 'terms.vatNotStated')}
            onCommit={(vatPpm) => vatPpm !== null && write({ vatPpm })}
          />
        </div>
        <MoneyField
          label={t('new.budget')}
          value={plan.budgetGrossMinor}
          currency={plan.currency}
          hint={t('solve.budgetHint')}
          onCommit={(budgetGrossMinor) => write({ budgetGrossMinor })}
          {...off}
        />
        <ErrorNote failure={amend.failure} />
      </div>
    </SidePane>
  );
}
