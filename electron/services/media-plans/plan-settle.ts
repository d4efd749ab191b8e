import type { PlanLineInput } from '../../../shared/contract/media-plans.contract';
import { costPlan } from '../../../shared/domain/media-plan';
import { settleNets, type WantedAmount } from '../../../shared/domain/media-plan-basis';
import { sheetLineOfInput } from '../../../shared/domain/media-plan-line-input';
import { sheetNetMinor } from '../../../shared/domain/media-plan-sheet';
import { addMinor, applyRatePpm } from '../../../shared/domain/money';
import { withNet } from './plan-cells';
import type { LineGround } from './plan-line';

/**
 * The lines of a plan, those for which an amount was typed brought to it to the minor unit where that can
 * be: see settleNets.
 * @param solve what a net changes, by the place of the line
 */
export function settledLines(
  lines: readonly PlanLineInput[],
  wanted: readonly (WantedAmount & { readonly solve: 'volume' | 'price' | null })[],
  ground: LineGround,
): PlanLineInput[] {
  if (wanted.length === 0) return [...lines];
  const { terms, currency } = ground;
  const sheets = lines.map((line) => sheetLineOfInput(line, ground.vatOf(line)));
  const commissions = sheets.map((sheet) => sheet.commission);
  const vats = sheets.map((sheet) => sheet.vatPpm ?? null);
  const before = sheets.map((sheet) => sheetNetMinor(sheet, terms, currency));
  const nets = settleNets(before, wanted, (candidate) =>
    costPlan(candidate, terms, commissions, vats).lines.map((line, i) => ({
      ...line,
      clientPriceMinor: addMinor(line.clientNetMinor, line.clientVatMinor),
      ourCostMinor: addMinor(
        line.netMinor,
        -applyRatePpm(line.netMinor, sheets[i]?.rebatePpm ?? 0),
      ),
    })),
  );
  const settled = [...lines];
  for (const { place, solve } of wanted) {
    const line = settled[place];
    const net = nets[place];
    if (line === undefined || net === undefined || net === before[place]) continue;
    settled[place] = withNet(line, net, solve, ground);
  }
  return settled;
}
