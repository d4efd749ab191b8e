import {
  AlignmentType,
  BorderStyle,
  BuilderElement,
  CheckBox,
  convertMillimetersToTwip,
  FileChild,
  type IParagraphStyleOptions,
  LevelFormat,
  LineRuleType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type XmlComponent,
} from 'docx';
import { PLACEHOLDER, STYLE } from './docx-style-names';
import { xmlText } from './same-answer';

export const BULLETS = 'brief-bullets';
export const NUMBERS = 'brief-numbers';
export const LIST_LEVELS = 9;

/** Colours of paper, for a printer: the screen's are for screens. */
export const INK = {
  text: '1F2328',
  soft: '6B6F76',
  line: 'C9CDD2',
  fill: 'F4F2EC',
  accent: '2B5A9E',
};

const BODY = 'Calibri';
const TITLE = 'Georgia';
const LEVEL_TWIPS = 360;

/** The width of the text: A4 without margins. */
export const TEXT_WIDTH = convertMillimetersToTwip(170);

function flag(name: string, values: Record<string, string> = {}): XmlComponent {
  const attributes = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { key: `w:${key}`, value: xmlText(value) }]),
  );
  return new BuilderElement({ name: `w:${name}`, attributes });
}

type ControlKind =
  | { kind: 'rich' }
  | { kind: 'text' }
  | { kind: 'choice'; choices: readonly { key: string; label: string }[] }
  | { kind: 'date'; on: string | null; format: string; language: string };

export type ControlOptions = ControlKind & {
  /** How the control is found again; see anchorOf(). */
  tag: string;
  /** What Word shows on its handle. */
  title: string;
  /** It holds only words that say what to write. */
  isBlank: boolean;
};

/** A content control: what is typed in it is found again by its tag (ECMA-376 part 1, 17.5.2). */
export class ContentControl extends FileChild {
  constructor(options: ControlOptions, children: readonly XmlComponent[]) {
    super('w:sdt');
    this.root = partsOf(options, children);
  }
}

/** The same within a line. The library has one such control, the check box: this is one with other contents. */
export class InlineControl extends CheckBox {
  constructor(options: ControlOptions, children: readonly XmlComponent[]) {
    super();
    this.root = partsOf(options, children);
  }
}

function partsOf(options: ControlOptions, children: readonly XmlComponent[]): XmlComponent[] {
  return [
    new BuilderElement({ name: 'w:sdtPr', children: propertiesOf(options) }),
    new BuilderElement({ name: 'w:sdtContent', children }),
  ];
}

function propertiesOf(options: ControlOptions): XmlComponent[] {
  return [
    flag('alias', { val: options.title.slice(0, 64) }),
    flag('tag', { val: options.tag }),
    ...(options.isBlank ? [flag('showingPlcHdr')] : []),
    kindOf(options),
  ];
}

function kindOf(options: ControlOptions): XmlComponent {
  switch (options.kind) {
    case 'rich':
      return flag('richText');
    case 'text':
      return flag('text');
    case 'choice':
      return new BuilderElement({
        name: 'w:dropDownList',
        children: options.choices.map(({ key, label }) =>
          flag('listItem', { displayText: label, value: key }),
        ),
      });
    case 'date':
      return new BuilderElement<{ fullDate?: string }>({
        name: 'w:date',
        ...(options.on === null
          ? {}
          : { attributes: { fullDate: { key: 'w:fullDate', value: `${options.on}T00:00:00Z` } } }),
        children: [
          flag('dateFormat', { val: options.format }),
          flag('lid', { val: options.language }),
          flag('storeMappedDataAs', { val: 'dateTime' }),
          flag('calendar', { val: 'gregorian' }),
        ],
      });
  }
}

/** A text as runs: line ends stay line ends, tabs stay tabs. */
export function runsOf(
  text: string,
  look: {
    bold?: boolean;
    italics?: boolean;
    strike?: boolean;
    underline?: object;
    style?: string;
  } = {},
): TextRun[] {
  return xmlText(text)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(
      (line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }),
    );
}

type GridOptions = {
  head: readonly Paragraph[] | null;
  rows: readonly (readonly (readonly (Paragraph | Table)[])[])[];
  /** Shares of the width, one for each column. */
  widths: readonly number[];
};

/** A table with thin lines whose head stands on every page and whose rows are not split. */
export function gridOf({ head, rows, widths }: GridOptions): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const twips = widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
  const line = { style: BorderStyle.SINGLE, size: 4, color: INK.line };
  const cell = (children: readonly (Paragraph | Table)[], index: number, isHead: boolean) =>
    new TableCell({
      children,
      width: { size: twips[index] ?? 0, type: WidthType.DXA },
      verticalAlign: isHead ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead ? { shading: { fill: INK.fill, color: 'auto', type: 'clear' as const } } : {}),
    });
  return new Table({
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: twips,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      ...(head === null
        ? []
        : [
            new TableRow({
              tableHeader: true,
              cantSplit: true,
              children: head.map((paragraph, index) => cell([paragraph], index, true)),
            }),
          ]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((children, index) => cell(children, index, false)),
          }),
      ),
    ],
  });
}

type Styled = Omit<IParagraphStyleOptions, 'id' | 'name'>;

function style(id: string, options: Styled): IParagraphStyleOptions {
  return { id, name: id, quickFormat: true, basedOn: 'Normal', ...options };
}

/** Fonts that Word has on both systems; where they lack, the system takes its nearest. */
export function documentStyles(language: string) {
  const thin = { style: BorderStyle.SINGLE, size: 4, color: INK.line, space: 1 };
  return {
    default: {
      document: {
        run: { font: BODY, size: 21, color: INK.text, language: { value: language } },
        paragraph: { spacing: { after: 100, line: 269 } },
      },
      heading1: {
        run: { font: TITLE, size: 28, bold: true, color: INK.text },
        paragraph: { spacing: { before: 380, after: 60 }, keepNext: true, keepLines: true },
      },
      title: {
        run: { font: TITLE, size: 44, bold: true, color: INK.text },
        paragraph: {
          spacing: { before: 100, after: 160, line: 252, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      hyperlink: { run: { color: INK.accent, underline: { type: 'single' as const } } },
    },
    paragraphStyles: [
      style(STYLE.answer, { next: STYLE.answer }),
      style(STYLE.blank, {
        basedOn: STYLE.answer,
        next: STYLE.answer,
        paragraph: { border: { bottom: { ...thin, style: BorderStyle.DOTTED } } },
      }),
      style(STYLE.label, {
        next: STYLE.answer,
        run: { bold: true, size: 21 },
        paragraph: { keepNext: true, keepLines: true, spacing: { before: 220, after: 50 } },
      }),
      style(STYLE.help, {
        next: STYLE.answer,
        run: { size: 18, color: INK.soft },
        paragraph: { keepNext: true, spacing: { after: 60 } },
      }),
      style(STYLE.gap, { run: { size: 8 }, paragraph: { spacing: { after: 0, line: 120 } } }),
      style(STYLE.heading, {
        basedOn: STYLE.answer,
        next: STYLE.answer,
        run: { bold: true, font: TITLE, size: 23 },
        paragraph: { keepNext: true, spacing: { before: 140, after: 60 } },
      }),
      style(STYLE.quote, {
        basedOn: STYLE.answer,
        run: { italics: true },
        paragraph: {
          indent: { left: 280 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: INK.accent, space: 8 } },
        },
      }),
      style(STYLE.cell, { run: { size: 19 }, paragraph: { spacing: { after: 0 } } }),
      style(STYLE.number, {
        basedOn: STYLE.cell,
        paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 0 } },
      }),
      style(STYLE.head, {
        basedOn: STYLE.cell,
        run: { bold: true, size: 18 },
        paragraph: { keepNext: true, spacing: { after: 0 } },
      }),
      style(STYLE.fact, { run: { size: 19 }, paragraph: { spacing: { after: 0 } } }),
      ...Array.from({ length: LIST_LEVELS }, (_, level) =>
        style(`${STYLE.more}${level + 1}`, {
          basedOn: STYLE.answer,
          paragraph: { indent: { left: LEVEL_TWIPS * (level + 1) }, spacing: { after: 60 } },
        }),
      ),
    ],
    characterStyles: [
      { id: PLACEHOLDER, name: PLACEHOLDER, quickFormat: true, run: { color: INK.soft } },
    ],
  };
}

/** Bullets and numbers of lists, level by level. */
export function documentLists() {
  const levels = (
    format: (level: number) => { format: 'bullet' | 'decimal' | 'lowerLetter'; text: string },
  ) =>
    Array.from({ length: LIST_LEVELS }, (_, level) => ({
      level,
      ...format(level),
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: {
          indent: { left: LEVEL_TWIPS * (level + 1), hanging: LEVEL_TWIPS - 60 },
          spacing: { after: 60 },
        },
      },
    }));
  return [
    {
      reference: BULLETS,
      levels: levels((level) => ({
        format: LevelFormat.BULLET,
        text: ['•', '–', '·'][level % 3] ?? '•',
      })),
    },
    {
      reference: NUMBERS,
      levels: levels((level) => ({
        format: level % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER,
        text: `%${level + 1}${level % 2 === 0 ? '.' : ')'}`,
      })),
    },
  ];
}
