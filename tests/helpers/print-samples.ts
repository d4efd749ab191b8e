import fc from 'fast-check';
import type { RichBlock } from '../../shared/contract/rich-text';
import type { Lang } from '../../shared/i18n/formats';
import type { BriefBlock } from '../../shared/print/brief-print';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { renderReportHtml } from '../../shared/print/report-print';
import { latvianBrief, sampleBrief } from './sample-brief';

/** A brief of three pages with a long table. @public loaded by its path */
export function russianSheet() {
  return {
    title: sampleBrief.title,
    language: 'ru',
    bodyHtml: renderBriefHtml(sampleBrief, 'ru'),
    footerLeft: 'Агентство «Мост», бриф № 27, версия 4',
  };
}

/** A brief with every Latvian letter. @public */
export function latvianSheet() {
  return {
    title: latvianBrief.title,
    language: 'lv',
    bodyHtml: renderBriefHtml(latvianBrief, 'lv'),
    footerLeft: 'Aģentūra „Most”, brīfs Nr. 27, 4. versija',
  };
}

/** Sixty clients with nine amounts each. @public */
export function reportSheet() {
  const amounts = Array.from({ length: 9 }, () => '−1\u00a0234\u00a0567,89');
  const bodyHtml = renderReportHtml(
    {
      title: 'Прибыльность клиентов',
      subtitle: 'Октябрь 2026',
      generatedNote: 'Составлено 21.11.2026',
      orientation: 'landscape',
      columns: [
        { key: 'client', title: 'Клиент', align: 'left' },
        { key: 'recognised', title: 'Признано', unit: '₽', align: 'right' },
        ...amounts.slice(1).map((_, i) => ({
          key: `k${i}`,
          title: `Сумма ${i}`,
          align: 'right' as const,
        })),
      ],
      rows: Array.from({ length: 60 }, (_, i) => [`Клиент ${i + 1}`, ...amounts]),
    },
    'ru',
  );
  return { title: 'Прибыльность клиентов', language: 'ru', bodyHtml, footerLeft: 'Мост' };
}

const WORDS = {
  ru: 'За декабрь получить обращения, часть довести до брони и показать двор и школу. ',
  en: 'In December we win enquiries, take part of them to a booking and show the yard. ',
  lv: 'Decembrī jāiegūst pieprasījumi, daļa jānoved līdz rezervācijai, jāparāda pagalms. ',
};

/**
 * A brief of many pages whose sections, sub-headings, tables and rows can be told from each other: «s7» is a
 * heading and «b7» begins what follows it; «t7h» is a table's head, «t7r3a» and «t7r3z» begin and end a row.
 * @public loaded by its path
 */
export function longSheet(lang: Lang, seed: number) {
  const words = WORDS[lang];
  const sizes = fc.sample(
    fc.record({
      lines: fc.integer({ min: 1, max: 9 }),
      rows: fc.integer({ min: 2, max: 30 }),
      cell: fc.integer({ min: 1, max: 3 }),
      subs: fc.integer({ min: 1, max: 4 }),
    }),
    { seed, numRuns: 16 },
  );
  let number = 0;
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  });
  const sections = sizes.map(({ lines, rows, cell, subs }, index) => {
    number += 1;
    const top = number;
    const parts: RichBlock[] = [paragraph(`[b${top}] ${words.repeat(lines)}`)];
    for (let sub = 0; sub < subs; sub += 1) {
      number += 1;
      parts.push(
        {
          type: 'heading',
          content: [{ type: 'text', text: `[s${number}] ${words.slice(0, 30)}` }],
        },
        paragraph(`[b${number}] ${words.repeat(1 + ((lines + sub) % 6))}`),
      );
    }
    const row = (at: number) => [`[t${index}r${at}a]`, words.repeat(cell), `[t${index}r${at}z]`];
    const blocks: BriefBlock[] = [
      { kind: 'rich', blocks: parts },
      {
        kind: 'table',
        columns: ['а', 'б', 'в'].map((label, at) => ({
          label: at === 0 ? `[t${index}h]` : label,
          numeric: false,
        })),
        rows: Array.from({ length: rows }, (_, at) => row(at)),
      },
      { kind: 'list', items: [words, words] },
    ];
    return { number: index + 1, title: `[s${top}] ${words.slice(0, 24)}`, hint: null, blocks };
  });
  const model = { ...(lang === 'lv' ? latvianBrief : sampleBrief), sections };
  return {
    title: model.title,
    language: lang,
    bodyHtml: renderBriefHtml(model, lang),
    footerLeft: 'Мост',
    head: 'Бриф',
    about: { author: 'Агентство «Мост»', subject: 'Бриф № 27', keywords: ['реклама', 'šķirne'] },
  };
}
