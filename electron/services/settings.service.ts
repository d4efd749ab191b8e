import { readAgency, amendAgency as updateAgency } from '../../db/repositories/agency.repo';
import {
  listAccountingRates,
  listDatedRates,
  listOverhead,
  setDatedRate,
  setAccountingRate as writeAccountingRate,
  setOverhead as writeOverhead,
} from '../../db/repositories/rates.repo';
import { AppError } from '../../shared/contract/app-error';
import type { Input, Output } from '../../shared/contract/contract';
import { logoDataUri } from './letterhead';
import { warnOfRequisites } from './requisite-warnings';
import { act, readOf, type Session } from './session';

type Done = { id: string };

/** A letterhead's picture needs no more; larger ones only make every PDF and backup heavier. */
const MAX_LOGO_BYTES = 512 * 1024;

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/** The agency's card and everything dated that figures and documents depend on. */
export function showSettings(session: Session): Output<'settings/show'> {
  const read = readOf(session);
  const { id: _, logo, logoType, ...agency } = readAgency(read);
  return {
    agency: {
      ...agency,
      hasLogo: logo !== null,
      logoDataUri: logoDataUri({ logo, logoType }),
    },
    warnings: warnOfRequisites(agency),
    rates: listDatedRates(read),
    accountingRates: listAccountingRates(read),
    overhead: listOverhead(read),
  };
}

/** Changes the agency's card. */
export function amendAgency(
  session: Session,
  { revision, patch }: Input<'settings/amend-agency'>,
): Done {
  return act(session, 'amend-agency', {}, (tx) => {
    updateAgency(tx, patch, revision);
    return { id: 'agency' };
  });
}

/** Keeps a logo. The bytes decide what it is, not the name. Throws `picture-invalid`, `picture-too-large`. */
export function setLogo(session: Session, bytes: Uint8Array): string | null {
  const logo = Buffer.from(bytes);
  if (logo.length > MAX_LOGO_BYTES)
    throw new AppError('picture-too-large', { limit: MAX_LOGO_BYTES / 1024 });
  const isPng = logo.subarray(0, PNG_START.length).equals(PNG_START);
  const isJpeg = logo.subarray(0, JPEG_START.length).equals(JPEG_START);
  if (!isPng && !isJpeg) throw new AppError('picture-invalid');
  const logoType = isPng ? 'image/png' : 'image/jpeg';
  act(session, 'set-logo', {}, (tx) => updateAgency(tx, { logo, logoType }));
  return logoDataUri({ logo, logoType });
}

/** Takes the logo away. */
export function removeLogo(session: Session): Done {
  act(session, 'remove-logo', {}, (tx) => updateAgency(tx, { logo: null, logoType: null }));
  return { id: 'agency' };
}

/** Sets a tax or bonus rate from a day on. Issued documents keep theirs. */
export function setRate(session: Session, input: Input<'settings/set-rate'>): Done {
  return act(session, 'set-rate', { on: input.validFrom }, (tx) => ({
    id: setDatedRate(tx, input),
  }));
}

/** Sets the accounting exchange rate of a currency from a day on. */
export function setAccountingRate(
  session: Session,
  input: Input<'settings/set-accounting-rate'>,
): Done {
  return act(
    session,
    'set-accounting-rate',
    { currency: input.currency, on: input.validFrom },
    (tx) => ({
      id: writeAccountingRate(tx, input),
    }),
  );
}

/** Sets the overhead of a period. Throws `overhead-overlaps`. */
export function setOverhead(session: Session, input: Input<'settings/set-overhead'>): Done {
  return act(session, 'set-overhead', { on: input.fromOn }, (tx) => ({
    id: writeOverhead(tx, input),
  }));
}
