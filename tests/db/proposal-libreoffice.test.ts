import { expect, it } from 'vitest';
import { addProposalLines } from '../../electron/services/proposal-lines.service';
import {
  addProposal,
  amendProposal,
  showProposal,
} from '../../electron/services/proposals.service';
import { proposalToXlsx } from '../../electron/services/reports/proposal-xlsx';
import { newSession } from '../helpers/db-session';
import { hasLibreOffice, recalculatedCells } from '../helpers/libre-office';

it(hasLibreOffice
  ? 'LibreOffice, recalculating a proposal with packages, comes to the same totals'
  : 'LibreOffice is not available here: the workbook is recalculated by our own evaluator only', async () => {
  if (!hasLibreOffice) return;
  const session = newSession();
  const { id } = addProposal(session, {
    clientId: 'ural',
    briefId: null,
    title: 'Запуск',
    startsOn: '2026-12-01',
    endsOn: '2027-02-28',
  });
  addProposalLines(session, {
    proposalId: id,
    afterId: null,
    lines: [
      { kind: 'work', title: 'Дизайн', quantity: '13.5', unitPriceMinor: 251_337 },
      {
        kind: 'production',
        title: 'Ролик',
        quantity: '3',
        unitCostMinor: 713_131,
        markupPpm: 171_717,
      },
      { kind: 'commission', title: 'Ведение', commissionPpm: 130_000, commissionBasis: 'inside' },
      { kind: 'media', title: 'Поиск', unitPriceMinor: 5_000_001, package: 'Базовый' },
      { kind: 'media', title: 'Сети', quantity: '3', unitPriceMinor: 4_000_003, package: 'Макс' },
      { kind: 'work', title: 'Часы', quantity: '7.25', unitPriceMinor: 199_999, package: 'Макс' },
    ],
  });
  const { revision } = showProposal(session, { id });
  amendProposal(session, { id, revision, patch: { discountPpm: 37_000 } });
  const cells = recalculatedCells(await proposalToXlsx(session.workspace.read, id));
  const { packages, total, vatMinor, grossMinor } = showProposal(session, { id });
  const expected = packages.flatMap((each) => [
    -each.discountMinor,
    each.amountMinor,
    each.vatMinor,
    each.grossMinor,
  ]);
  for (const minor of [total.amountMinor, vatMinor, grossMinor, ...expected]) {
    expect(cells).toContain(String(minor / 100));
  }
}, 120_000);
