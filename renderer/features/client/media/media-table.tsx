import { useTranslation } from 'react-i18next';
import type { MediaRow, MediaSpendInput } from '../../../../shared/contract/work.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { MoneyField, NumberField, PercentField } from '../../../components/fields';
import { Figure } from '../../../components/figure';
import { useCommand } from '../../../lib/api';
import { useFigureGrid } from '../../../lib/figure-grid';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';
import { InlineEdit } from '../inline-edit';

const MONEY_FIELDS = ['planMinor', 'actualMinor'] as const;
const COUNT_FIELDS = ['impressions', 'clicks', 'leads', 'orders'] as const;

/** A channel a line; every amount and result is changed where it stands. */
export function MediaTable({
  rows,
  currency,
}: {
  readonly rows: readonly MediaRow[];
  readonly currency: string;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const grid = useFigureGrid<HTMLTableElement>();
  const amend = useCommand('media/amend');
  const remove = useCommand('media/remove');
  const sum = (field: (typeof MONEY_FIELDS)[number] | 'revenueMinor') =>
    rows.some((row) => row[field] !== null)
      ? rows.reduce((total, row) => total + (row[field] ?? 0), 0)
      : null;
  const count = (field: (typeof COUNT_FIELDS)[number]) =>
    rows.some((row) => row[field] !== null)
      ? rows.reduce((total, row) => total + (row[field] ?? 0), 0)
      : null;
  const dash = <span className="dash">—</span>;
  return (
    <>
      <ErrorNote failure={amend.failure ?? remove.failure} />
      <table
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        className={`tb flat ${styles.editTable}`}
        aria-label={t('media.title')}
      >
        <colgroup>
          <col />
          <col style={{ width: 104 }} />
          <col style={{ width: 104 }} />
          <col style={{ width: 72 }} />
          <col style={{ width: 88 }} />
          <col style={{ width: 70 }} />
          <col style={{ width: 60 }} />
          <col style={{ width: 60 }} />
          <col style={{ width: 108 }} />
          <col style={{ width: 72 }} />
          <col style={{ width: 84 }} />
          <col style={{ width: 64 }} />
          <col style={{ width: 72 }} />
          <col style={{ width: 96 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('media.channelHead')}</th>
            <th className="n">{t('media.planMinor')}</th>
            <th className="n">{t('media.actualMinor')}</th>
            <th className="n" title={t('media.paceTip')}>
              {t('media.pace')}
            </th>
            <th className="n">{t('media.impressions')}</th>
            <th className="n">{t('media.clicks')}</th>
            <th className="n">{t('media.leads')}</th>
            <th className="n">{t('media.orders')}</th>
            <th className="n">{t('media.revenueMinor')}</th>
            <th className="n">CPC</th>
            <th className="n">CPL</th>
            <th className="n" title={t('media.drrTip')}>
              {t('media.drr')}
            </th>
            <th className="n">{t('media.rebate')}</th>
            <th>
              <span className="unseen">{t('media.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChannelRow
              key={row.id}
              row={row}
              currency={currency}
              onAmend={(patch) => amend.send({ id: row.id, revision: row.revision, patch })}
              onRemove={() => remove.send({ id: row.id })}
            />
          ))}
          <tr className="sum">
            <td>{t('media.total')}</td>
            {MONEY_FIELDS.map((field) => {
              const total = sum(field);
              return (
                <td key={field} className="n">
                  {total === null ? dash : format.amount(total, currency)}
                </td>
              );
            })}
            <td />
            {COUNT_FIELDS.map((field) => {
              const total = count(field);
              return (
                <td key={field} className="n">
                  {total === null ? dash : format.number(total)}
                </td>
              );
            })}
            <td className="n">
              {sum('revenueMinor') === null
                ? dash
                : format.amount(sum('revenueMinor') ?? 0, currency, { whole: true })}
            </td>
            <td colSpan={5} />
          </tr>
        </tbody>
      </table>
    </>
  );
}

function ChannelRow({
  row,
  currency,
  onAmend,
  onRemove,
}: {
  readonly row: MediaRow;
  readonly currency: string;
  readonly onAmend: (patch: Partial<MediaSpendInput>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const money = { unit: 'money', currency } as const;
  const unset = <span className="dash">—</span>;
  const moneyCell = (field: 'planMinor' | 'actualMinor' | 'revenueMinor', whole: boolean) => {
    const value = row[field];
    return (
      <InlineEdit
        label={t('change', { what: t(`media.${field}`) })}
        numeric
        view={value === null ? unset : format.amount(value, currency, { whole })}
      >
        {(close) => (
          <MoneyField
            label={t(`media.${field}`)}
            hideLabel
            autoFocus
            currency={currency}
            value={value}
            onEscape={close}
            onCommit={(next) => {
              close();
              onAmend({ [field]: next });
            }}
          />
        )}
      </InlineEdit>
    );
  };
  const pace = row.pacePpm.value;
  return (
    <tr>
      <td title={`${row.channel}, ${format.dateRange(row.fromOn, row.toOn)}`}>
        <span className="m">{row.channel}</span>{' '}
        <span className="t3">
          {format.dateShort(row.fromOn)}–{format.dateShort(row.toOn)}
        </span>
      </td>
      <td className="n">{moneyCell('planMinor', false)}</td>
      <td className="n">{moneyCell('actualMinor', false)}</td>
      <td className="n">
        <Figure
          figure={row.pacePpm}
          unit="ppm"
          plus
          tone={pace !== null && Math.abs(pace) > 100_000 ? 'warn' : 'plain'}
        />
      </td>
      {COUNT_FIELDS.map((field) => (
        <td key={field} className="n">
          <InlineEdit
            label={t('change', { what: t(`media.${field}`) })}
            numeric
            view={row[field] === null ? unset : format.number(row[field])}
          >
            {(close) => (
              <NumberField
                label={t(`media.${field}`)}
                hideLabel
                autoFocus
                value={row[field]}
                onEscape={close}
                onCommit={(next) => {
                  close();
                  onAmend({ [field]: next });
                }}
              />
            )}
          </InlineEdit>
        </td>
      ))}
      <td className="n">{moneyCell('revenueMinor', true)}</td>
      <td className="n">
        <Figure figure={row.cpc} {...money} />
      </td>
      <td className="n">
        <Figure figure={row.cpl} {...money} />
      </td>
      <td className="n">
        <Figure figure={row.drrPpm} unit="ppm" />
      </td>
      <td className="n">
        <InlineEdit
          label={t('change', { what: t('media.rebate') })}
          numeric
          view={row.rebatePpm === 0 ? unset : format.number(row.rebatePpm / 10_000, { max: 2 })}
        >
          {(close) => (
            <PercentField
              label={t('media.rebate')}
              hideLabel
              autoFocus
              value={row.rebatePpm}
              onEscape={close}
              onCommit={(next) => {
                close();
                onAmend({ rebatePpm: next ?? 0 });
              }}
            />
          )}
        </InlineEdit>
      </td>
      <td className="n">
        <Button
          variant="quiet"
          data-cell="remove"
          className={styles.rowAction}
          aria-label={t('media.removeRow', { channel: row.channel })}
          onClick={onRemove}
        >
          {t('media.remove')}
        </Button>
      </td>
    </tr>
  );
}
