const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Lower case, ё as е, without the marks of Latvian letters: how texts are compared. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/й/g, 'й')
    .replace(/[\u0300-\u036f]/g, (mark, at: number, whole: string) =>
      // Of Cyrillic letters only ё loses its dots; й is a letter of its own.
      mark === '\u0306' && whole[at - 1] === 'и' ? mark : '',
    )
    .normalize('NFC');
}

/** Russian in Latin letters, other letters as they are: «Мост» → `most`. */
export function transliterate(text: string): string {
  return [...text.toLowerCase()].map((char) => CYRILLIC[char] ?? char).join('');
}

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** What the same keys give in the other layout: `ghjtrn` → «проект». */
export function otherLayout(text: string): string {
  return [...text.toLowerCase()]
    .map((char) => {
      const latin = LATIN_KEYS.indexOf(char);
      if (latin >= 0) return CYRILLIC_KEYS[latin] ?? char;
      const cyrillic = CYRILLIC_KEYS.indexOf(char);
      return cyrillic >= 0 ? (LATIN_KEYS[cyrillic] ?? char) : char;
    })
    .join('');
}

/** A name for a file: `most`, from «Агентство „Мост“». Legal forms and the word agency say nothing. */
export function fileStem(name: string): string {
  const words = transliterate(fold(name))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => !/^(ooo|ao|ip|zao|sia|as|agentstvo|agentura|agency|llc|ltd)$/.test(word));
  return words.join('-').slice(0, 40);
}
