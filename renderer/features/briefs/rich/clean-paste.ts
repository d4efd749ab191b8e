/** Blocks of other programs that only hold others. */
const WRAPPERS = new Set(['DIV', 'SECTION', 'ARTICLE', 'MAIN', 'CENTER', 'FONT', 'SPAN']);

const NEVER = 'style, script, meta, link, title, xml, iframe, object, svg, input, select, button';

export type Pasted = {
  html: string;
  /** Pictures that lie elsewhere: they are left behind, and the user is told. */
  lostPictures: number;
  /** Whether a table was larger than an answer holds: the rest of it is left behind. */
  isCut: boolean;
};

/** What `richDocSchema` takes of a table. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 30;

/**
 * HTML of another program with nothing but the marks and blocks an answer can have. What programs say by
 * style alone (bold of Google Docs, lists of Word) becomes elements. Style attributes are put aside before
 * anything is parsed: the page's policy refuses them and would report each one.
 */
export function cleanPaste(html: string): Pasted {
  const bare = html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/(<[a-z][^>]*?)\sstyle\s*=/gi, '$1 data-style=');
  const { body } = new DOMParser().parseFromString(bare, 'text/html');
  for (const node of body.querySelectorAll(NEVER)) node.remove();
  const pictures = [...body.querySelectorAll('img:not([data-file])')];
  for (const picture of pictures) picture.remove();
  for (const element of body.querySelectorAll<HTMLElement>('[data-style], b, strong')) {
    markByStyle(element);
  }
  gatherWordLists(body);
  for (const element of body.querySelectorAll('*')) strip(element);
  const isCut = cutTables(body);
  return { html: body.innerHTML, lostPictures: pictures.length, isCut };
}

function cutTables(body: HTMLElement): boolean {
  const over = [...body.querySelectorAll('table')].flatMap((table) => [
    ...[...table.rows].slice(MOST_ROWS),
    ...[...table.rows].flatMap((row) => [...row.cells].slice(MOST_COLUMNS)),
  ]);
  for (const element of over) element.remove();
  return over.length > 0;
}

function markByStyle(element: HTMLElement): void {
  const style = (element.dataset['style'] ?? '').toLowerCase();
  const isPlain = /font-weight:\s*(?:normal|[1-4]00)/.test(style);
  if (isPlain && /^(?:B|STRONG)$/.test(element.tagName)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (!WRAPPERS.has(element.tagName) && element.tagName !== 'A') return;
  if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) wrapInside(element, 'strong');
  if (/font-style:\s*italic/.test(style)) wrapInside(element, 'em');
  if (/text-decoration[^;]*underline/.test(style) && element.tagName !== 'A')
    wrapInside(element, 'u');
  if (/text-decoration[^;]*line-through/.test(style)) wrapInside(element, 's');
}

function wrapInside(element: Element, tag: string): void {
  const mark = element.ownerDocument.createElement(tag);
  mark.append(...element.childNodes);
  element.append(mark);
}

/** Word writes the items of a list as paragraphs that carry their level, their sign in a span of its own. */
function gatherWordLists(body: HTMLElement): void {
  let list: { level: number; element: Element }[] = [];
  for (const paragraph of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    const level = Number(
      /mso-list:[^;]*level(\d)/i.exec(paragraph.dataset['style'] ?? '')?.[1] ?? 0,
    );
    if (level === 0) {
      list = [];
      continue;
    }
    const sign = paragraph.querySelector<HTMLElement>('[data-style*="mso-list:"]');
    const tag = /^\s*(?:\d+|\p{L})[.)]/u.test(sign?.textContent ?? '') ? 'ol' : 'ul';
    sign?.remove();
    list = list.filter((open) => open.level <= level);
    let own = list.at(-1);
    if (own === undefined || own.level < level) {
      const element = body.ownerDocument.createElement(tag);
      const above = own?.element.lastElementChild;
      if (above === null || above === undefined) paragraph.before(element);
      else above.append(element);
      own = { level, element };
      list.push(own);
    }
    const item = body.ownerDocument.createElement('li');
    own.element.append(item);
    item.append(paragraph);
  }
}

const KEPT = new Set(['href', 'data-file', 'alt']);

function strip(element: Element): void {
  for (const name of element.getAttributeNames()) {
    if (!KEPT.has(name) && !(name === 'data-pm-slice')) element.removeAttribute(name);
  }
}
