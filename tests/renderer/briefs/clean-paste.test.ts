import { describe, expect, it } from 'vitest';
import { cleanPaste } from '../../../renderer/features/briefs/rich/clean-paste';
import { linkOf } from '../../../renderer/features/briefs/rich/link-of';

const clean = (html: string) => cleanPaste(html).html.replace(/\s+/g, ' ').trim();

describe('what is pasted from another program', () => {
  it('of Word: lists are lists, styles are gone', () => {
    const item = (text: string, level: number, sign: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span style='font:7pt "Times New Roman"'>&nbsp;</span></span><![endif]>${text}</p>`;
    const html = `<html><head><style>p.MsoNormal{color:red}</style></head><body>
      <p class=MsoNormal style='color:red'>До <b style='mso-bidi-font-weight:normal'>списка</b></p>
      ${item('Первый', 1, '·')}${item('Внутри', 2, 'o')}${item('Второй', 1, '·')}
      <p>После</p>${item('Раз', 1, '1.')}</body></html>`;
    const body = new DOMParser().parseFromString(cleanPaste(html).html, 'text/html').body;
    expect(body.querySelectorAll('[style], [class], style')).toHaveLength(0);
    const [outer] = body.querySelectorAll('ul');
    expect(outer?.querySelectorAll(':scope > li')).toHaveLength(2);
    expect(outer?.querySelector('ul li')?.textContent).toContain('Внутри');
    expect(body.querySelector('ol li')?.textContent).toBe('Раз');
    expect(body.textContent).not.toContain('·');
  });

  it('of Google Docs: what is bold by style is bold, what is not is not', () => {
    expect(
      clean(
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700;color:#000">Цена</span> и <span style="font-weight:400">срок</span></p></b>',
      ),
    ).toBe('<p><span><strong>Цена</strong></span> и <span>срок</span></p>');
  });

  it('of Excel: a table stays a table', () => {
    const html =
      '<table border=0 style="width:90pt"><col width=87><tr height=20><td style="color:red" class=xl65>Июнь</td><td colspan=2>1 200</td></tr></table>';
    expect(clean(html)).toContain('<td>Июнь</td><td>1 200</td>');
  });

  it('of a sheet larger than an answer holds: the rest is left behind, and that is said', () => {
    const row = `<tr>${'<td>1</td>'.repeat(40)}</tr>`;
    const { html, isCut } = cleanPaste(`<table>${row.repeat(600)}</table>`);
    expect(isCut).toBe(true);
    expect(html.split('<tr>').length - 1).toBe(500);
    expect(html.split('<td>').length - 1).toBe(500 * 30);
  });

  it('of a page: pictures that lie elsewhere stay there and are counted; ours come along', () => {
    const pasted = cleanPaste(
      '<p onclick="x()">Текст<img src="https://example.com/a.png"><img data-file="f1" alt="План" src="data:x"><script>x()</script></p>',
    );
    expect(pasted).toEqual({
      html: '<p>Текст<img data-file="f1" alt="План"></p>',
      lostPictures: 1,
      isCut: false,
    });
  });
});

describe('an address that was typed', () => {
  it('is a link, or none', () => {
    expect(linkOf(' site.ru/цены ')).toBe('https://site.ru/цены');
    expect(linkOf('http://site.ru')).toBe('http://site.ru');
    expect(linkOf('anna@site.ru')).toBe('mailto:anna@site.ru');
    for (const unfit of [
      '',
      'слово',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'два слова.ру',
    ]) {
      expect(linkOf(unfit), unfit).toBeNull();
    }
  });
});
