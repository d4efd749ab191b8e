import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../shared/domain/picture';

/** A JPEG up to its frame header, with segments before it that hold other numbers. */
function jpeg(width: number, height: number, frame = 0xc2): Uint8Array {
  const size = [(height >> 8) & 255, height & 255, (width >> 8) & 255, width & 255];
  const segments = [
    [0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4],
    [0xff, 0xc4, 0, 4, 9, 9, 0xff],
    [0xff, frame, 0, 11, 8, ...size, 1, 1, 0x11, 0],
  ];
  return Uint8Array.from(segments.flat());
}

describe('a picture by its bytes', () => {
  it('says the pixels of a JPEG, whatever segments stand before them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 65_535 }),
        fc.integer({ min: 1, max: 65_535 }),
        fc.constantFrom(0xc0, 0xc1, 0xc2, 0xcf),
        (width, height, frame) => {
          expect(pictureOf(jpeg(width, height, frame))).toEqual({
            mime: 'image/jpeg',
            width,
            height,
          });
        },
      ),
    );
  });

  it('takes nothing else for one and survives any bytes', () => {
    expect(pictureOf(new TextEncoder().encode('GIF89a…'))).toBeNull();
    expect(pictureOf(jpeg(10, 0))).toBeNull();
    expect(pictureOf(jpeg(10, 10).subarray(0, 20))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (rest) => {
        const found = pictureOf(Uint8Array.from([0xff, 0xd8, ...rest]));
        if (found !== null) expect(found.width * found.height).toBeGreaterThan(0);
      }),
    );
  });
});
