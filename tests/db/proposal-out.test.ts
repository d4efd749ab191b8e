import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { addProposalLines } from '../../electron/services/proposal-lines.service';
import { printProposal } from '../../electron/services/proposals/proposal-print';
import {
  addProposal,
  amendProposal,
  showProposal,
} from '../../electron/services/proposals.service';
import { proposalToXlsx } from '../../electron/services/reports/proposal-xlsx';
import type { Session } from '../../electron/services/session';
import { formatAmount } from '../../shared/i18n/formats';
import { newSession } from '../helpers/db-session';
import { SheetFormulas } from '../helpers/sheet-formulas';

/** Amounts that stand on nothing the client reads are unlike all others. */
function makeProposal(language: 'ru' | 'en' | 'lv' = 'ru'): { session: Session; id: string } {
  const session = newSession();
  const { id } = addProposal(session, {
    clientId: 'ural',
    briefId: null,
    title: 'Запуск <b>',
    startsOn: '2026-12-01',
    endsOn: '2027-02-28',
  });
  addProposalLines(session, {
    proposalId: id,
    afterId: null,
    lines: [
      {
        kind: 'work',
        groupName: 'Дизайн',
        title: '=HYPERLINK("x")',
        role: 'designer',
        quantity: '13.5',
        unitPriceMinor: 251_337,
        note: 'внутренняя заметка',
      },
      {
        kind: 'production',
        groupName: 'Видео',
        title: 'Ролик',
        vendor: 'Студия «Тайна»',
        quantity: '3',
        unitCostMinor: 7_131_313,
        markupPpm: 171_717,
      },
      {
        kind: 'media',
        groupName: 'Медиа',
        title: 'Поиск',
        quantity: '3',
        unitPriceMinor: 5_000_001,
      },
      {
        kind: 'commission',
        groupName: 'Медиа',
        title: 'Ведение',
        commissionPpm: 130_000,
        commissionBasis: 'inside',
        hoursSeconds: 36_000,
        role: 'designer',
      },
      {
        kind: 'service',
        groupName: 'Опции',
        title: 'SMM',
        quantity: '2',
        unitPriceMinor: 4_000_000,
        isOption: true,
        chosen: false,
      },
    ],
  });
  amendProposal(session, {
    id,
    revision: showProposal(session, { id }).revision,
    patch: { language, discountPpm: 37_000, discountReason: 'повод внутренний' },
  });
  return { session, id };
}

async function sheetOf({ session, id }: { session: Session; id: string }) {
  const book = new ExcelJS.Workbook();
  const bytes = await proposalToXlsx(session.workspace.read, id);
  await book.xlsx.load(Buffer.from(bytes).buffer);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Spaces of every kind left out, as texts on paper are compared. */
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '');

describe('a proposal for the client', () => {
  test.each(['ru', 'en', 'lv'] as const)(
    'in %s carries nothing from inside the agency',
    async (language) => {
      const made = makeProposal(language);
      const shown = showProposal(made.session, { id: made.id });
      const paper = bare(printProposal(made.session.workspace.read, made.id).bodyHtml);
      const sheet = await sheetOf(made);
      const cells: string[] = [];
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          cells.push(bare(JSON.stringify(cell.value)));
        }),
      );
      const inside = [
        'Студия',
        'внутренняя',
        'поводвнутренний',
        '71313',
        '171717',
        String(shown.total.cost.value),
        String(shown.total.agiMinor),
        String(shown.total.passThroughMinor),
      ];
      for (const secret of inside) {
        expect(paper).not.toContain(bare(secret));
        expect(cells.join('\n')).not.toContain(bare(secret));
      }
      for (const word of ['margin', 'маржа', 'AGI', 'себестоимость', 'markup', 'наценка']) {
        expect(paper.toLowerCase()).not.toContain(word.toLowerCase());
      }
    },
  );

  test('writes text as text, on paper and in the workbook', async () => {
    const made = makeProposal();
    expect(printProposal(made.session.workspace.read, made.id).bodyHtml).toContain(
      'Запуск &lt;b&gt;',
    );
    const sheet = await sheetOf(made);
    const title = sheet.getColumn(1).values.find((value) => String(value).startsWith('=HYPER'));
    expect(title).toBe('=HYPERLINK("x")');
  });
});

describe('the workbook', () => {
  test('reckoned anew gives the amounts it was saved with, to the kopeck', async () => {
    const made = makeProposal();
    const shown = showProposal(made.session, { id: made.id });
    const sheet = await sheetOf(made);
    const reckoned = new SheetFormulas(sheet);
    const last = sheet.rowCount;
    const value = (row: number) => Math.round(reckoned.value(`E${row}`) * 100);
    expect(value(last)).toBe(shown.grossMinor);
    expect(value(last - 1)).toBe(shown.vatMinor);
    expect(value(last - 2)).toBe(shown.total.amountMinor);
    expect(value(last - 3)).toBe(-shown.discount.amountMinor);
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula === undefined) return;
        expect(reckoned.value(cell.address), cell.address).toBeCloseTo(Number(cell.result), 6);
      }),
    );
  });

  test('follows the client who takes an option and changes a quantity', async () => {
    const made = makeProposal();
    const sheet = await sheetOf(made);
    const rowOf = (title: string) => sheet.getColumn(1).values.indexOf(title);
    sheet.getCell(rowOf('SMM'), 6).value = 1;
    sheet.getCell(rowOf('SMM'), 2).value = 5;
    const last = sheet.rowCount;
    const before = showProposal(made.session, { id: made.id }).total.amountMinor;
    expect(Math.round(new SheetFormulas(sheet).value(`E${last - 2}`) * 100)).toBe(
      before + 20_000_000,
    );
  });
});

/** Two packages of media with a commission on it, hours that are discounted, an option. */
function withPackages(): { session: Session; id: string } {
  const made = makeProposal();
  addProposalLines(made.session, {
    proposalId: made.id,
    afterId: null,
    lines: [
      {
        kind: 'work',
        title: 'Ещё часы',
        role: 'designer',
        quantity: '3.25',
        unitPriceMinor: 199_999,
        package: 'Базовый',
      },
      {
        kind: 'media',
        title: 'Сети',
        quantity: '2',
        unitPriceMinor: 7_777_777,
        package: 'Макс «А»',
        vendor: 'Студия «Тайна»',
      },
      {
        kind: 'work',
        title: 'Часы макс',
        role: 'designer',
        quantity: '9.5',
        unitPriceMinor: 199_999,
        package: 'Макс «А»',
      },
    ],
  });
  return made;
}

describe('packages for the client', () => {
  test('stand side by side on paper with their own totals, and nothing internal', () => {
    const { session, id } = withPackages();
    const paper = bare(printProposal(session.workspace.read, id).bodyHtml);
    const shown = showProposal(session, { id });
    expect(shown.packages.map(({ name }) => name)).toEqual(['Базовый', 'Макс «А»']);
    for (const {
      name,
      grossMinor,
      amountMinor,
      cost,
      agiMinor,
      passThroughMinor,
    } of shown.packages) {
      expect(paper).toContain(bare(name));
      for (const minor of [grossMinor, amountMinor]) {
        expect(paper).toContain(bare(formatAmount('ru', minor, 'RUB')));
      }
      for (const inside of [cost.value ?? 0, agiMinor, passThroughMinor]) {
        expect(paper).not.toContain(bare(formatAmount('ru', inside, 'RUB')));
      }
    }
    expect(paper).not.toContain('Тайна');
  });

  test('are chosen in the workbook, where the totals of all follow the cells', async () => {
    const made = withPackages();
    const { packages } = showProposal(made.session, { id: made.id });
    const sheet = await sheetOf(made);
    const last = sheet.rowCount;
    for (const [
      index,
      { grossMinor, amountMinor, vatMinor, discountMinor, name },
    ] of packages.entries()) {
      const column = 'BC'.charAt(index);
      const reckoned = new SheetFormulas(sheet);
      const value = (row: number) => Math.round(reckoned.value(`${column}${row}`) * 100);
      expect(sheet.getCell(`${column}${last - 4}`).value).toBe(name);
      expect([value(last - 3), value(last - 2), value(last - 1), value(last)]).toEqual([
        -discountMinor,
        amountMinor,
        vatMinor,
        grossMinor,
      ]);
      // The whole above follows the package that is chosen.
      sheet.getCell('B6').value = name;
      expect(Math.round(new SheetFormulas(sheet).value(`E${last - 6}`) * 100)).toBe(grossMinor);
    }
  });
});
