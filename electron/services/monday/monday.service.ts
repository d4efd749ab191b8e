import { readContacts } from '../../../db/queries/clients.query';
import { readAccountingRates } from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import type { MondayBrief, MondayItem } from '../../../shared/contract/monday.contract';
import type { PortfolioClient } from '../../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../../shared/contract/primitives';
import { SILENCE_NORM_DAYS } from '../../../shared/domain/contact-cadence';
import { CONTRACT_HORIZON_DAYS } from '../../../shared/domain/dated-kinds';
import { addDays, diffDays, mondayOf } from '../../../shared/domain/dates';
import { baseConverter } from '../accounting-rate';
import { lastClosedMonth } from '../clients.service';
import { readDatedItems } from '../deadlines/deadlines.service';
import { showPortfolio } from '../portfolio.service';
import { ratioPpm, sumFigures } from '../profit-line';
import { mediaOffPace } from './media-section';
import type { MondayGround, MondaySection, SectionItem } from './monday-section';
import { debts, retainers } from './money-sections';
import { overloadedPeople } from './people-section';
import { contracts, overdueDates, silence } from './relation-sections';

/** Every section; the first that claims a sum keeps it. */
const SECTIONS: readonly MondaySection[] = [
  debts,
  contracts,
  retainers,
  mediaOffPace,
  silence,
  overdueDates,
  overloadedPeople,
];

/** What holds most of the risk. */
const FIRST = 3;

/** Takes the sum out of all but the first item that claims it, and says so there. */
function countOnce(items: readonly SectionItem[]): MondayItem[] {
  const claimed = new Set<string>();
  return items.map(({ once, ...item }): MondayItem => {
    if (once === undefined || item.atRisk === null) return item;
    if (!claimed.has(once)) {
      claimed.add(once);
      return item;
    }
    const details = item.details.map((detail) =>
      detail.key === 'monday:detail.month-income'
        ? { key: 'monday:detail.counted-above', params: {} }
        : detail,
    );
    return { ...item, details, income: null, atRisk: null };
  });
}

const rankOf = ({ atRisk }: MondayItem): number =>
  atRisk === null ? -2 : atRisk.value === null ? -1 : atRisk.value;

function present(figures: readonly (FigureDto | null)[]): FigureDto[] {
  return figures.filter((figure) => figure !== null);
}

function totalsOf(items: readonly MondayItem[]): MondayBrief['totals'] {
  const atRisk = sumFigures(present(items.map((item) => item.atRisk)));
  const first = sumFigures(present(items.slice(0, FIRST).map((item) => item.atRisk)));
  return {
    debt: sumFigures(present(items.map((item) => item.debt))),
    income: sumFigures(present(items.map((item) => item.income))),
    atRisk,
    firstThreePpm:
      atRisk.value === null || first.value === null ? null : ratioPpm(first.value, atRisk.value),
    clients: new Set(items.flatMap(({ client }) => (client === null ? [] : [client.id]))).size,
  };
}

function callsOf({ read, portfolio }: MondayGround): MondayBrief['calls'] {
  const silent = portfolio.clients.flatMap((client) => {
    const normDays = SILENCE_NORM_DAYS[client.tier];
    const { silentDays } = client;
    return silentDays === null || silentDays < normDays ? [] : [{ client, silentDays, normDays }];
  });
  return silent
    .sort((a, b) => b.silentDays / b.normDays - a.silentDays / a.normDays)
    .map(({ client, silentDays, normDays }) => {
      const [contact] = readContacts(read, client.id);
      return {
        client: nameOf(client),
        contact: contact === undefined ? null : { name: contact.name, position: contact.position },
        silentDays,
        normDays,
      };
    });
}

function nameOf({ id, name, mark, hue }: PortfolioClient) {
  return { id, name, mark, hue };
}

function contractsOf({ portfolio, today }: MondayGround): MondayBrief['contracts'] {
  return portfolio.clients
    .flatMap((client) => {
      const endsOn = client.contractEndsOn;
      if (endsOn === null) return [];
      const days = diffDays(today, endsOn);
      return days > CONTRACT_HORIZON_DAYS ? [] : [{ client: nameOf(client), endsOn, days }];
    })
    .sort((a, b) => a.days - b.days);
}

/**
 * The week of `today` on one page: what is owed and what may be lost, ranked by money without VAT in
 * the base currency. A client's income counts once, whatever threatens it.
 */
export function mondayBrief(read: ReadDb, today: string): MondayBrief {
  const from = mondayOf(today);
  const week = { from, to: addDays(from, 6) };
  const portfolio = showPortfolio(read, lastClosedMonth(today), null, today);
  const convert = baseConverter(portfolio.baseCurrency, readAccountingRates(read));
  const ground: MondayGround = { read, today, week, portfolio, convert };
  const items = countOnce(SECTIONS.flatMap((section) => section.items(ground))).sort(
    (a, b) => rankOf(b) - rankOf(a),
  );
  return {
    week,
    asOf: today,
    baseCurrency: portfolio.baseCurrency,
    items,
    totals: totalsOf(items),
    dates: readDatedItems(read, week, today),
    calls: callsOf(ground),
    contracts: contractsOf(ground),
  };
}
