const LATIN_WITH_MARKS = /([A-Za-z])\p{M}+/gu;

/**
 * Text as search compares it: lower case, ё as е, Latin letters without their marks (Jūrmala → jurmala),
 * single spaces. The same folding is applied to what is stored and to what is typed.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(LATIN_WITH_MARKS, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A pattern for LIKE … ESCAPE '\' that finds the typed text anywhere; % and _ mean themselves. */
export function likePattern(typed: string): string {
  return `%${foldForSearch(typed).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
