/** Pictures of a page by the id of their file, each as a data: address. */
export type PrintPictures = ReadonlyMap<string, string>;

/** Only pictures that cannot carry script or load anything. */
export const SAFE_PICTURE = /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** What the bytes are, whatever their file is called; null for all that does not go on paper. */
export function pictureTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  if (PNG.every((byte, at) => bytes[at] === byte)) return 'image/png';
  return JPEG.every((byte, at) => bytes[at] === byte) ? 'image/jpeg' : null;
}
