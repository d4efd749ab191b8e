import { readPortfolioMonths } from '../../../db/queries/client-months.query';
import {
  type PortfolioClientRow,
  readAccountingRates,
  readPortfolioClients,
} from '../../../db/queries/portfolio.query';
import type { ReadDb } from '../../../db/read-db';
import type { ProfitLine } from '../../../shared/contract/clients.contract';
import type { FigureId, PortfolioClient } from '../../../shared/contract/portfolio.contract';
import type { FigureDto, Period } from '../../../shared/contract/primitives';
import { addMonths, monthOf } from '../../../shared/domain/dates';
import { quantity, toMinor } from '../../../shared/domain/figure';
import { countScores, netPromoterScore, npsGroup } from '../../../shared/domain/nps';
import { perHour } from '../../../shared/domain/time-cost';
import { type BaseConverter, baseConverter } from '../accounting-rate';
import { periodFigures } from '../figures.service';
import { monthSumOf, npsOf, requireAgency, showPortfolio } from '../portfolio.service';
import { lossOf } from '../portfolio-risk';
import {
  convertLine,
  figureOf,
  type MonthSum,
  NO_ACTIVITY,
  profitLineOf,
  ratioOfFigures,
  ratioPpm,
  sumFigures,
  sumMonths,
  unknownFigure,
} from '../profit-line';
import { quantityFigure } from '../receivables-facts';
import { type Draft, factInput, figureInput, type Row, say, type Unit } from './draft';
import { amountOfPeriods } from './explain-profit';

/** Lines of a client's P&L by the figure they are. */
const FIELDS = {
  'gross-billings': 'grossBillings',
  'wip-change': 'wipChange',
  rebate: 'rebate',
  recognised: 'recognised',
  'pass-through': 'passThrough',
  agi: 'agi',
  'delivery-cost': 'deliveryCost',
  'delivery-margin': 'deliveryMargin',
  'direct-costs': 'directCosts',
  contribution: 'contribution',
  overhead: 'overhead',
  'net-profit': 'netProfit',
} as const satisfies Partial<Record<FigureId, keyof ProfitLine>>;

const SHARES = {
  'delivery-margin-pct': 'delivery-margin',
  'contribution-pct': 'contribution',
  'net-margin-pct': 'net-profit',
} as const;

const DEBTS = {
  receivables: 'receivables',
  overdue: 'overdue',
  'above-limit': 'aboveLimit',
} as const satisfies Partial<Record<FigureId, keyof PortfolioClient>>;

type ClientPart = {
  readonly client: PortfolioClientRow;
  readonly sum: MonthSum;
  readonly own: ProfitLine;
  readonly base: ProfitLine;
};

/** What is asked: whose portfolio, of when, seen on which day. */
export type PortfolioQuestion = {
  readonly managerId: string | null;
  readonly period: Period;
  readonly today: string;
};

class PortfolioExplainer {
  readonly #read: ReadDb;
  readonly #question: PortfolioQuestion;
  readonly #baseCurrency: string;
  readonly #convert: BaseConverter;
  readonly #clients: readonly PortfolioClientRow[];

  constructor(read: ReadDb, question: PortfolioQuestion) {
    const scope = { managerId: question.managerId, clientId: null };
    this.#read = read;
    this.#question = question;
    this.#baseCurrency = requireAgency(read).baseCurrency;
    this.#convert = baseConverter(this.#baseCurrency, readAccountingRates(read));
    this.#clients = readPortfolioClients(read, scope, question.today);
  }

  explain(id: FigureId): Draft {
    if (id in FIELDS) return this.#amount(id as keyof typeof FIELDS);
    if (id in DEBTS) return this.#debt(id as keyof typeof DEBTS);
    switch (id) {
      case 'delivery-margin-pct':
      case 'contribution-pct':
      case 'net-margin-pct':
        return this.#share(id);
      case 'loss':
        return this.#loss();
      case 'client-hours':
        return this.#hours();
      case 'retainer-burn':
        return this.#burn();
      case 'average-billable-rate':
        return this.#billableRate();
      case 'write-off':
        return this.#standard('write-off');
      case 'realization':
        return this.#realization();
      case 'nps':
        return this.#nps();
      case 'silent-days':
        return this.#silence();
      default:
        return this.#limitUsed();
    }
  }

  #parts(): ClientPart[] {
    const { managerId, period } = this.#question;
    const scope = { managerId, clientId: null };
    const rows = readPortfolioMonths(this.#read, scope, monthOf(period.from), monthOf(period.to));
    return this.#clients.map((client) => {
      const months = rows.filter((row) => row.clientId === client.id).map(monthSumOf);
      const sum = months.length === 0 ? NO_ACTIVITY : sumMonths(months);
      const own = profitLineOf(sum);
      const base = convertLine(own, (figure) =>
        this.#convert.toBase(figure, client.currency, period.to),
      );
      return { client, sum, own, base };
    });
  }

  #row(
    client: PortfolioClientRow,
    tab: string,
    unit: Unit,
    figure: FigureDto,
    own?: FigureDto,
  ): Row {
    const isForeign = client.currency !== this.#baseCurrency && own !== undefined;
    return {
      label: say('row.client', { name: client.name }),
      source:
        isForeign && own.value !== null
          ? say('source.own', { amountMinor: own.value, currency: client.currency })
          : null,
      link: `/clients/${client.id}/${tab}`,
      unit,
      value: figure.value,
      count: 1,
    };
  }

  #sum(id: FigureId, rows: readonly Row[], figure: FigureDto): Draft {
    return {
      unit: 'money',
      currency: this.#baseCurrency,
      figure,
      formula: say(`formula.${id}`, { asOf: this.#question.today }),
      inputs: [],
      rows: rows.filter((row) => row.value !== 0),
      rowsTotal: { label: say(`name.${id}`), unit: 'money', value: figure.value },
      notes: [say('note.clients-sum', { currency: this.#baseCurrency })],
    };
  }

  #amount(id: keyof typeof FIELDS): Draft {
    const field = FIELDS[id];
    const parts = this.#parts();
    const rows = parts.map(({ client, base, own }) =>
      this.#row(client, 'profitability', 'money', base[field], own[field]),
    );
    return this.#sum(id, rows, sumFigures(parts.map(({ base }) => base[field])));
  }

  #share(id: keyof typeof SHARES): Draft {
    const numerator = this.#amount(SHARES[id]);
    const agi = this.#amount('agi').figure;
    return {
      ...numerator,
      unit: 'ppm',
      figure: ratioOfFigures(numerator.figure, agi),
      formula: say(`formula.${id}`),
      inputs: [
        figureInput(SHARES[id], 'money', numerator.figure),
        figureInput('agi', 'money', agi),
      ],
    };
  }

  #loss(): Draft {
    const parts = this.#parts().map((part) => ({ ...part, loss: lossOf(part.base.contribution) }));
    const rows = parts.map(({ client, loss, own }) =>
      this.#row(client, 'profitability', 'money', loss, lossOf(own.contribution)),
    );
    return this.#sum('loss', rows, sumFigures(parts.map(({ loss }) => loss)));
  }

  #debt(id: keyof typeof DEBTS): Draft {
    const { period, managerId, today } = this.#question;
    const { clients } = showPortfolio(this.#read, period, managerId, today);
    const figureBy = new Map(clients.map((client) => [client.id, client[DEBTS[id]]]));
    const figures = this.#clients.map((client) => figureBy.get(client.id) ?? figureOf(0));
    const rows = this.#clients.map((client, index) =>
      this.#row(client, 'receivables', 'money', figures[index] ?? figureOf(0)),
    );
    return this.#sum(id, rows, sumFigures(figures));
  }

  #seconds(read: (sum: MonthSum) => number, tab: string): Row[] {
    return this.#parts()
      .map(({ client, sum }) => this.#row(client, tab, 'seconds', figureOf(read(sum))))
      .filter((row) => row.value !== 0);
  }

  #hours(): Draft {
    const rows = this.#seconds((sum) => sum.clientSeconds, 'hours');
    const value = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
    return {
      ...this.#sum('client-hours', [], figureOf(value)),
      unit: 'seconds',
      rows,
      rowsTotal: { label: say('name.client-hours'), unit: 'seconds', value },
      notes: [],
    };
  }

  #burn(): Draft {
    const rows = this.#seconds((sum) => sum.retainerUsedSeconds, 'hours');
    const used = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
    const available = this.#parts().reduce(
      (sum, part) => sum + part.sum.retainerAvailableSeconds,
      0,
    );
    return {
      ...this.#hours(),
      unit: 'ppm',
      figure: figureOf(ratioPpm(used, available)),
      formula: say('formula.retainer-burn'),
      inputs: [
        factInput('retainer-used', 'seconds', figureOf(used)),
        factInput('available', 'seconds', figureOf(available)),
      ],
      rows,
      rowsTotal: { label: say('input.retainer-used'), unit: 'seconds', value: used },
    };
  }

  #billableRate(): Draft {
    const agi = this.#amount('agi');
    const hours = this.#hours().figure;
    const perClientHour =
      agi.figure.value === null
        ? agi.figure
        : quantityFigure(perHour(quantity(agi.figure.value), hours.value ?? 0), 1);
    return {
      ...agi,
      unit: 'money-per-hour',
      figure: perClientHour,
      formula: say('formula.average-billable-rate'),
      inputs: [
        figureInput('agi', 'money', agi.figure),
        figureInput('client-hours', 'seconds', hours),
      ],
    };
  }

  /** Amounts that are not kept by month: computed from the rows of each client. */
  #standard(id: 'write-off' | 'fees' | 'standard-value'): Draft {
    const { period } = this.#question;
    const parts = this.#clients.map((client) => {
      const own = amountOfPeriods(periodFigures(this.#read, client.id, period), id);
      return { client, own, base: this.#convert.toBase(own, client.currency, period.to) };
    });
    const rows = parts.map(({ client, own, base }) =>
      this.#row(client, 'profitability', 'money', base, own),
    );
    const figure = sumFigures(parts.map(({ base }) => base));
    if (id === 'write-off') return this.#sum(id, rows, figure);
    return {
      ...this.#sum('realization', rows, figure),
      rowsTotal: { label: say(`input.${id}`), unit: 'money', value: figure.value },
    };
  }

  #realization(): Draft {
    const fees = this.#standard('fees');
    const standard = this.#standard('standard-value').figure;
    return {
      ...fees,
      unit: 'ppm',
      figure: ratioOfFigures(fees.figure, standard),
      inputs: [
        factInput('fees', 'money', fees.figure),
        factInput('standard-value', 'money', standard),
      ],
    };
  }

  #nps(): Draft {
    const since = addMonths(monthOf(this.#question.today), -12);
    const answers = this.#clients.flatMap((client) => {
      const newest = npsOf(client.npsAnswers);
      const from = `${since}${this.#question.today.slice(7)}`;
      return newest === null || newest.answeredOn <= from ? [] : [{ client, ...newest }];
    });
    const counts = countScores(answers.map((answer) => answer.score));
    const score = toMinor(netPromoterScore(counts));
    const weight = { promoter: 1, passive: 0, detractor: -1 } as const;
    const rows = answers.map(
      ({ client, score: given, answeredOn }): Row => ({
        label: say('row.client-answer', { name: client.name, score: given, on: answeredOn }),
        source: say(`source.${npsGroup(given)}`),
        link: `/clients/${client.id}/details`,
        unit: 'score',
        value: weight[npsGroup(given)],
        count: 1,
      }),
    );
    return {
      unit: 'score',
      currency: null,
      figure: score.known ? figureOf(score.value) : unknownFigure([]),
      formula: say('formula.nps'),
      inputs: [
        factInput('promoters', 'score', figureOf(counts.promoters)),
        factInput('detractors', 'score', figureOf(counts.detractors)),
        factInput('answers', 'score', figureOf(answers.length)),
      ],
      rows,
      rowsTotal: {
        label: say('input.promoters-less-detractors'),
        unit: 'score',
        value: counts.promoters - counts.detractors,
      },
      notes: answers.length === 0 ? [say('note.no-answers')] : [],
    };
  }

  #silence(): Draft {
    const { period, managerId, today } = this.#question;
    const silent = new Map(
      showPortfolio(this.#read, period, managerId, today).clients.map((client) => [
        client.id,
        client.silentDays,
      ]),
    );
    const rows = this.#clients
      .map((client) =>
        this.#row(client, 'details', 'days', figureOf(silent.get(client.id) ?? null)),
      )
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    const longest = rows[0]?.value ?? null;
    return {
      unit: 'days',
      currency: null,
      figure: figureOf(longest),
      formula: say('formula.silent-days', { asOf: today }),
      inputs: [],
      rows,
      rowsTotal: { label: say('input.longest-silence'), unit: 'days', value: longest },
      notes: [],
    };
  }

  /** Debts of clients that have a limit, against the sum of those limits. */
  #limitUsed(): Draft {
    const { today } = this.#question;
    const limited = this.#clients.filter((client) => client.creditLimitMinor !== null);
    const debts = this.#debt('receivables');
    const rows = debts.rows.filter((row) =>
      limited.some((client) => row.link === `/clients/${client.id}/receivables`),
    );
    const debt = figureOf(rows.reduce((sum, row) => sum + (row.value ?? 0), 0));
    const limit = sumFigures(
      limited.map((client) =>
        this.#convert.toBase(figureOf(client.creditLimitMinor), client.currency, today),
      ),
    );
    return {
      ...debts,
      unit: 'ppm',
      figure: ratioOfFigures(debt, limit),
      formula: say('formula.credit-limit-used'),
      inputs: [factInput('limited-debt', 'money', debt), factInput('credit-limit', 'money', limit)],
      rows,
      rowsTotal: { label: say('input.limited-debt'), unit: 'money', value: debt.value },
    };
  }
}

/** A figure of the whole portfolio, opened into its clients. */
export function explainPortfolio(read: ReadDb, question: PortfolioQuestion, id: FigureId): Draft {
  return new PortfolioExplainer(read, question).explain(id);
}
