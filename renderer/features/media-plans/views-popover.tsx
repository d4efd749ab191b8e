import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewSettings } from '../../../shared/contract/media-plan-details.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { CheckField, SelectField } from '../../components/fields';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import type { PlanColumn } from './column-kit';
import styles from './media-plans.module.css';
import { GROUPINGS } from './plan-source';
import type { SheetView } from './sheet-view';
import type { ShownUnit } from './use-plan';

type Props = {
  sheet: SheetView;
  unit: ShownUnit;
  /** All columns of the view, the hidden ones too; those that stay at the left are not among them. */
  columns: readonly PlanColumn[];
  onChange: (part: Partial<SheetView>) => void;
  onUnit: (unit: ShownUnit) => void;
};

/** Which lines and columns are shown and how they are put together; kept under a name for any plan. */
export function ViewsPopover({ sheet, unit, columns, onChange, onUnit }: Props) {
  const { t } = useTranslation('media-plans');
  const { data } = useRead('media-plans/list-views', {});
  const keep = useCommand('media-plans/keep-view');
  const remove = useCommand('media-plans/remove-view');
  const [name, setName] = useState('');
  const views = data?.views ?? [];

  function apply({ unit: next, ...settings }: ViewSettings) {
    onChange(settings);
    onUnit(next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    keep.send({ name: name.trim(), settings: { ...sheet, unit } });
    setName('');
  }

  return (
    <Popover
      label={t('views.title')}
      align="end"
      trigger={<Button>{t('views.button')}</Button>}
      className={styles.views}
    >
      {views.length === 0 ? null : (
        <ul className={styles.locks} aria-label={t('views.saved')}>
          {views.map((view) => (
            <li key={view.id}>
              <Button variant="quiet" onClick={() => apply(view.settings)}>
                {view.name}
              </Button>
              <Button
                variant="quiet"
                aria-label={t('views.removeOf', { name: view.name })}
                onClick={() => remove.send({ id: view.id })}
              >
                {t('facts.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        label={t('views.filter')}
        value={sheet.filter}
        onChange={(filter) => onChange({ filter: filter.slice(0, 200) })}
        placeholder={t('views.filterPlaceholder')}
      />
      <SelectField
        label={t('views.grouping')}
        value={sheet.grouping}
        options={GROUPINGS.map((value) => ({ value, label: t(`views.by.${value}`) }))}
        onCommit={(grouping) => onChange({ grouping })}
      />
      <fieldset className={styles.columnChoice}>
        <legend className="lab">{t('views.columns')}</legend>
        {columns.map(({ id, title }) => (
          <CheckField
            key={id}
            label={title}
            checked={!sheet.hidden.includes(id)}
            onChange={(shown) =>
              onChange({
                hidden: shown ? sheet.hidden.filter((each) => each !== id) : [...sheet.hidden, id],
              })
            }
          />
        ))}
      </fieldset>
      <form onSubmit={submit} className={styles.keepView} noValidate>
        <TextInput label={t('views.name')} value={name} onChange={setName} />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('views.keep')}
        </Button>
      </form>
      <ErrorNote failure={keep.failure ?? remove.failure} />
    </Popover>
  );
}
