import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { addProposalLines } from '../../electron/services/proposal-lines.service';
import {
  addProposal,
  amendProposal,
  showProposal,
} from '../../electron/services/proposals.service';
import { proposalToXlsx } from '../../electron/services/reports/proposal-xlsx';
import { newSession } from '../helpers/db-session';

const isThere = spawnSync('soffice', ['--version']).status === 0;

/** The workbook without the values kept beside its formulas: whoever opens it has to compute them. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const files = unzipSync(workbook);
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        name.startsWith('xl/worksheets/')
          ? strToU8(strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))
          : bytes,
      ]),
    ),
  );
}

it(isThere
  ? 'LibreOffice, recalculating a proposal with packages, comes to the same totals'
  : 'LibreOffice is not available here: the workbook is recalculated by our own evaluator only', async () => {
  if (!isThere) return;
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
  const folder = mkdtempSync(join(tmpdir(), 'agency-calc-'));
  try {
    writeFileSync(
      join(folder, 'offer.xlsx'),
      withoutResults(await proposalToXlsx(session.workspace.read, id)),
    );
    execFileSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false',
      '--outdir',
      folder,
      join(folder, 'offer.xlsx'),
    ]);
    const cells = readFileSync(join(folder, 'offer.csv'), 'utf8')
      .split(/[;\n]/)
      .map((text) => text.replace(/^"|"$/g, ''));
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
