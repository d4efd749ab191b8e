import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { translatorOf } from '../../shared/i18n/all-messages';
import type { Lang } from '../../shared/i18n/formats';
import { escapeHtml } from '../../shared/print/html';
import { fileOfUrl } from './file-of-url';

/** What a sheet may load: its own styles and faces; pictures only as data. No script in any form. */
export const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self' data:",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The running foot of every page; the page's number stands on its right. */
export interface PrintFooter {
  readonly left: string;
}

export interface PrintPage {
  readonly title: string;
  readonly lang: Lang;
  /** Body of the page as the templates of shared/print make it. */
  readonly bodyHtml: string;
  readonly footer: PrintFooter;
  /** The running head of every page beside the mark; none leaves the mark alone. */
  readonly head?: string | undefined;
}

const ORIGIN = 'app://console';
const FOOT_SHEET = '/print/foot.css';
const STATIC_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Letters of the foot by subset, as the families' own style sheets part them. */
const FOOT_SUBSETS = [
  {
    name: 'latin',
    range: 'U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2212',
    letters: /[\s\S]/,
  },
  {
    name: 'latin-ext',
    range: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0',
    letters: /[\u0100-\u02ba\u1e00-\u1e9f\u20a0-\u20c0]/,
  },
  {
    name: 'cyrillic',
    range: 'U+0301, U+0400-045F, U+0490-0491, U+2116',
    letters: /[\u0301\u0400-\u0491\u2116]/,
  },
] as const;

/**
 * The files of the print window: pages kept in memory under tokens, beside the built style sheet and
 * faces. It knows nothing of Electron, so that what it serves can be tested.
 */
export class PrintPages {
  readonly #root: string;
  readonly #pages = new Map<string, string>();
  #links: string | null = null;
  readonly #footFaces = new Map<string, string>();

  /** @param rendererRoot folder of the built renderer, with print.html in it */
  constructor(rendererRoot: string) {
    this.#root = rendererRoot;
  }

  /** Keeps a page and gives its address. Call {@link forget} when it has been printed. */
  add(token: string, page: PrintPage): string {
    const address = `${ORIGIN}/print/${token}.html`;
    this.#pages.set(address, this.#document(page));
    return address;
  }

  forget(address: string): void {
    this.#pages.delete(address);
  }

  /** Answers a request of the print window; 404 for all but its own pages, styles and faces. */
  respond(address: string): Response {
    const page = this.#pages.get(address);
    if (page !== undefined) return answer(page, 'text/html');
    if (address === ORIGIN + FOOT_SHEET) return answer(this.#footSheet(), 'text/css');
    const file = fileOfUrl(this.#root, address);
    const type = file === null ? undefined : STATIC_TYPES[extname(file)];
    if (file === null || type === undefined) return answer('', 'text/plain', 404);
    try {
      return answer(readFileSync(file), type);
    } catch {
      return answer('', 'text/plain', 404);
    }
  }

  /**
   * Foot of every page, as Chromium's footer template. Templates are laid out in a frame that loads
   * nothing, and their faces have no time to load either: a face given as data is used only where the
   * printed page has loaded the very same one. So the page loads it too (foot.css, `.foot-face`), and
   * `swap` in it falls back to the system's letters rather than to none.
   */
  footerTemplate(footer: PrintFooter, lang: Lang, landscape: boolean, head = ''): string {
    const pageOf = escapeHtml(pageOfWords(lang))
      .replace('{page}', '<span class="pageNumber"></span>')
      .replace('{pages}', '<span class="totalPages"></span>');
    const side = landscape ? 15 : 20;
    return `<style>${this.#footFacesFor(footer.left + head + pageOf)}
#footer { padding: 0; }
.foot { display: flex; justify-content: space-between; width: 100%; padding: 0 ${side}mm 9mm;
  color: #66737a; font: 8pt/10pt "PT Sans Foot", sans-serif; font-variant-numeric: tabular-nums;
  -webkit-print-color-adjust: exact; }
.foot > :last-child { flex: none; padding-left: 6mm; }
</style><div class="foot"><span>${escapeHtml(footer.left)}</span><span>${pageOf}</span></div>`;
  }

  /**
   * The blue mark at the head of every page, and the running head at its right. Head and foot are one document:
   * its faces are named once, in the foot.
   */
  headerTemplate(landscape: boolean, head = ''): string {
    const side = landscape ? 15 : 20;
    const text = head === '' ? '' : `<span class="head">${escapeHtml(head)}</span>`;
    return `<style>#header { padding: 0; }
.top { display: flex; justify-content: space-between; width: 100%; padding: 0 ${side}mm; }
.head { overflow: hidden; max-width: 132mm; padding-top: 11mm; color: #66737a; font: 8pt/10pt "PT Sans Foot", sans-serif;
  font-variant-numeric: tabular-nums; text-overflow: ellipsis; white-space: nowrap;
  -webkit-print-color-adjust: exact; }
.mark { flex: none; width: 9mm; height: 8mm; background: #1251b5;
  -webkit-print-color-adjust: exact; }</style><div class="top"><div class="mark"></div>${text}</div>`;
  }

  #document({ title, lang, bodyHtml, footer, head = '' }: PrintPage): string {
    return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${this.#styleLinks()}<link rel="stylesheet" href="${FOOT_SHEET}"></head>
<body>${bodyHtml}<p class="foot-face" aria-hidden="true">${escapeHtml(footer.left + head + pageOfWords(lang))}0123456789</p></body>
</html>`;
  }

  /**
   * The built style sheet, and every face it names. A view that is not shown may be laid out only when
   * it is printed; a face first asked for then comes too late and its text is missing. Preloads hold
   * the load event back until the faces are there.
   */
  #styleLinks(): string {
    this.#links ??= this.#findLinks();
    return this.#links;
  }

  #findLinks(): string {
    const shell = readFileSync(join(this.#root, 'print.html'), 'utf8');
    const sheets = [...shell.matchAll(/<link\b[^>]*\bhref="\.?(\/[^"]+\.css)"/g)];
    return sheets
      .map(([, href = '']) => {
        const css = readFileSync(join(this.#root, href), 'utf8');
        const faces = [...css.matchAll(/url\("?([^")]+\.woff2)"?\)/g)].map(
          ([, face = '']) => new URL(face, ORIGIN + href).pathname,
        );
        return [
          ...faces.map(
            (face) =>
              `<link rel="preload" as="font" type="font/woff2" crossorigin href="${escapeHtml(face)}">`,
          ),
          `<link rel="stylesheet" href="${escapeHtml(href)}">`,
        ].join('\n');
      })
      .join('\n');
  }

  #footSheet(): string {
    const faces = FOOT_SUBSETS.map(({ name, range }) => this.#footFace(name, range));
    return `${faces.join('\n')}\n.foot-face { font-family: "PT Sans Foot"; }`;
  }

  /** Faces for the letters of a text alone: every page of a document reads them anew. */
  #footFacesFor(text: string): string {
    return FOOT_SUBSETS.filter(({ letters }) => letters.test(text))
      .map(({ name, range }) => this.#footFace(name, range))
      .join('\n');
  }

  #footFace(subset: string, range: string): string {
    const known = this.#footFaces.get(subset);
    if (known !== undefined) return known;
    const face = this.#readFace(subset, range);
    this.#footFaces.set(subset, face);
    return face;
  }

  #readFace(subset: string, range: string): string {
    const folder = join(this.#root, 'assets');
    const name = new RegExp(`^pt-sans-${subset}-400-normal-[\\w-]+\\.woff2$`);
    const file = readdirSync(folder).find((each) => name.test(each));
    if (file === undefined) return '';
    const data = readFileSync(join(folder, file)).toString('base64');
    return `@font-face { font-family: "PT Sans Foot"; font-display: swap; unicode-range: ${range};
  src: url("data:font/woff2;base64,${data}") format("woff2"); }`;
  }
}

/** «{page} из {pages}» in the page's language. */
function pageOfWords(lang: Lang): string {
  return translatorOf(lang).t('print:pageOf');
}

function answer(body: string | Uint8Array, type: string, status = 200): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  return new Response(bytes, {
    status,
    headers: {
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-security-policy': PRINT_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}
