import { Button } from '../../../components/button';
import { CheckField } from '../../../components/fields';
import { Popover } from '../../../components/popover';
import type { Kit } from '../kit';
import work from '../work.module.css';
import { LIST_COLUMNS, type ListColumn } from './list-columns';

type Props = {
  columns: readonly ListColumn[];
  kit: Kit;
  onChange: (columns: readonly ListColumn[]) => void;
};

/** Which columns the list shows. */
export function ColumnChoice({ columns, kit, onChange }: Props) {
  const { t } = kit;
  return (
    <Popover
      label={t('list.columns')}
      align="end"
      trigger={<Button variant="quiet">{t('list.columns')}</Button>}
    >
      <div className={work.columnChoice}>
        {LIST_COLUMNS.filter((column) => column !== 'title').map((column) => (
          <CheckField
            key={column}
            label={t(`list.${column}`)}
            checked={columns.includes(column)}
            onChange={(on) =>
              onChange(LIST_COLUMNS.filter((one) => (one === column ? on : columns.includes(one))))
            }
          />
        ))}
      </div>
    </Popover>
  );
}
