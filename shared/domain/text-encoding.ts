/** Encodings a file of a neighbouring system can be read in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'cp866';

/** What the choice of an encoding rests on: a mark, well-formed bytes, or the letters they give. */
export type EncodingEvidence = 'bom' | 'bytes' | 'letters';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly evidence: EncodingEvidence;
  /** Bytes that fit no letter of the encoding were replaced by U+FFFD. */
  readonly damaged: boolean;
}

export interface DecodeHints {
  /** Whether a decoded beginning of the file says that the file is DOS (cp866). */
  readonly saysDos?: (head: string) => boolean;
  /** A word that every file of the expected kind contains, in lower case; it proves an encoding. */
  readonly keyword?: string;
}

/** Enough for every header seen; reading whole files twice only to compare letters is waste. */
const PROBE_BYTES = 64 * 1024;

/** Share of each letter in Russian text, in ten-thousandths (National Corpus, rounded). */
const RUSSIAN_FREQUENCY: Readonly<Record<string, number>> = {
  о: 1097,
  е: 845,
  а: 801,
  и: 735,
  н: 670,
  т: 626,
  с: 547,
  р: 473,
  в: 454,
  л: 440,
  к: 349,
  м: 321,
  д: 298,
  п: 281,
  у: 262,
  я: 201,
  ы: 190,
  ь: 174,
  г: 170,
  з: 165,
  б: 159,
  ч: 144,
  й: 121,
  х: 97,
  ж: 94,
  ш: 73,
  ю: 64,
  ц: 48,
  щ: 36,
  э: 32,
  ф: 26,
  ъ: 4,
  ё: 4,
};

const PRINTABLE_SIGNS = new Set(['№', '«', '»', '–', '—', '“', '”', '„', '…', '°', '§', '\u00a0']);

/**
 * How much the non-ASCII characters of a text look like Russian: the mean letter frequency, less a
 * penalty for every box line or foreign letter. Only comparable between decodings of the same bytes.
 */
export function russianLikeness(text: string): number {
  let score = 0;
  let seen = 0;
  for (const char of text) {
    if (char < '\u0080') continue;
    seen += 1;
    const share = RUSSIAN_FREQUENCY[char.toLowerCase()];
    if (share !== undefined) score += char === char.toLowerCase() ? share : share / 2;
    else if (!PRINTABLE_SIGNS.has(char)) score -= 500;
  }
  return seen === 0 ? 0 : score / seen;
}

function decode(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label, { ignoreBOM: false }).decode(bytes);
}

/** A multi-byte letter cut off by the end of the file is a truncated file, not another encoding. */
function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** UTF-16 of mostly ASCII or Cyrillic text has a zero or 0x04 in every second byte. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 16) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if ((bytes[i] ?? 1) <= 0x04) even += 1;
    if ((bytes[i + 1] ?? 1) <= 0x04) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.9 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.9 && odd < pairs * 0.1) return 'utf-16be';
  return null;
}

/**
 * Turns the bytes of a file into text. Order: byte order mark, well-formed UTF-8, then a one-byte
 * Cyrillic page. What a header says about its encoding is only ever a hint: cp866 is taken when the
 * file says DOS and the letters agree, or when only cp866 makes the expected keyword readable.
 */
export function decodeText(bytes: Uint8Array, hints: DecodeHints = {}): DecodedText {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    const text = decode(bytes, 'utf-8');
    return { text, encoding: 'utf-8', evidence: 'bom', damaged: text.includes('\ufffd') };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    const text = decode(bytes, 'utf-16le');
    return { text, encoding: 'utf-16le', evidence: 'bom', damaged: text.includes('\ufffd') };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const text = decode(bytes, 'utf-16be');
    return { text, encoding: 'utf-16be', evidence: 'bom', damaged: text.includes('\ufffd') };
  }

  const wide = utf16Without(bytes);
  if (wide) {
    const text = decode(bytes, wide);
    return { text, encoding: wide, evidence: 'letters', damaged: text.includes('\ufffd') };
  }

  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', evidence: 'bytes', damaged: false };

  const probe = bytes.subarray(0, PROBE_BYTES);
  const ansi = decode(probe, 'windows-1251');
  const dos = decode(probe, 'ibm866');
  const has = (text: string) =>
    hints.keyword !== undefined && text.toLowerCase().includes(hints.keyword);

  if (hints.keyword !== undefined && !has(ansi) && !has(dos)) {
    // One broken letter in a long UTF-8 file must not turn every other letter into noise.
    const lossy = decode(bytes, 'utf-8');
    if (has(lossy)) return { text: lossy, encoding: 'utf-8', evidence: 'letters', damaged: true };
  }

  const saysDos = hints.saysDos?.(dos) === true || hints.saysDos?.(ansi) === true;
  const lettersSayDos = russianLikeness(dos) > russianLikeness(ansi);
  const onlyDosReadable = has(dos) && !has(ansi);
  if (onlyDosReadable || (saysDos && lettersSayDos && !has(ansi))) {
    return {
      text: decode(bytes, 'ibm866'),
      encoding: 'cp866',
      evidence: 'letters',
      damaged: false,
    };
  }
  const text = decode(bytes, 'windows-1251');
  return { text, encoding: 'windows-1251', evidence: 'letters', damaged: text.includes('\ufffd') };
}
