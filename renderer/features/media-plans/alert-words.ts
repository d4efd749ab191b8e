import { useTranslation } from 'react-i18next';
import type { Plan, PlanAlert } from '../../../shared/contract/media-plans.contract';
import { useFormat } from '../../lib/format';

/** An alert in a sentence: the line, what is off, and what it would take. */
export function useAlertWords(plan: Plan): (alert: PlanAlert) => string {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const names = new Map(
    plan.lines.map(({ id, channel, placement }) => [id, placement === '' ? channel : placement]),
  );
  return ({ lineId, code, params }) => {
    const money = (value: number | null | undefined) => format.money(value ?? 0, plan.currency);
    const isOver = code === 'pace-behind' && params['neededPerDayMinor'] == null;
    return t(isOver ? 'alert.pace-behind-over' : `alert.${code}`, {
      line: names.get(lineId) ?? '',
      share: format.percent(Math.round(Math.abs(params['pacePpm'] ?? 0) / 10_000)),
      perDay: money(params['neededPerDayMinor']),
      actual: money(params['actualMinor']),
      target: money(params['targetMinor']),
      count: params['days'] ?? 0,
    });
  };
}
