import { AppError } from '../../../shared/contract/app-error';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { netOfAmount, planAmount } from '../../../shared/domain/media-plan-basis';
import { solveLine } from '../../../shared/domain/media-plan-line';
import { sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import {
  lineBasisTerms,
  pricedLine,
  reckonEdited,
  type SheetTerms,
  subtotalOf,
} from '../../../shared/domain/media-plan-sheet';
import type { PlanLine } from './plan-types';
import type { WriteRow } from './plan-writes';

/** The plan as it would be with a cell that is still being typed; the plan itself where it cannot tell. */
export function previewPlan(plan: Plan, write: WriteRow | null): Plan {
  if (write === null || write.lineId === null) return plan;
  const terms: SheetTerms = {
    commission: { ppm: plan.commissionPpm, basis: plan.commissionBasis },
    clientDiscountPpm: plan.clientDiscountPpm,
    vatPpm: plan.ratePpm ?? 0,
    currency: plan.currency,
    columns: plan.shownColumns,
  };
  try {
    const place = plan.lines.findIndex(({ id }) => id === write.lineId);
    const edited = plan.lines[place];
    if (edited === undefined) return plan;
    const draft = draftOf(edited, write, terms);
    const drafts = plan.lines.with(place, draft);
    const sheet = reckonEdited(
      terms,
      plan.lines.map((line) => ({ ...line, vatPpm: line.ownVatPpm })),
      plan.totals.columnsMinor,
      { place, line: sheetOf(draft) },
    );
    const lines = drafts.map((line, i): PlanLine => {
      const reckoned = sheet.lines[i];
      return reckoned === undefined
        ? line
        : {
            ...line,
            ...reckoned,
            levyMinor: line.levyMinor,
            columnsMinor: [...reckoned.columnsMinor],
          };
    });
    const byId = new Map(lines.map((line) => [line.id, line]));
    const regroup = (groups: Plan['byGroup']): Plan['byGroup'] =>
      groups.map((group) => {
        const own = group.lineIds.flatMap((id) => byId.get(id) ?? []);
        const sums = subtotalOf(own, plan.shownColumns.length);
        return { ...group, ...sums, columnsMinor: [...sums.columnsMinor] };
      });
    const totals = {
      ...plan.totals,
      ...sheet.totals,
      levyMinor: plan.totals.levyMinor,
      columnsMinor: [...sheet.totals.columnsMinor],
    };
    return {
      ...plan,
      lines,
      totals,
      byGroup: regroup(plan.byGroup),
      byChannel: regroup(plan.byChannel),
      budgetLeftMinor:
        plan.budgetGrossMinor === null ? null : plan.budgetGrossMinor - totals.clientPriceMinor,
    };
  } catch (error) {
    // Half-typed numbers may make no plan; the last one that did stays.
    if (error instanceof AppError) return plan;
    throw error;
  }
}

const sheetOf = (line: PlanLine) => sheetLineOfInput(line, line.ownVatPpm);

function draftOf(line: PlanLine, write: WriteRow, terms: SheetTerms): PlanLine {
  const { cells } = write;
  const draft: PlanLine = {
    ...line,
    ...(typeof cells.volume === 'string' ? { volume: cells.volume } : {}),
    ...(typeof cells.price === 'string' ? { price: cells.price } : {}),
    ...(typeof cells.from === 'string' ? { from: cells.from } : {}),
    ...(typeof cells.to === 'string' ? { to: cells.to } : {}),
    ...(Array.isArray(cells.discountsPpm) ? { discountsPpm: cells.discountsPpm } : {}),
    ...(Array.isArray(cells.surchargesPpm) ? { surchargesPpm: cells.surchargesPpm } : {}),
    ...(typeof cells.rebatePpm === 'number' ? { rebatePpm: cells.rebatePpm } : {}),
  };
  if (typeof cells.netMinor !== 'number') return draft;
  const sheet = sheetOf(draft);
  const typed = planAmount(write.basis ?? 'net', cells.netMinor);
  const net = netOfAmount(typed, lineBasisTerms(sheet, terms));
  const priced = pricedLine(sheet, terms);
  return { ...draft, ...solveLine(net.minor, priced, terms.currency, write.solve ?? null) };
}
