/** Markup that is already escaped; made only by {@link html} and its helpers. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | null | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  // Control characters have no place on paper; tabs and line ends are spaces.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '');
}

/** A template whose values are escaped unless they are markup themselves; null prints nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.reduce((text, piece, index) => text + render(parts[index - 1] ?? null) + piece),
  };
}

/** Nothing at all. */
export const NO_MARKUP: Markup = { markup: '' };

/** Longest text, in characters, that counts as a number in a column of numbers. */
export const NUMBER_CHARS = 24;

/** Class of a cell in a column of numbers: a number never wraps, a sentence in its place does. */
export function numberClass(text: string): 'n' | 'n words' {
  return text.length <= NUMBER_CHARS ? 'n' : 'n words';
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}
