import type { BriefHeadRow } from '../../db/queries/briefs.query';
import type { ContactRow } from '../../db/queries/clients.query';
import type { AgencyRow } from '../../db/repositories/agency.repo';
import type { Answer, BriefTemplate, TemplateField } from '../../shared/contract/briefs.contract';
import type { RichBlock } from '../../shared/contract/rich-text';
import {
  type BriefAnswers,
  isBlankAnswer,
  SEGMENT_PARTS,
  segmentRows,
} from '../../shared/domain/brief-answers';
import { currencyExponent } from '../../shared/domain/money';
import { richToText } from '../../shared/domain/rich-text';
import { translatorOf } from '../../shared/i18n/all-messages';
import {
  formatAmount,
  formatDate,
  formatDateRange,
  formatMoney,
  formatNumber,
  type Lang,
} from '../../shared/i18n/formats';
import { parseDate, parseDecimal } from '../../shared/i18n/parse-input';
import type {
  BriefBlock,
  BriefKeyFigure,
  BriefPrintModel,
  BriefPrintSection,
} from '../../shared/print/brief-print';
import { moneyInWords } from '../../shared/print/money-words';
import { goalOf, isPlain, printed, unbroken } from './brief-print-texts';
import { addressLines, type LogoRow, logoDataUri } from './letterhead';

export type BriefOnPaper = {
  head: BriefHeadRow;
  template: BriefTemplate;
  answers: BriefAnswers;
  agency: Pick<AgencyRow, 'name' | 'address' | 'logo' | 'logoType' | 'language'>;
  contacts: readonly Pick<ContactRow, 'id' | 'name' | 'position'>[];
  clientLogo: LogoRow;
};

/** Targets that stand on the cover as large figures; the others follow in the section. */
const COVER_TARGETS = 4;

/** Fields whose answer carries the section's own name: no second heading above them. */
const UNLABELLED = new Set([
  'goal',
  'audience',
  'message',
  'limits',
  'materials',
  'criteria',
  'approval',
  'decision',
]);

type Milestone = BriefPrintModel['milestones'][number];

/** A brief as its PDF says it: every text final, blank answers left out, amounts also in words. */
export function makeBriefPrintModel(given: BriefOnPaper): BriefPrintModel {
  const paper = { ...given, answers: answersForClient(given) };
  const { head, agency, contacts, answers } = paper;
  const approver = contacts.find((contact) => contact.id === head.approverContactId);
  const milestones = milestonesOf(paper);
  const goal = goalOf(answers['goal']);
  return {
    agency: {
      name: agency.name,
      addressLines: addressLines(agency.address),
      logoDataUri: logoDataUri(agency),
    },
    client: {
      name: head.clientName,
      legalName: head.clientLegalName === '' ? null : head.clientLegalName,
      representative: approver === undefined ? null : join([approver.name, approver.position]),
      logoDataUri: logoDataUri(paper.clientLogo),
    },
    contractor:
      head.authorName === null ? null : { name: head.authorName, role: roleOf(head, agency) },
    basis: basisOf(head),
    number: head.number,
    version: head.version,
    date: head.briefOn,
    templateTitle: paper.template.title,
    title: head.title,
    lead: goal.lead,
    keyFigures: keyFigures(paper),
    milestones: milestones ?? [],
    sections: sectionsOf(paper, { milestones: milestones !== null, goal: goal.rest }),
    signatures: [approver?.name ?? head.clientName, head.authorName ?? agency.name].map((name) => ({
      name,
    })),
  };
}

/**
 * What the client may read. Everything on paper is made from these alone: the cover takes goal, budget and
 * targets by their keys, and one's own template may keep a field of such a key to the agency.
 */
function answersForClient({ template, answers }: BriefOnPaper): BriefAnswers {
  const fields = template.sections.flatMap((section) => section.fields);
  const hidden = new Set(fields.filter(({ internal }) => internal).map(({ key }) => key));
  const open = fields.filter(({ key }) => !hidden.has(key));
  return Object.fromEntries(open.map(({ key }) => [key, answers[key]]));
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** Roles are typed in the agency's language; in another one the document names the usual role. */
function roleOf(head: BriefHeadRow, agency: BriefOnPaper['agency']): string | null {
  return head.language === agency.language ? head.authorRole : words(head.language)('print.role');
}

function basisOf(head: BriefHeadRow): string | null {
  if (head.contractNumber === null || head.contractSignedOn === null) return null;
  return words(head.language)('print.contract', {
    number: head.contractNumber,
    date: formatDate(head.language, head.contractSignedOn),
  });
}

function words(lang: Lang): (key: string, params?: Record<string, string | number>) => string {
  const translator = translatorOf(lang);
  return (key, params) => translator.t(`brief:${key}`, params ?? {});
}

function rowsOf(answer: Answer | undefined): string[][] {
  if (answer?.type !== 'table') return [];
  return answer.rows
    .map((row) => row.map(unbroken))
    .filter((row) => row.some((cell) => cell !== ''));
}

function keyFigures(paper: BriefOnPaper): BriefKeyFigure[] {
  const { head, answers } = paper;
  const lang = head.language;
  const figures: BriefKeyFigure[] = rowsOf(answers['targets'])
    .slice(0, COVER_TARGETS)
    .map(([metric = '', value = '', by = '']) => ({
      label: join([metric, by]),
      value: numberCell(lang, value, null),
    }));
  const from = answers['starts-on'];
  const to = answers['ends-on'];
  if (from?.type === 'date' && to?.type === 'date' && from.on <= to.on) {
    figures.push({
      label: words(lang)('print.period'),
      value: formatDateRange(lang, from.on, to.on),
    });
  }
  const budget = answers['budget'];
  if (budget?.type === 'money' && budget.minor > 0) figures.push(budgetFigure(lang, budget));
  return figures;
}

function budgetFigure(lang: Lang, budget: Extract<Answer, { type: 'money' }>): BriefKeyFigure {
  const inWords = moneyInWords(lang, budget.minor, budget.currency);
  return {
    label: words(lang)(budget.includesVat ? 'print.budgetWithVat' : 'print.budgetWithoutVat'),
    value: formatMoney(lang, budget.minor, budget.currency),
    ...(inWords === null ? {} : { note: inWords }),
  };
}

/** The milestones where every one of them has a date; null where they must stay a table of words. */
function milestonesOf({ head, answers }: BriefOnPaper): Milestone[] | null {
  const milestones: Milestone[] = [];
  for (const [when = '', label = ''] of rowsOf(answers['milestones'])) {
    const date = parseDate(when, head.briefOn);
    if (date === null) return null;
    milestones.push({ date, label });
  }
  return milestones.length > 6 ? null : milestones;
}

type OnCover = { milestones: boolean; goal: RichBlock[] };

function sectionsOf(paper: BriefOnPaper, cover: OnCover): BriefPrintSection[] {
  const onCover = new Set(['goal', 'starts-on', 'ends-on', 'budget']);
  if (cover.milestones) onCover.add('milestones');
  if (rowsOf(paper.answers['targets']).length <= COVER_TARGETS) onCover.add('targets');
  const printed = paper.template.sections
    .map((section, index) => ({
      section,
      isFirst: index === 0,
      blocks: section.fields
        .filter((field) => !field.internal)
        .flatMap((field): BriefBlock[] => {
          if (field.key === 'goal' && cover.goal.length > 0) {
            return [{ kind: 'rich', blocks: cover.goal }];
          }
          return onCover.has(field.key) ? [] : blocksOf(paper, field, section.fields.length);
        }),
    }))
    .filter(({ blocks }) => blocks.length > 0);
  // The cover tells the task: where nothing is left of it to print, numbers go on from it.
  const first = printed[0]?.isFirst === true ? 1 : 2;
  return printed.map(({ section, blocks }, index) => ({
    number: first + index,
    title: section.title,
    hint: section.hint === '' ? null : section.hint.charAt(0).toUpperCase() + section.hint.slice(1),
    blocks,
  }));
}

function blocksOf(paper: BriefOnPaper, field: TemplateField, siblings: number): BriefBlock[] {
  const answer = paper.answers[field.key];
  if (answer === undefined || isBlankAnswer(answer)) return [];
  const lang = paper.head.language;
  const label = siblings > 1 && !UNLABELLED.has(field.key) ? { label: field.label } : {};
  switch (answer.type) {
    case 'text':
      return field.key === 'message'
        ? [{ kind: 'quote', text: unbroken(answer.text) }]
        : [{ kind: 'paragraph', ...label, text: unbroken(answer.text) }];
    case 'list':
      return [
        {
          kind: 'list',
          ...label,
          items: answer.items.map(unbroken).filter((item) => item !== ''),
        },
      ];
    case 'choice': {
      const value = field.choices.find((choice) => choice.key === answer.choice)?.label;
      return [{ kind: 'fields', items: [{ label: field.label, value: value ?? answer.choice }] }];
    }
    case 'date':
      return [
        { kind: 'fields', items: [{ label: field.label, value: formatDate(lang, answer.on) }] },
      ];
    case 'money':
      return [
        {
          kind: 'fields',
          items: [{ label: field.label, value: formatMoney(lang, answer.minor, answer.currency) }],
        },
      ];
    case 'table':
      return [tableBlock(paper, field, rowsOf(answer), label)];
    case 'rich': {
      const blocks = printed(answer.doc.content);
      if (field.key === 'message' && blocks.every(isPlain)) {
        return [{ kind: 'quote', text: richToText({ type: 'doc', content: blocks }) }];
      }
      return [{ kind: 'rich', ...label, blocks }];
    }
    case 'checklist':
      return [
        {
          kind: 'checklist',
          ...label,
          items: answer.items
            .filter(({ text }) => text.trim() !== '')
            .map(({ text, done }) => ({ text: unbroken(text), done })),
        },
      ];
    case 'file':
      return [{ kind: 'list', label: field.label, items: answer.files.map(({ name }) => name) }];
    case 'audience':
      return [segmentsBlock(lang, answer, label)];
  }
}

/** Segments as a table; what is said of none of them has no column. */
function segmentsBlock(
  lang: Lang,
  answer: Extract<Answer, { type: 'audience' }>,
  label: { label?: string },
): BriefBlock {
  const rows = segmentRows(answer).map((row) => row.map(unbroken));
  const shown = SEGMENT_PARTS.map((_, index) => index).filter((index) =>
    rows.some((row) => row[index] !== ''),
  );
  return {
    kind: 'table',
    ...label,
    columns: shown.map((index) => ({
      label: words(lang)(`segment.${SEGMENT_PARTS[index] ?? ''}`),
      numeric: false,
    })),
    rows: rows.map((row) => shown.map((index) => row[index] ?? '')),
  };
}

function tableBlock(
  paper: BriefOnPaper,
  field: TemplateField,
  rows: readonly string[][],
  label: { label?: string },
): BriefBlock {
  const lang = paper.head.language;
  const budget = paper.answers['budget'];
  const currency = budget?.type === 'money' ? budget.currency : paper.head.clientCurrency;
  const currencyOf = (key: string): string | null => (key === 'net' ? currency : null);
  const { columns } = field;
  const sums = columns.map(({ key, summed }, index) =>
    summed ? sumOfColumn(lang, rows, index, currencyOf(key)) : null,
  );
  const hasTotal = rows.length > 1 && sums.some((sum) => sum !== null);
  return {
    kind: 'table',
    ...label,
    columns: columns.map(({ label: name, numeric }) => ({ label: name, numeric })),
    rows: rows.map((row) =>
      columns.map(({ key, numeric }, index) =>
        numeric ? numberCell(lang, row[index] ?? '', currencyOf(key)) : (row[index] ?? ''),
      ),
    ),
    ...(hasTotal
      ? {
          total: sums.map((sum, index) => (index === 0 ? words(lang)('print.total') : (sum ?? ''))),
        }
      : {}),
  };
}

/** A bare number as the language writes it; words and numbers with a sign stay as typed. */
function numberCell(lang: Lang, text: string, currency: string | null): string {
  const decimal = /^[\d\s.,−-]+$/.test(text) ? parseDecimal(lang, text) : null;
  if (decimal === null) return text;
  return currency === null
    ? formatNumber(lang, Number(decimal), { max: 2 })
    : formatAmount(lang, scaled(decimal, currencyExponent(currency)), currency);
}

/** The sum of a column's numbers, exact; null where one of its cells is not a number. */
function sumOfColumn(
  lang: Lang,
  rows: readonly string[][],
  index: number,
  currency: string | null,
): string | null {
  const digits = currency === null ? 2 : currencyExponent(currency);
  let sum = 0;
  for (const row of rows) {
    const decimal = parseDecimal(lang, row[index] ?? '');
    if (decimal === null) return null;
    sum += scaled(decimal, digits);
  }
  return currency === null
    ? formatNumber(lang, sum / 10 ** digits, { max: 2 })
    : formatAmount(lang, sum, currency);
}

/** A plain decimal as a whole number of its smallest unit; further digits are rounded. */
function scaled(decimal: string, digits: number): number {
  return Math.round(Number(`${decimal}e${digits}`));
}
