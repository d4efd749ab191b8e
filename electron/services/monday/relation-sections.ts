import { SILENCE_FACTOR, SILENCE_NORM_DAYS } from '../../../shared/domain/contact-cadence';
import { addDays, diffDays } from '../../../shared/domain/dates';
import { readDatedItems } from '../deadlines/deadlines.service';
import { figureOf, sumFigures } from '../profit-line';
import { type MondaySection, monthlyIncome, namedClient, type SectionItem } from './monday-section';

/** From so many days before its end on, a contract is a matter of this week. */
const CONTRACT_DAYS = 60;

/** Contracts that end soon or have ended: at risk is a month's income. */
export const contracts: MondaySection = {
  items({ today, portfolio }) {
    return portfolio.clients.flatMap((client): SectionItem[] => {
      const endsOn = client.contractEndsOn;
      if (endsOn === null || diffDays(today, endsOn) > CONTRACT_DAYS) return [];
      const income = monthlyIncome(client);
      const ended = endsOn < today;
      return [
        {
          key: `contract:${client.id}:${endsOn}`,
          section: 'contract',
          client: namedClient(client),
          what: {
            key: ended ? 'monday:what.contract-ended' : 'monday:what.contract',
            params: { on: endsOn },
          },
          details: [{ key: 'monday:detail.month-income', params: {} }],
          debt: null,
          income,
          atRisk: income,
          due: ended ? today : endsOn,
          link: `/clients/${client.id}/details`,
          once: `income:${client.id}`,
        },
      ];
    });
  },
};

/** Clients not heard of for much longer than their norm: at risk is a month's income. */
export const silence: MondaySection = {
  items({ today, portfolio }) {
    return portfolio.clients.flatMap((client): SectionItem[] => {
      const days = client.silentDays;
      const norm = SILENCE_NORM_DAYS[client.tier];
      if (days === null || days < norm * SILENCE_FACTOR) return [];
      const income = monthlyIncome(client);
      return [
        {
          key: `silence:${client.id}`,
          section: 'silence',
          client: namedClient(client),
          what: { key: 'monday:what.silence', params: { count: days } },
          details: [
            { key: 'monday:detail.norm', params: { count: norm } },
            { key: 'monday:detail.month-income', params: {} },
          ],
          debt: null,
          income,
          atRisk: income,
          due: today,
          link: `/clients/${client.id}/profitability`,
          once: `income:${client.id}`,
        },
      ];
    });
  },
};

const PROMISES = ['deadline', 'task-due', 'task-deadline', 'brief'];

/** Promised work that is late, client by client: at risk is the money of its stages. */
export const overdueDates: MondaySection = {
  items({ read, today, portfolio, convert }) {
    const yesterday = addDays(today, -1);
    const late = readDatedItems(read, { from: yesterday, to: yesterday }, today, true).filter(
      (item) => PROMISES.includes(item.kind),
    );
    return portfolio.clients.flatMap((client): SectionItem[] => {
      const own = late.filter((item) => item.client?.id === client.id);
      const [oldest] = own;
      if (oldest === undefined) return [];
      const staked = own.flatMap(({ stake }) => (stake === null ? [] : [stake]));
      const income =
        staked.length === 0
          ? null
          : sumFigures(
              staked.map(({ minor, currency }) => convert.toBase(figureOf(minor), currency, today)),
            );
      return [
        {
          key: `late:${client.id}`,
          section: 'overdue-dates',
          client: namedClient(client),
          what: { key: 'monday:what.overdue-dates', params: { count: own.length } },
          details: [{ key: 'monday:detail.oldest', params: { count: diffDays(oldest.on, today) } }],
          debt: null,
          income,
          atRisk: income,
          due: today,
          link: `/deadlines?client=${client.id}`,
        },
      ];
    });
  },
};
