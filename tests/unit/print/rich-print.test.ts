// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { RichBlock, RichInline } from '../../../shared/contract/rich-text';
import { renderBriefHtml } from '../../../shared/print/brief-print';
import { pictureTypeOf } from '../../../shared/print/print-pictures';
import { renderRich } from '../../../shared/print/rich-print';
import { tableClass } from '../../../shared/print/table-class';
import { sampleBrief } from '../../helpers/sample-brief';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
const words = (text: string): RichInline[] => [{ type: 'text', text }];
const paragraph = (text: string): Extract<RichBlock, { type: 'paragraph' }> => ({
  type: 'paragraph',
  content: words(text),
});
const render = (blocks: RichBlock[], pictures: [string, string][] = []) =>
  new DOMParser().parseFromString(renderRich(blocks, new Map(pictures)).markup, 'text/html').body;

describe('a formatted text on paper', () => {
  it('keeps marks in each other, and links that lead to a page or a letter', () => {
    const body = render([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'важно', marks: [{ type: 'bold' }, { type: 'italic' }] },
          { type: 'hardBreak' },
          {
            type: 'text',
            text: 'сайт',
            marks: [{ type: 'link', attrs: { href: 'https://example.com/?a=1&b=2' } }],
          },
          {
            type: 'text',
            text: 'файл',
            marks: [{ type: 'link', attrs: { href: 'file:///etc/passwd' } }],
          },
        ],
      },
    ]);
    expect(body.querySelector('b > em')?.textContent).toBe('важно');
    expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      'https://example.com/?a=1&b=2',
    ]);
    expect(body.textContent).toContain('файл');
  });

  it('nests lists and numbers them', () => {
    const body = render([
      {
        type: 'orderedList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('первое'),
              {
                type: 'bulletList',
                content: [{ type: 'listItem', content: [paragraph('внутри')] }],
              },
            ],
          },
        ],
      },
    ]);
    expect(body.querySelector('ol > li > ul > li')?.textContent).toBe('внутри');
  });

  it('repeats the first rows of heads; a head within the body names its row', () => {
    const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
      type,
      content: [paragraph(text)],
    });
    const body = render([
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [cell('tableHeader', 'Канал'), cell('tableHeader', 'Роль')],
          },
          { type: 'tableRow', content: [cell('tableHeader', 'Поиск'), cell('tableCell', 'спрос')] },
        ],
      },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader', 'Одна')] }] },
    ]);
    expect(body.querySelectorAll('thead')).toHaveLength(1);
    expect([...body.querySelectorAll('th')].map((each) => each.scope)).toEqual([
      'col',
      'col',
      'row',
      'row',
    ]);
  });

  it('shows a picture with its description, and the description alone where there is no picture', () => {
    const image = (fileId: string): RichBlock => ({
      type: 'image',
      attrs: { fileId, alt: 'Вид двора' },
    });
    const body = render(
      [image('a'), image('missing'), image('svg')],
      [
        ['a', PNG],
        ['svg', 'data:image/svg+xml;base64,PHN2Zy8+'],
      ],
    );
    expect([...body.querySelectorAll('img')].map((each) => [each.alt, each.src])).toEqual([
      ['Вид двора', PNG],
    ]);
    expect(body.querySelectorAll('figcaption')).toHaveLength(3);
  });

  it('has no paragraphs for the empty lines of an editor', () => {
    const body = render([{ type: 'paragraph' }, paragraph('  '), paragraph('да')]);
    expect(body.querySelectorAll('p')).toHaveLength(1);
  });
});

describe('a wide table', () => {
  it('gets smaller, and parts words only where they would leave the sheet', () => {
    const row = (count: number, letters: number) => [
      Array.from({ length: count }, () => 'я'.repeat(letters)),
    ];
    expect(tableClass(row(4, 12))).toBe('together');
    expect(tableClass(row(5, 13))).toBe('together small');
    expect(tableClass(row(12, 14))).toBe('together smallest');
    expect(tableClass(Array.from({ length: 9 }, () => ['да']))).toBe('long');
  });
});

describe('what a picture is', () => {
  it('is told by its bytes', () => {
    expect(pictureTypeOf(Buffer.from('iVBORw0KGgo=', 'base64'))).toBe('image/png');
    expect(pictureTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '', '\u0089PNG']) {
      expect(pictureTypeOf(Buffer.from(bytes))).toBeNull();
    }
  });
});

describe('contents', () => {
  const sections = (count: number, lines: number) =>
    Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      title: `Раздел ${index + 1}`,
      hint: null,
      blocks: [{ kind: 'list' as const, items: Array.from({ length: lines }, () => 'строка') }],
    }));
  const page = (count: number, lines: number) =>
    new DOMParser().parseFromString(
      renderBriefHtml({ ...sampleBrief, sections: sections(count, lines) }, 'ru'),
      'text/html',
    ).body;

  it('stand before the sections of a long brief, each a link to its heading', () => {
    const body = page(6, 40);
    const links = [...body.querySelectorAll('nav a')];
    expect(links).toHaveLength(6);
    for (const [index, link] of links.entries()) {
      const target = body.querySelector(link.getAttribute('href') ?? '');
      expect(target?.textContent).toBe(`Раздел ${index + 1}`);
    }
  });

  it('are left out where they would only repeat what is seen at a glance', () => {
    expect(page(6, 5).querySelector('nav')).toBeNull();
    expect(page(2, 200).querySelector('nav')).toBeNull();
  });
});
