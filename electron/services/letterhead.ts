import type { AgencyRow } from '../../db/repositories/agency.repo';

/** «614000, Пермь» and the street below it. */
export function addressLines(address: string): string[] {
  const parts = address.split(',').map((part) => part.trim());
  if (parts.length < 3) return [address].filter((line) => line !== '');
  return [`${parts.slice(0, 2).join(', ')},`, parts.slice(2).join(', ')];
}

/** The agency's logo as a data: address; null without one. */
export function logoDataUri({
  logo,
  logoType,
}: Pick<AgencyRow, 'logo' | 'logoType'>): string | null {
  return logo === null || logoType === null
    ? null
    : `data:${logoType};base64,${logo.toString('base64')}`;
}
