import type { AgencyRow } from '../../db/repositories/agency.repo';
import { AppError } from '../../shared/contract/app-error';
import { pictureTypeOf } from '../../shared/print/print-pictures';

/** A letterhead's picture needs no more; larger ones only make every PDF and backup heavier. */
const MAX_LOGO_BYTES = 512 * 1024;

/** «614000, Пермь» and the street below it. */
export function addressLines(address: string): string[] {
  const parts = address.split(',').map((part) => part.trim());
  if (parts.length < 3) return [address].filter((line) => line !== '');
  return [`${parts.slice(0, 2).join(', ')},`, parts.slice(2).join(', ')];
}

export type LogoRow = Pick<AgencyRow, 'logo' | 'logoType'>;

/** A logo as a data: address; null without one. */
export function logoDataUri({ logo, logoType }: LogoRow): string | null {
  return logo === null || logoType === null
    ? null
    : `data:${logoType};base64,${logo.toString('base64')}`;
}

/** A logo to keep. The bytes decide what it is, not the name. Throws `picture-invalid`, `picture-too-large`. */
export function logoOf(bytes: Uint8Array): { logo: Buffer; logoType: 'image/png' | 'image/jpeg' } {
  if (bytes.length > MAX_LOGO_BYTES) {
    throw new AppError('picture-too-large', { limit: MAX_LOGO_BYTES / 1024 });
  }
  const logoType = pictureTypeOf(bytes);
  if (logoType === null) throw new AppError('picture-invalid');
  return { logo: Buffer.from(bytes), logoType };
}
