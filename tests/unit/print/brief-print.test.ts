// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RichBlock } from '../../../shared/contract/rich-text';
import { LANGS } from '../../../shared/i18n/formats';
import { type BriefPrintModel, renderBriefHtml } from '../../../shared/print/brief-print';
import { sampleBrief } from '../../helpers/sample-brief';

const page = (model: BriefPrintModel, lang: 'ru' | 'en' | 'lv' = 'ru') =>
  new DOMParser().parseFromString(renderBriefHtml(model, lang), 'text/html').body;
/** Every node and mark, each saying the text; the link is one that no contract lets in. */
const everyRichBlock = (words: string): RichBlock[] => {
  const line: RichBlock = {
    type: 'paragraph',
    content: [
      { type: 'text', text: words, marks: [{ type: 'bold' }, { type: 'underline' }] },
      { type: 'hardBreak' },
      {
        type: 'text',
        text: words,
        marks: [{ type: 'link', attrs: { href: `javascript:${words}` } }, { type: 'strike' }],
      },
    ],
  };
  return [
    line,
    { type: 'heading', content: [{ type: 'text', text: words }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [line] }] },
    { type: 'blockquote', content: [line] },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [line] }] }],
    },
    { type: 'image', attrs: { fileId: words, alt: words } },
  ];
};

const texts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((node) => node.textContent);

describe('a printed brief', () => {
  it('opens with the agency, the number, the task and the parties', () => {
    const body = page(sampleBrief);
    expect(texts(body, '.letterhead')[0]).toContain('Агентство «Мост»');
    expect(texts(body, '.kick')[0]).toBe(
      'Бриф № 27, версия 4 от 23.11.2026Контекстная и наружная реклама',
    );
    expect(texts(body, 'h1')).toEqual(['Запуск продаж второй очереди']);
    expect(texts(body, '.parties b')).toEqual(['Заказчик', 'Исполнитель', 'Основание']);
    expect(texts(body, '.signatures b')).toEqual(['О. В. Брагин', 'А. П. Ракитина']);
  });

  it('numbers itself in the language of the brief', () => {
    expect(texts(page(sampleBrief, 'lv'), '.kick')[0]).toContain(
      'Brīfs Nr. 27, 4. versija, 23.11.2026.',
    );
    expect(texts(page(sampleBrief, 'en'), '.kick')[0]).toContain('Brief No. 27, version 4, 23');
  });

  it('puts two figures in a row, and one with small print alone; the last row has the double rule', () => {
    const cells = [...page(sampleBrief).querySelectorAll('.figure')].map((cell) => cell.className);
    expect(cells).toEqual(['figure', 'figure', 'figure wide', 'figure last wide']);
  });

  it('sorts milestones by date', () => {
    expect(texts(page(sampleBrief), '.milestones b')).toEqual(['1\u00a0декабря', '15\u00a0января']);
  });

  it('has a heading for each section, a head for each table and one double-ruled total', () => {
    const body = page(sampleBrief);
    expect(texts(body, 'h2')).toEqual(['Аудитория', 'Бюджет и график']);
    expect(texts(body, 'thead th')).toEqual(['Канал', 'Нетто, ₽']);
    expect(texts(body, 'tr.sum td')).toEqual(['Итого', '2\u00a0266\u00a0600,00']);
    expect(body.querySelectorAll('tbody tr')).toHaveLength(41);
    expect(texts(body, 'p.text')).toEqual(['Семьи 28–45 лет из Перми.', 'Сотрудники предприятий.']);
  });

  it('keeps a brief of a few lines on one page, with the signatures at its end', () => {
    const short: BriefPrintModel = {
      ...sampleBrief,
      lead: null,
      keyFigures: [],
      milestones: [],
      sections: sampleBrief.sections.slice(0, 1),
    };
    const body = page(short);
    expect(body.querySelector('main')?.className).toBe('brief flowing');
    expect(body.querySelector('main')?.lastElementChild?.className).toBe('signatures');
    expect(page(sampleBrief).querySelector('main')?.className).toBe('brief');
  });

  it('lets an overfull cover flow on instead of leaving the signatures alone on a page', () => {
    const full: BriefPrintModel = {
      ...sampleBrief,
      lead: 'Двор и школа уже построены. '.repeat(45),
    };
    expect(page(full).querySelector('main')?.className).toBe('brief flowing');
  });

  it('leaves out what is not there', () => {
    const bare = page({
      ...sampleBrief,
      contractor: null,
      basis: null,
      lead: null,
      keyFigures: [],
      milestones: [],
      sections: [],
      signatures: [],
    });
    expect(texts(bare, '.parties b')).toEqual(['Заказчик']);
    expect(bare.querySelector('.lead, .figures, .milestones, section, .signatures')).toBeNull();
  });

  it('lets a sentence in a column of numbers wrap, and never a number', () => {
    const body = page({
      ...sampleBrief,
      sections: [
        {
          number: 2,
          title: 'Т',
          hint: null,
          blocks: [
            {
              kind: 'table',
              columns: [{ label: 'Порог', numeric: true }],
              rows: [
                ['−22\u00a0517\u00a0998\u00a0136\u00a0852,48'],
                ['уточняется вместе с площадкой'],
              ],
            },
          ],
        },
      ],
    });
    expect([...body.querySelectorAll('td')].map((cell) => cell.className)).toEqual([
      'n',
      'n words',
    ]);
  });

  it('prints a PNG or JPEG logo and nothing that could carry more', () => {
    const logo = (logoDataUri: string) =>
      page({ ...sampleBrief, agency: { ...sampleBrief.agency, logoDataUri } }).querySelector('img');
    expect(logo('data:image/png;base64,iVBORw0KGgo=')?.alt).toBe('Логотип: Агентство «Мост»');
    for (const uri of [
      'data:image/svg+xml;base64,PHN2Zy8+',
      'data:text/html;base64,PGI+',
      'https://example.com/logo.png',
      'file:///etc/passwd',
      'data:image/png;base64,AAAA" onerror="alert(1)',
    ]) {
      expect(logo(uri)).toBeNull();
    }
  });

  it('shows hostile text as text, in every language, with neither styles nor scripts', () => {
    const nasty = fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' style='position:fixed",
        '<style>@import "http://evil"</style>',
        '</main><iframe src="file:///etc/passwd">',
        '&lt;b&gt;',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(nasty, fc.constantFrom(...LANGS), (text, lang) => {
        const fields: BriefPrintModel = {
          ...sampleBrief,
          agency: { name: text, addressLines: [text], logoDataUri: text },
          client: { name: text, legalName: text, representative: text, logoDataUri: text },
          contractor: { name: text, role: text },
          basis: text,
          templateTitle: text,
          title: text,
          lead: text,
          keyFigures: [{ label: text, value: text, note: text }],
          milestones: [{ date: '2026-12-01', label: text }],
          signatures: [{ name: text }],
          sections: [
            {
              number: 2,
              title: text,
              hint: text,
              blocks: [
                { kind: 'paragraph', label: text, text },
                { kind: 'quote', text },
                { kind: 'list', label: text, items: [text] },
                { kind: 'checklist', label: text, items: [{ text, done: true }] },
                { kind: 'rich', label: text, blocks: everyRichBlock(text) },
                { kind: 'fields', items: [{ label: text, value: text, note: text }] },
                {
                  kind: 'table',
                  label: text,
                  columns: [{ label: text, numeric: true }],
                  rows: [[text]],
                  total: [text],
                  note: text,
                },
              ],
            },
          ],
        };
        const body = page(fields, lang);
        expect(body.querySelector('script, style, iframe, img, link, object, [style]')).toBeNull();
        for (const node of body.querySelectorAll('*')) {
          const names = node.getAttributeNames();
          const known = ['class', 'scope', 'aria-label', 'role', 'id', 'href'];
          expect(names.filter((name) => !known.includes(name))).toEqual([]);
          expect(node.id).toMatch(/^(?:|section-2)$/);
          expect(node.getAttribute('href') ?? '#section-2').toMatch(/^#section-2$/);
        }
        expect(body.children).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});
