import type { Handlers } from '../ipc/dispatcher';
import {
  agreeBudget,
  carryOver,
  explainAdjustment,
  forecastAmount,
  lockMonth,
  moveAmount,
  planAmount,
  showBudget,
  unlockMonth,
} from '../services/budgets/budgets.service';
import { showBudgetCell } from '../services/budgets/cell-rows';
import {
  discardInvoiceDraft,
  issueInvoiceDraft,
  listInvoiceDrafts,
} from '../services/invoice-drafts.service';
import type { Session } from '../services/session';

type Methods =
  | 'budgets/show'
  | 'budgets/show-cell'
  | 'budgets/plan-amount'
  | 'budgets/forecast-amount'
  | 'budgets/move'
  | 'budgets/carry-over'
  | 'budgets/agree'
  | 'budgets/lock-month'
  | 'budgets/unlock-month'
  | 'budgets/explain-adjustment'
  | 'invoice-drafts/list'
  | 'invoice-drafts/issue'
  | 'invoice-drafts/discard';

/** Budgets by month, and the drafts of invoices that media plans bring. */
export function budgetHandlers(session: () => Session): Handlers<Methods> {
  return {
    'budgets/show': (input) => showBudget(session(), input),
    'budgets/show-cell': (input) => showBudgetCell(session(), input),
    'budgets/plan-amount': (input) => planAmount(session(), input),
    'budgets/forecast-amount': (input) => forecastAmount(session(), input),
    'budgets/move': (input) => moveAmount(session(), input),
    'budgets/carry-over': (input) => carryOver(session(), input),
    'budgets/agree': (input) => agreeBudget(session(), input),
    'budgets/lock-month': (input) => lockMonth(session(), input),
    'budgets/unlock-month': (input) => unlockMonth(session(), input),
    'budgets/explain-adjustment': (input) => explainAdjustment(session(), input),
    'invoice-drafts/list': (input) => listInvoiceDrafts(session(), input),
    'invoice-drafts/issue': (input) => issueInvoiceDraft(session(), input),
    'invoice-drafts/discard': (input) => discardInvoiceDraft(session(), input),
  };
}
