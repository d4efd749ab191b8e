import { strFromU8, unzipSync } from 'fflate/browser';
import { AppError } from '../../../shared/contract/app-error';

/** A form with pictures; more is no form. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;
/** All texts of a form, unpacked. */
const MOST_TEXT_BYTES = 8 * 1024 * 1024;
const MOST_PARTS = 3000;

const MB = 1024 * 1024;

/**
 * The XML parts of a DOCX or XLSX by name. Sizes are judged before anything is unpacked, and a part that says
 * less than it holds is cut off there. Pictures and macros stay packed. Throws `brief-form-too-large`,
 * `brief-form-damaged`, `brief-form-unsafe` for a part with a document type or entities of its own.
 */
export function readXmlParts(archive: Uint8Array): ReadonlyMap<string, string> {
  if (archive.length > MOST_FILE_BYTES) throw tooLarge(MOST_FILE_BYTES);
  let files: Record<string, Uint8Array>;
  let bytes = 0;
  let count = 0;
  try {
    files = unzipSync(archive, {
      filter({ name, originalSize }) {
        count += 1;
        const isText = /\.(?:xml|rels)$/i.test(name);
        if (isText) bytes += originalSize;
        if (bytes > MOST_TEXT_BYTES || count > MOST_PARTS) throw tooLarge(MOST_TEXT_BYTES);
        return isText;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('brief-form-damaged');
  }
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(files)) {
    const text = textOf(content);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new AppError('brief-form-unsafe', { part: name });
    parts.set(name, text);
  }
  return parts;
}

/** Word writes UTF-8; UTF-16, which the standard allows too, is known by its first two bytes. */
function textOf(content: Uint8Array): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(content);
  return strFromU8(content);
}

function tooLarge(limit: number): AppError {
  return new AppError('brief-form-too-large', { limitMb: limit / MB });
}
