import { useTranslation } from 'react-i18next';
import type { GridSource } from '../../components/grid/grid-source';
import { type Range, statsOf } from '../../components/grid/selection';
import { useFormat } from '../../lib/format';
import { PageStatus } from '../../lib/page-slots';
import type { PlanColumn } from './column-kit';
import type { Basis } from './plan-types';

type Props = {
  source: GridSource;
  columns: readonly PlanColumn[];
  range: Range;
  currency: string;
  basis: Basis;
};

/** Sum, mean and count of what is chosen; numbers of unlike units are only counted. */
export function SelectionStatus({ source, columns, range, currency, basis }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const stats = statsOf(range, source.number);
  const counted = columns
    .slice(range.left, range.right + 1)
    .flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const isMoney = counted.every((unit) => unit === 'money');
  const isLike = isMoney || counted.length === 1;
  if (stats.cells < 2 || stats.numbers === 0) {
    return (
      <PageStatus>
        <span>{t('stats.keys')}</span>
      </PageStatus>
    );
  }
  const isAmount = isMoney || counted[0] === 'amount';
  const show = (value: number) =>
    isAmount ? format.money(Math.round(value), currency) : format.number(value, { max: 2 });
  const words = isMoney ? t(`basis.${basis}`).toLocaleLowerCase(format.lang) : '';
  return (
    <PageStatus>
      <span>
        {t('stats.cells', { count: stats.cells })}
        {words === '' ? '' : `, ${words}`}
      </span>
      {!isLike ? (
        <span>{t('stats.unlike')}</span>
      ) : (
        <>
          <span>
            {t('stats.sum')} <b>{show(stats.sum)}</b>
          </span>
          <span>
            {t('stats.mean')} <b>{show(stats.sum / stats.numbers)}</b>
          </span>
        </>
      )}
      <span>
        {t('stats.numbers')} <b>{format.number(stats.numbers)}</b>
      </span>
      {!isLike ? null : (
        <>
          <span>
            {t('stats.min')} <b>{show(stats.min)}</b>
          </span>
          <span>
            {t('stats.max')} <b>{show(stats.max)}</b>
          </span>
        </>
      )}
    </PageStatus>
  );
}
