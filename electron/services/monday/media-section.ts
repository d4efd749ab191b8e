import { readNewestPlanIds } from '../../../db/queries/media-plans.query';
import { fraction } from '../../../shared/domain/fraction';
import { forecastToEnd } from '../../../shared/domain/media-plan-alerts';
import { addMinor, roundToMinor } from '../../../shared/domain/money';
import { type PlanModel, PlanRates, readPlanModel } from '../media-plans/plan-model';
import { figureOf } from '../profit-line';
import { type MondaySection, namedClient, type SectionItem } from './monday-section';

type Behind = { channel: string; pacePpm: number; minor: number; commissionMinor: number };

/** Lines that run behind, the furthest first: what they will not spend by their end at the pace so far, and the commission on it. */
function linesBehind(model: PlanModel): Behind[] {
  const parts = model.lines.flatMap(({ row, result, sheet, fact, alerts }): Behind[] => {
    const alert = alerts.find(({ code }) => code === 'pace-behind');
    if (alert === undefined || !('pacePpm' in alert)) return [];
    const forecast = forecastToEnd(sheet.flight, fact?.spendMinor ?? 0, model.factOn) ?? 0;
    const minor = Math.max(0, result.netMinor - forecast);
    const commissionMinor =
      result.netMinor === 0
        ? 0
        : roundToMinor(
            fraction(BigInt(minor) * BigInt(result.commissionMinor), BigInt(result.netMinor)),
          );
    const channel = row.channel === '' ? row.placement : row.channel;
    return [{ channel, pacePpm: alert.pacePpm, minor, commissionMinor }];
  });
  return parts.sort((a, b) => a.pacePpm - b.pacePpm);
}

/** Plans that run behind: at risk is the agency's commission on what will not be spent. */
export const mediaOffPace: MondaySection = {
  items({ read, today, portfolio, convert }) {
    const rates = new PlanRates(read);
    return readNewestPlanIds(read, null).flatMap((id): SectionItem[] => {
      const model = readPlanModel(read, id, { today, rates });
      const { plan } = model;
      const client = portfolio.clients.find((each) => each.id === plan.clientId);
      if (client === undefined || plan.fromOn > today || plan.toOn < today) return [];
      const behind = linesBehind(model);
      const [furthest] = behind;
      if (furthest === undefined) return [];
      const minor = addMinor(...behind.map((line) => line.minor));
      const commissionMinor = addMinor(...behind.map((line) => line.commissionMinor));
      const income = convert.toBase(figureOf(commissionMinor), plan.currency, today);
      return [
        {
          key: `media:${plan.familyId}`,
          section: 'media',
          client: namedClient(client),
          what: { key: 'monday:what.media', params: { title: furthest.channel } },
          details: [
            {
              key: 'monday:detail.pace',
              params: { title: plan.name, ratePpm: furthest.pacePpm },
            },
            ...(behind.length === 1
              ? []
              : [{ key: 'monday:detail.lines', params: { count: behind.length } }]),
            {
              key: 'monday:detail.unspent',
              params: { amountMinor: minor, currency: plan.currency },
            },
          ],
          debt: null,
          income,
          atRisk: income,
          due: plan.toOn,
          link: `/media-plans/${plan.id}`,
        },
      ];
    });
  },
};
