import { inflateSync } from 'node:zlib';

/** What a test asks of a PDF that Chromium wrote; no program beside Node is needed to read it. */
export interface PdfFacts {
  readonly pages: number;
  /** Names of the faces, without the subset's prefix, each once. */
  readonly fonts: readonly string[];
  readonly embedded: boolean;
  readonly hasType3: boolean;
  readonly isTagged: boolean;
  readonly hasOutline: boolean;
  readonly language: string | null;
  readonly title: string | null;
  /** Text in the order of the file as copying gives it, without any white space. */
  readonly text: string;
  /** The same, page by page. */
  readonly pageTexts: readonly string[];
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string | null;
}

/** Reads the plain structure that Chromium's writer (Skia) gives its files. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary);
  const descriptors = dictionaries.filter(
    (text) => text.includes('/FontDescriptor\n') || /\/Type \/FontDescriptor/.test(text),
  );
  const names = dictionaries.flatMap((text) => [
    ...text.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g),
  ]);
  const catalog = dictionaries.find((text) => text.includes('/Type /Catalog')) ?? '';
  const title = dictionaries
    .map((text) => /\/Title <FEFF([0-9A-F]+)>/i.exec(text) ?? /\/Title \(([^)]*)\)/.exec(text))
    .find((match) => match !== null && match !== undefined);
  return {
    pages: dictionaries.filter((text) => /\/Type \/Page\b(?!s)/.test(text)).length,
    fonts: [...new Set(names.map(([, name = '']) => name))].sort(),
    embedded: descriptors.length > 0 && descriptors.every((text) => /\/FontFile[23]? /.test(text)),
    hasType3: dictionaries.some((text) => text.includes('/Subtype /Type3')),
    isTagged:
      /\/MarkInfo <<[^>]*\/Marked true/.test(catalog) && catalog.includes('/StructTreeRoot'),
    hasOutline: catalog.includes('/Outlines'),
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? null,
    title: title === undefined || title === null ? null : titleText(title[0], title[1] ?? ''),
    text: textOf(objects),
    pageTexts: pageStreams(objects).map((streams) => textOf(objects, streams)),
  };
}

function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const match of file.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const end = file.indexOf('endobj', start);
    const body = file.slice(start, end);
    const streamAt = body.search(/>>\s*stream\n/);
    if (streamAt < 0) {
      objects.set(Number(match[1]), { dictionary: body, stream: null });
      continue;
    }
    const dictionary = body.slice(0, streamAt + 2);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const from = start + file.slice(start).indexOf('stream\n') + 'stream\n'.length;
    const raw = Buffer.from(file.slice(from, from + length), 'latin1');
    const isFlate = dictionary.includes('/FlateDecode');
    const isPicture = dictionary.includes('/Subtype /Image');
    objects.set(Number(match[1]), {
      dictionary,
      stream: isPicture ? null : (isFlate ? inflateSync(raw) : raw).toString('latin1'),
    });
  }
  return objects;
}

function titleText(match: string, value: string): string {
  if (!match.includes('<')) return value;
  const units = value.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

/** Skia calls the face of object 7 `/F7`: one map serves every page. */
/** What each page draws, in the order of the pages. */
function pageStreams(objects: ReadonlyMap<number, PdfObject>): PdfObject[][] {
  const tree = [...objects.values()].find(
    ({ dictionary }) => /\/Type \/Pages\b/.test(dictionary) && !dictionary.includes('/Parent'),
  );
  const pagesOf = (node: PdfObject | undefined): PdfObject[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(node?.dictionary ?? '')?.[1];
    if (kids === undefined) return node === undefined ? [] : [node];
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesOf(objects.get(Number(kid))));
  };
  return pagesOf(tree).map(({ dictionary }) => {
    const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(dictionary);
    const named = [...(contents?.[1] ?? contents?.[2] ?? '').matchAll(/(\d+) 0 R/g)];
    return named.flatMap(([, number]) => objects.get(Number(number)) ?? []);
  });
}

function textOf(
  objects: ReadonlyMap<number, PdfObject>,
  streams: Iterable<PdfObject> = objects.values(),
): string {
  const faces = new Map<string, Map<number, string>>();
  for (const [number, { dictionary }] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(dictionary);
    const cmap = unicode === null ? null : (objects.get(Number(unicode[1]))?.stream ?? null);
    if (cmap !== null) faces.set(String(number), charactersOf(cmap));
  }
  let text = '';
  for (const { stream } of streams) {
    if (stream === null || !/ Tf\n/.test(stream)) continue;
    let face: Map<number, string> | undefined;
    for (const match of stream.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
      if (match[1] !== undefined) face = faces.get(match[1]);
      else {
        const glyphs = match[2]?.match(/.{4}/g) ?? [];
        text += glyphs.map((glyph) => face?.get(Number.parseInt(glyph, 16)) ?? '').join('');
      }
    }
  }
  return text.replace(/\s/g, '');
}

function charactersOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  const utf16 = (hex: string) =>
    (hex.match(/.{4}/g) ?? [])
      .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .join('');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      map.set(Number.parseInt(from, 16), utf16(to));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', last = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(last, 16); glyph += 1) {
        map.set(glyph, String.fromCharCode(Number.parseInt(to, 16) + glyph - first));
      }
    }
  }
  return map;
}
