import {
  AlignmentType,
  Bookmark,
  CheckBox,
  convertMillimetersToTwip,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
  type XmlComponent,
} from 'docx';
import type { ReadDb } from '../../../db/read-db';
import type { Answer, TemplateField } from '../../../shared/contract/briefs.contract';
import { isBlankAnswer, segmentRows } from '../../../shared/domain/brief-answers';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { formatAmount, formatDate } from '../../../shared/i18n/formats';
import { cover, ending, letterhead, runningFoot, runningHead } from './docx-cover';
import {
  ContentControl,
  type ControlOptions,
  documentLists,
  documentStyles,
  gridOf,
  INK,
  InlineControl,
  runsOf,
} from './docx-parts';
import { plainList, richBlocks } from './docx-rich';
import { PLACEHOLDER, STYLE } from './docx-style-names';
import { columnsOf, placeholderOf } from './form-columns';
import { anchorOf, marksToProperties, sectionAnchor } from './form-marks';
import { type BriefForm, readBriefForm } from './form-model';
import { xmlText } from './same-answer';

type Block = Paragraph | Table | ContentControl;

const LOCALE = { ru: 'ru-RU', en: 'en-GB', lv: 'lv-LV' } as const;
const DATE_FORMAT = { ru: 'dd.MM.yyyy', en: 'd MMM yyyy', lv: 'dd.MM.yyyy.' } as const;

/** Rows that wait for more, below those that are filled in. */
const SPARE_ROWS = 2;
const LEAST_ROWS = 3;

/**
 * A brief as a Word document that is at the same time its form: every answer stands in a place that is found
 * again. `version` null is the brief as it is now. Throws `brief-not-found`, `brief-version-not-found`.
 */
export async function briefToDocx(
  read: ReadDb,
  id: string,
  version: number | null,
): Promise<Uint8Array> {
  const form = readBriefForm(read, id, version);
  const { language } = form;
  const margin = convertMillimetersToTwip(20);
  const document = new Document({
    title: xmlText(form.title),
    subject: xmlText(form.kicker),
    creator: xmlText(form.agency.name),
    lastModifiedBy: xmlText(form.agency.name),
    description: form.words('about'),
    customProperties: marksToProperties({ ...form.marks, fingerprints: form.fingerprints('docx') }),
    styles: documentStyles(LOCALE[language]),
    numbering: { config: documentLists() },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        headers: { default: runningHead(form), first: letterhead(form) },
        footers: { default: runningFoot(form), first: runningFoot(form) },
        children: [
          ...cover(form),
          ...form.sections.flatMap((_, index) => section(form, index)),
          ...ending(form),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section(form: BriefForm, index: number): Block[] {
  const found = form.sections[index];
  if (found === undefined) return [];
  const { title, hint, fields } = found;
  const head = new Bookmark({
    id: sectionAnchor(index),
    children: runsOf(`${index + 1}. ${title}`),
  });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [head] }),
    ...(hint === '' ? [] : [new Paragraph({ style: STYLE.help, children: runsOf(hint) })]),
    ...fields.flatMap(({ field, answer }) => question(form, field, answer)),
  ];
}

function question(form: BriefForm, field: TemplateField, answer: Answer | undefined): Block[] {
  const label: ParagraphChild[] = [
    new Bookmark({ id: anchorOf(field.key), children: runsOf(field.label) }),
  ];
  if (field.required) {
    const text = `  ${form.words('required')}`;
    label.push(new TextRun({ text, bold: false, size: 17, color: INK.soft }));
  }
  const help = helpOf(form, field);
  return [
    new Paragraph({ style: STYLE.label, children: label }),
    ...(help === '' ? [] : [new Paragraph({ style: STYLE.help, children: runsOf(help) })]),
    ...place(form, field, isBlankAnswer(answer) ? undefined : answer),
  ];
}

/** Said above the answer where it is not said in its place. */
function helpOf(form: BriefForm, field: TemplateField): string {
  switch (field.type) {
    case 'choice': {
      const choices = field.choices.map(({ label }) => label).join('; ');
      return [field.help, form.words('choices', { choices })]
        .map((part) => part.replace(/[.\s]+$/, ''))
        .filter((part) => part !== '')
        .join('. ');
    }
    case 'file':
      return form.words('files');
    case 'table':
    case 'audience':
    case 'checklist':
    case 'money':
      return field.help;
    default:
      return '';
  }
}

function controlOf(
  field: TemplateField,
  isBlank: boolean,
): Pick<ControlOptions, 'tag' | 'title' | 'isBlank'> {
  return { tag: anchorOf(field.key), title: xmlText(field.label), isBlank };
}

function placeholder(text: string): TextRun[] {
  return runsOf(text, { style: PLACEHOLDER });
}

function place(form: BriefForm, field: TemplateField, answer: Answer | undefined): Block[] {
  const control = controlOf(field, answer === undefined);
  const blank = () =>
    new Paragraph({ style: STYLE.blank, children: placeholder(placeholderOf(form, field)) });
  const rich = (children: readonly XmlComponent[]) =>
    new ContentControl({ ...control, kind: 'rich' }, children);
  switch (field.type) {
    case 'text':
      return [rich(answer?.type === 'text' ? linesOf(answer.text) : [blank()])];
    case 'rich': {
      const blocks = answer?.type === 'rich' ? richBlocks(answer.doc, form.pictures) : [];
      return [rich(blocks.length > 0 ? blocks : [blank()])];
    }
    case 'list':
      return [rich(answer?.type === 'list' ? plainList(answer.items) : [blank()])];
    case 'table':
    case 'audience':
      return [rich([tableOf(form, field, answer)]), gap()];
    case 'checklist':
      return [rich(checklistOf(field, answer))];
    case 'choice':
    case 'date':
      return [shortPlace(form, field, answer)];
    case 'money':
      return [moneyOf(form, field, answer), gap()];
    case 'file':
      return answer?.type === 'file'
        ? [
            new Paragraph({
              style: STYLE.help,
              children: runsOf(answer.files.map(({ name }) => name).join(', ')),
            }),
          ]
        : [];
  }
}

function gap(): Paragraph {
  return new Paragraph({ style: STYLE.gap });
}

function linesOf(text: string): Paragraph[] {
  return text
    .split(/\r?\n/)
    .map((line) => new Paragraph({ style: STYLE.answer, children: runsOf(line) }));
}

function shortPlace(form: BriefForm, field: TemplateField, answer: Answer | undefined): Paragraph {
  const control = controlOf(field, answer === undefined);
  const text =
    answer?.type === 'choice'
      ? (field.choices.find(({ key }) => key === answer.choice)?.label ?? answer.choice)
      : answer?.type === 'date'
        ? formatDate(form.language, answer.on)
        : null;
  const kind =
    field.type === 'choice'
      ? ({ kind: 'choice', choices: field.choices } as const)
      : ({
          kind: 'date',
          on: answer?.type === 'date' ? answer.on : null,
          format: DATE_FORMAT[form.language],
          language: LOCALE[form.language],
        } as const);
  const runs = text === null ? placeholder(placeholderOf(form, field)) : runsOf(text);
  return new Paragraph({
    style: text === null ? STYLE.blank : STYLE.answer,
    children: [new InlineControl({ ...control, ...kind }, runs)],
  });
}

function moneyOf(form: BriefForm, field: TemplateField, answer: Answer | undefined): Table {
  const money = answer?.type === 'money' ? answer : null;
  const t = translatorOf(form.language);
  const currency = money?.currency ?? form.currency;
  const currencies = [...new Set([currency, 'RUB', 'EUR', 'USD'])];
  const vat = [true, false].map((with_) => t.t(`brief:field.${with_ ? 'withVat' : 'withoutVat'}`));
  const choice = (labels: readonly string[], chosen: string, title: string, name: string) =>
    new InlineControl(
      {
        tag: `${anchorOf(field.key)}_${name}`,
        title,
        isBlank: false,
        kind: 'choice',
        choices: labels.map((label) => ({ key: label, label })),
      },
      runsOf(chosen),
    );
  const amount = new InlineControl(
    { ...controlOf(field, money === null), kind: 'text' },
    money === null
      ? placeholder(form.words('amount-here'))
      : runsOf(formatAmount(form.language, money.minor, money.currency)),
  );
  const titles = [form.words('amount'), t.t('brief:field.currency'), t.t('brief:field.vat')];
  return gridOf({
    head: titles.map((title) => new Paragraph({ style: STYLE.head, children: runsOf(title) })),
    rows: [
      [
        [new Paragraph({ style: STYLE.cell, children: [amount] })],
        [
          new Paragraph({
            style: STYLE.cell,
            children: [choice(currencies, currency, titles[1] ?? '', 'c')],
          }),
        ],
        [
          new Paragraph({
            style: STYLE.cell,
            children: [
              choice(vat, vat[money?.includesVat === false ? 1 : 0] ?? '', titles[2] ?? '', 'v'),
            ],
          }),
        ],
      ],
    ],
    widths: [3, 1, 1.4],
  });
}

function tableOf(form: BriefForm, field: TemplateField, answer: Answer | undefined): Table {
  const columns = columnsOf(form, field);
  const filled =
    answer?.type === 'table' ? answer.rows : answer?.type === 'audience' ? segmentRows(answer) : [];
  const count = Math.max(LEAST_ROWS, filled.length + SPARE_ROWS);
  const styleOf = (numeric: boolean) => (numeric ? STYLE.number : STYLE.cell);
  return gridOf({
    head: columns.map(
      ({ label, numeric }) =>
        new Paragraph({
          style: STYLE.head,
          ...(numeric ? { alignment: AlignmentType.RIGHT } : {}),
          children: runsOf(label),
        }),
    ),
    rows: Array.from({ length: count }, (_, row) =>
      columns.map(({ numeric }, index) => [
        new Paragraph({ style: styleOf(numeric), children: runsOf(filled[row]?.[index] ?? '') }),
      ]),
    ),
    widths: columns.map(({ numeric }, index) => (numeric ? 1.2 : index === 0 ? 2 : 2.2)),
  });
}

function checklistOf(field: TemplateField, answer: Answer | undefined): Paragraph[] {
  const items =
    answer?.type === 'checklist'
      ? answer.items
      : field.items.map((text) => ({ text, done: false }));
  const spare = Array.from({ length: SPARE_ROWS }, () => ({ text: '', done: false }));
  return [...items, ...spare].map(
    ({ text, done }) =>
      new Paragraph({
        style: STYLE.answer,
        indent: { left: 360, hanging: 360 },
        children: [
          new CheckBox({
            checked: done,
            checkedState: { value: '2612', font: 'MS Gothic' },
            uncheckedState: { value: '2610', font: 'MS Gothic' },
          }),
          ...runsOf(` ${text}`),
        ],
      }),
  );
}
