/** What the first bytes of a file say it is, and how many pixels it has. */
export type PictureFacts = {
  readonly mime: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A PNG or JPEG by its own bytes, whatever it is called; null for anything else, also for one that breaks
 * off before it says its size. PNG: the IHDR chunk comes first (W3C PNG 3, 5.6). JPEG: the frame header
 * among the marker segments (ITU T.81, B.2.2).
 */
export function pictureOf(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = PNG.every((byte, at) => bytes[at] === byte) ? pngSize(view) : jpegSize(view);
  if (size === null || size.width === 0 || size.height === 0) return null;
  return size;
}

function pngSize(view: DataView): PictureFacts | null {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frame headers are SOF0 … SOF15; C4, C8 and CC are tables and an extension between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(view: DataView): PictureFacts | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      return { mime: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
