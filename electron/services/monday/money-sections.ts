import { readOpenInvoices } from '../../../db/queries/clients.query';
import { diffDays, monthOf, monthPeriod } from '../../../shared/domain/dates';
import { fraction, multiplyFractions } from '../../../shared/domain/fraction';
import { PPM, roundToMinor } from '../../../shared/domain/money';
import { openNetMinor } from '../../../shared/domain/vat';
import { overserviceValue } from '../overservice';
import { figureOf, sumFigures } from '../profit-line';
import { type MondaySection, namedClient, type SectionItem } from './monday-section';

/** Debts past due, and debts above what was agreed, of each client. */
export const debts: MondaySection = {
  items({ read, today, portfolio, convert }) {
    const { baseCurrency } = portfolio;
    const open = readOpenInvoices(read, null, today);
    return portfolio.clients.flatMap((client): SectionItem[] => {
      const above = client.aboveLimit.value ?? 0;
      const rows = open.filter((row) => row.clientId === client.id);
      const overdue = rows.filter((row) => row.dueOn < today);
      if (overdue.length === 0 && above <= 0) return [];
      const net = (of: typeof rows) =>
        sumFigures(
          of.map((row) => convert.toBase(figureOf(openNetMinor(row)), row.currency, today)),
        );
      const aboveLimit = {
        key: 'monday:detail.above-limit',
        params: { amountMinor: above, currency: baseCurrency },
      };
      const common = {
        section: 'debt' as const,
        client: namedClient(client),
        income: null,
        due: today,
        link: `/clients/${client.id}/receivables`,
      };
      if (overdue.length === 0) {
        // The debt above the limit is a part of the open one, and so is its VAT.
        const gross = client.receivables.value ?? 0;
        const all = net(rows);
        const part =
          all.value === null || gross <= 0
            ? all
            : figureOf(
                roundToMinor(multiplyFractions(fraction(all.value), fraction(above, gross))),
              );
        return [
          {
            ...common,
            key: `above-limit:${client.id}`,
            what: { key: 'monday:what.above-limit', params: {} },
            details: [{ key: 'monday:detail.not-due', params: { count: rows.length } }],
            debt: figureOf(above),
            atRisk: part,
          },
        ];
      }
      const oldest = overdue.map((row) => row.dueOn).sort()[0] ?? today;
      return [
        {
          ...common,
          key: `debt:${client.id}`,
          what: { key: 'monday:what.debt', params: { count: diffDays(oldest, today) } },
          details: [
            { key: 'monday:detail.invoices', params: { count: overdue.length } },
            ...(above > 0 ? [aboveLimit] : []),
          ],
          debt: client.overdue,
          atRisk: net(overdue),
        },
      ];
    });
  },
};

/** Retainers whose hours of the month are used up: what is worked beyond them, at the retainer's own rate. */
export const retainers: MondaySection = {
  items({ read, today, portfolio, convert }) {
    const month = monthPeriod(monthOf(today));
    return portfolio.clients.flatMap((client): SectionItem[] => {
      const { retainer } = client;
      const burnPpm = retainer?.burnPpm ?? null;
      if (retainer === null || burnPpm === null || burnPpm <= PPM) return [];
      const seconds = retainer.usedSeconds - retainer.availableSeconds;
      const value = overserviceValue(read, client.id, month, seconds);
      const income = convert.toBase(value, client.currency, today);
      return [
        {
          key: `retainer:${client.id}:${month.from}`,
          section: 'retainer',
          client: namedClient(client),
          what: { key: 'monday:what.retainer', params: { ratePpm: burnPpm } },
          details: [{ key: 'monday:detail.over-hours', params: { seconds } }],
          debt: null,
          income,
          atRisk: income,
          due: month.to,
          link: `/clients/${client.id}/hours`,
        },
      ];
    });
  },
};
