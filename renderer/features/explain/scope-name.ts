import { useTranslation } from 'react-i18next';
import type { ExplainScope } from '../../../shared/contract/portfolio.contract';
import type { Period } from '../../../shared/contract/primitives';
import { monthOf, monthPeriod } from '../../../shared/domain/dates';
import { useRead } from '../../lib/api';
import { type Formats, useFormat } from '../../lib/format';

/** «октябрь 2026» inside a sentence; days where the period is no whole month. */
export function periodWords(period: Period, format: Formats): string {
  const month = monthOf(period.from);
  const whole = monthPeriod(month);
  if (whole.from === period.from && whole.to === period.to) {
    const name = format.month(month);
    return format.lang === 'en' ? name : name.toLowerCase();
  }
  return format.dateRange(period.from, period.to);
}

/** Whose figure it is and of when: «Верба, октябрь 2026». */
export function useScopeName(scope: ExplainScope): string {
  const { t } = useTranslation('client');
  const format = useFormat();
  const clientId = scope.kind === 'portfolio' ? '' : scope.clientId;
  const overview = useRead('clients/list', { archived: false }, { enabled: clientId !== '' });
  const name =
    scope.kind === 'portfolio'
      ? t('why.portfolio')
      : overview.data?.clients.find(({ id }) => id === clientId)?.name;
  return [name, periodWords(scope.period, format)].filter(Boolean).join(', ');
}
