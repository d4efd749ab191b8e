import type { TemplateField } from '../../../shared/contract/briefs.contract';
import { RICH_SCHEMA_VERSION } from '../../../shared/domain/rich-rules';
import { type DocxBlock, type DocxTable, readPlaces } from './docx-read';
import { richOf } from './docx-rich-read';
import type { DocxLine } from './docx-text';
import { columnsOf, placeholderOf } from './form-columns';
import { anchorOf } from './form-marks';
import {
  type FormGround,
  type FormRemark,
  type ReadAnswer,
  readable,
  readChoice,
  readDate,
  readMoney,
  readRows,
  shown,
  unreadable,
} from './read-values';
import { bareText } from './same-answer';

const CHECKED = /^[☑☒✓✔]\s*/u;
const UNCHECKED = /^☐\s*/u;

/** What a filled document answers to each question. Throws `brief-form-damaged`. */
export function readDocxAnswers(
  parts: ReadonlyMap<string, string>,
  ground: FormGround,
): ReadonlyMap<string, ReadAnswer> {
  const asked = ground.fields.filter(({ type }) => type !== 'file');
  const places = readPlaces(parts, new Set(asked.map(({ key }) => anchorOf(key))));
  return new Map(
    asked.map((field) => {
      const blocks = places.get(anchorOf(field.key));
      return [
        field.key,
        blocks === undefined ? unreadable('place-lost') : readPlace(blocks, field, ground),
      ];
    }),
  );
}

function readPlace(
  all: readonly DocxBlock[],
  field: TemplateField,
  ground: FormGround,
): ReadAnswer {
  const blocks = withoutPlaceholder(all, placeholderOf(ground, field));
  switch (field.type) {
    case 'text':
      return readText(blocks);
    case 'rich':
      return readRich(blocks, field, ground);
    case 'list': {
      const items = linesIn(blocks).map(({ text }) => text.trim());
      return readable({ type: 'list', items: items.filter((item) => item !== '') });
    }
    case 'table':
    case 'audience':
      return readTable(blocks, field, ground);
    case 'checklist':
      return readable({
        type: 'checklist',
        items: linesIn(blocks)
          .map(({ text }) => text.trim())
          .map((text) => ({
            text: bareText(text.replace(CHECKED, '').replace(UNCHECKED, '')),
            done: CHECKED.test(text),
          }))
          .filter(({ text }) => text !== ''),
      });
    case 'choice':
      return readChoice(wholeText(blocks), field);
    case 'date':
      return readDate(wholeText(blocks), ground);
    case 'money':
      return readAmount(blocks, field, ground);
    case 'file':
      return readable(undefined);
  }
}

/** A place without the words that say what to write in it: LibreOffice keeps them, but not their look. */
function withoutPlaceholder(blocks: readonly DocxBlock[], placeholder: string): DocxBlock[] {
  const wanted = bareText(placeholder);
  return blocks.filter(
    (block) =>
      block.kind === 'table' ||
      (block.line.placeholder !== 'shown' && bareText(block.line.text) !== wanted),
  );
}

function linesIn(blocks: readonly DocxBlock[]): readonly DocxLine[] {
  return blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line] : block.table.rows.flatMap(({ cells }) => cells.flat()),
  );
}

function wholeText(blocks: readonly DocxBlock[]): string {
  return bareText(
    linesIn(blocks)
      .map(({ text }) => text)
      .join('\n'),
  );
}

function readText(blocks: readonly DocxBlock[]): ReadAnswer {
  const lines = blocks.flatMap((block) =>
    block.kind === 'line'
      ? [block.line.text.trimEnd()]
      : block.table.rows.map(({ cells }) => cells.map(textOfCell).join('\t')),
  );
  return readable({ type: 'text', text: lines.join('\n').replace(/^\n+|\n+$/g, '') });
}

function readRich(
  blocks: readonly DocxBlock[],
  field: TemplateField,
  ground: FormGround,
): ReadAnswer {
  const current = ground.answers[field.key];
  const pictures =
    current?.type === 'rich'
      ? current.doc.content.flatMap((block) => (block.type === 'image' ? [block.attrs] : []))
      : [];
  const { doc, hasNewPicture } = richOf(blocks, pictures);
  const notes = hasNewPicture ? [{ code: 'new-picture', params: {} }] : [];
  return readable({ type: 'rich', schemaVersion: RICH_SCHEMA_VERSION, doc }, notes);
}

function textOfCell(lines: readonly DocxLine[]): string {
  return bareText(
    lines
      .filter(({ placeholder }) => placeholder !== 'shown')
      .map(({ text }) => text)
      .join('\n'),
  );
}

function tableIn(blocks: readonly DocxBlock[]): DocxTable | null {
  return blocks.find((block) => block.kind === 'table')?.table ?? null;
}

/** Words beside a table have no place in the answer: they are repeated, lest they be lost. */
function besideTable(blocks: readonly DocxBlock[]): readonly FormRemark[] {
  const text = bareText(
    blocks
      .map((block) => (block.kind === 'line' ? block.line.text : ''))
      .filter((line) => line.trim() !== '')
      .join(' '),
  );
  return text === '' ? [] : [{ code: 'beside-table', params: { text: shown(text) } }];
}

/** Rows below the head; columns are known by their heads, or else by their order. */
function readTable(
  blocks: readonly DocxBlock[],
  field: TemplateField,
  ground: FormGround,
): ReadAnswer {
  const table = tableIn(blocks);
  if (table === null) {
    return wholeText(blocks) === ''
      ? unreadable('table-lost')
      : unreadable('table-lost-text', { text: shown(wholeText(blocks)) });
  }
  const labels = columnsOf(ground, field).map(({ label }) => bareText(label).toLowerCase());
  const [first, ...others] = table.rows;
  const heads = first?.cells.map((cell) => textOfCell(cell).toLowerCase()) ?? [];
  const isHead = first?.isHead === true || labels.some((label) => heads.includes(label));
  const at = labels.map((label, index) => {
    const found = heads.indexOf(label);
    return isHead && found >= 0 ? found : index;
  });
  const rows = (isHead ? others : table.rows).map(({ cells }) =>
    at.map((index) => textOfCell(cells[index] ?? [])),
  );
  return readRows(rows, field, ground, besideTable(blocks));
}

function readAmount(
  blocks: readonly DocxBlock[],
  field: TemplateField,
  ground: FormGround,
): ReadAnswer {
  const table = tableIn(blocks);
  const current = ground.answers[field.key];
  if (table === null) {
    return readMoney({ amount: wholeText(blocks), currency: '', vat: '' }, ground, current);
  }
  const [amount = [], currency = [], vat = []] = table.rows.at(-1)?.cells ?? [];
  const wanted = bareText(ground.words('amount-here'));
  const said = textOfCell(amount.filter(({ text }) => bareText(text) !== wanted));
  return readMoney(
    { amount: said, currency: textOfCell(currency), vat: textOfCell(vat) },
    ground,
    current,
  );
}
