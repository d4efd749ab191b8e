import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewSettings } from '../../../shared/contract/media-plan-details.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { CheckField, SelectField } from '../../components/fields';
import { Popover } from '../../components/popover';
import { useCommand, useRead } from '../../lib/api';
import styles from './media-plans.module.css';
import { GROUPINGS } from './plan-source';
import type { SheetView } from './sheet-view';
import type { ShownUnit } from './use-plan';

export type ColumnChoice = { id: string; title: string; isShown: boolean };

type Props = {
  sheet: SheetView;
  unit: ShownUnit;
  /** What can be shown and put away, in the order of the sheet. */
  choices: readonly ColumnChoice[];
  onShow: (id: string, isShown: boolean) => void;
  /** The channel whose columns these are, and the way back to its usual ones; null: of all channels. */
  channel: { name: string; onUsual: (() => void) | null } | null;
  onChange: (part: Partial<SheetView>) => void;
  onUnit: (unit: ShownUnit) => void;
};

/** Which lines and columns are shown and how they are put together; kept under a name for any plan. */
export function ViewsPopover(props: Props) {
  const { sheet, unit, choices, onShow, channel, onChange, onUnit } = props;
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
        <legend className="lab">
          {channel === null ? t('views.columns') : t('channels.columns', { channel: channel.name })}
        </legend>
        {choices.map(({ id, title, isShown }) => (
          <CheckField
            key={id}
            label={title}
            checked={isShown}
            onChange={(shown) => onShow(id, shown)}
          />
        ))}
      </fieldset>
      {channel?.onUsual == null ? null : (
        <Button variant="quiet" onClick={channel.onUsual}>
          {t('channels.usual')}
        </Button>
      )}
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
