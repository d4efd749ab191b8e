import { useTranslation } from 'react-i18next';
import type { ImportPreview, PlanPreview } from '../../../../shared/contract/imports.contract';
import { PLAN_FIELDS } from '../../../../shared/domain/media-plan-import/types';
import { SelectField } from '../../../components/fields';
import { useFormat } from '../../../lib/format';
import styles from '../import.module.css';
import own from './media.module.css';
import type { MediaImport } from './use-media-import';

type Column = PlanPreview['columns'][number];

/** What each column of the sheet becomes; a choice is remembered for plans with the same header. */
export function ColumnsPane({ flow, preview }: { flow: MediaImport; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { plan } = preview;
  if (plan === null) return null;
  const choose = (column: Column, use: Column['use']) => {
    // One field has one column: the column that had it before has none.
    const uses = plan.columns
      .filter(({ isOfDays, index }) => !isOfDays || index === column.index)
      .map((one) => ({
        index: one.index,
        use:
          one.index === column.index ? use : one.use === use && use !== 'flight' ? null : one.use,
      }));
    const before = (flow.said.uses ?? []).filter(
      ({ index }) => !uses.some((one) => one.index === index),
    );
    flow.say({ uses: [...before, ...uses] });
  };
  const word = (use: Column['use']) =>
    use === null ? t('fields.notCarried') : t(`media.use.${use}`);
  return (
    <table
      className={`tb ${styles.table}`}
      aria-label={t('media.view.columns', { count: plan.columns.length })}
    >
      <colgroup>
        <col className={own.colTitle} />
        <col className={own.colExample} />
        <col className={own.colUse} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('fields.source')}</th>
          <th scope="col">{t('fields.example')}</th>
          <th scope="col">{t('fields.target')}</th>
          <th scope="col">{t('media.columns.days')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.columns.map((column) => {
          const choices: readonly Column['use'][] = column.isOfDays
            ? ['flight', null]
            : [null, ...PLAN_FIELDS];
          return (
            <tr key={column.index}>
              <td className="cut m" title={column.title}>
                {column.title}
              </td>
              <td className="cut t2" title={column.example}>
                {column.example}
              </td>
              <td>
                <SelectField
                  label={t('media.columns.use', { column: column.title })}
                  hideLabel
                  value={column.use ?? ''}
                  options={choices.map((use) => ({ value: use ?? '', label: word(use) }))}
                  onCommit={(value) =>
                    choose(column, choices.find((use) => (use ?? '') === value) ?? null)
                  }
                />
              </td>
              <td className="t2">
                {column.days === null ? '' : format.dateRange(column.days.from, column.days.to)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
