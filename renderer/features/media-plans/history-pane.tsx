import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/contract';
import type { HistoryField } from '../../../shared/contract/media-plan-details.contract';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import type { PlanColumn } from './column-kit';
import styles from './media-plans.module.css';
import type { PlanLine } from './plan-types';
import { SidePane } from './side-pane';

type Change = Output<'media-plans/list-cell-history'>['changes'][number];

/** Fields that a reckoned cell comes from. */
const OF_NET: readonly HistoryField[] = [
  'volume',
  'price',
  'priceBasis',
  'surchargesPpm',
  'discountsPpm',
  'currency',
  'rate',
];

/** Which fields of the line a column shows; none for what is not typed. */
export function fieldsOfColumn(column: PlanColumn | undefined): readonly HistoryField[] {
  const target = column?.input?.target;
  if (target === undefined) return [];
  if (target.kind === 'column') return ['spread', ...OF_NET, 'from', 'to'];
  if (target.field === 'netMinor') return OF_NET;
  if (target.field === 'commissionPpm' || target.field === 'commissionBasis') return ['commission'];
  return [target.field];
}

type Props = {
  plan: Plan;
  line: PlanLine | null;
  column: PlanColumn | undefined;
  columns: readonly PlanColumn[];
  onClose: () => void;
};

/** What the active cell was: who changed it, when, from what to what; any earlier value can be brought back. */
export function HistoryPane({ plan, line, column, columns, onClose }: Props) {
  const { t } = useTranslation('media-plans');
  const fields = fieldsOfColumn(column);
  return (
    <SidePane title={t('history.title')} onClose={onClose}>
      {line === null || column === undefined || fields.length === 0 ? (
        <p className="t2">{t('history.choose')}</p>
      ) : (
        <>
          <p className="m">
            {[line.channel, line.placement].filter(Boolean).join(', ')}: {column.title}
          </p>
          <Changes plan={plan} line={line} fields={fields} columns={columns} />
        </>
      )}
    </SidePane>
  );
}

type ChangesProps = {
  plan: Plan;
  line: PlanLine;
  fields: readonly HistoryField[];
  columns: readonly PlanColumn[];
};

function Changes({ plan, line, fields, columns }: ChangesProps) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const { data, error } = useRead('media-plans/list-cell-history', {
    lineId: line.id,
    fields: [...fields],
  });
  const amend = useCommand('media-plans/amend-line');

  const textOf = (change: Change, patch: Change['to']): string => {
    if (change.field === 'spread') {
      return patch.spread === undefined ? '' : t(`spread.is.${patch.spread.kind}`);
    }
    const shown = columns.find((each) => fieldsOfColumn(each).join() === change.field);
    if (shown !== undefined) return shown.show({ ...line, ...withoutUndefined(patch) }).text || '—';
    const value = patch[change.field];
    return value === null || value === undefined || value === '' ? '—' : String(value);
  };

  const failure = failureOf(error) ?? amend.failure;
  if (data?.changes.length === 0) return <p className="t2">{t('history.none')}</p>;
  return (
    <>
      <ErrorNote failure={failure} />
      <ul className={styles.creatives}>
        {(data?.changes ?? []).map((change) => (
          <li key={`${change.seq}-${change.field}`}>
            <p>
              {fields.length > 1 ? (
                <span className="t2">
                  {t(`field.${change.field}`, {
                    defaultValue: t(`col.${change.field}`, {
                      sign: '',
                      defaultValue: change.field,
                    }),
                  })}
                  {': '}
                </span>
              ) : null}
              {change.from === null ? t('history.new') : textOf(change, change.from)}
              {' → '}
              <b className="m">{textOf(change, change.to)}</b>
            </p>
            <p className="cap">
              {[
                change.who,
                format.dateTime(change.at),
                t('versions.number', { version: change.version }),
                change.kind === 'change' ? '' : t(`history.${change.kind}`),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
            {plan.status === 'draft' && change.from !== null ? (
              <Button
                variant="quiet"
                onClick={() => {
                  if (change.from === null) return;
                  amend.send({ id: line.id, revision: line.revision, patch: change.from });
                }}
              >
                {t('history.bringBack', { value: textOf(change, change.from) })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function withoutUndefined(patch: Change['to']): Partial<PlanLine> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
