import { readAgency, amendAgency as updateAgency } from '../../db/repositories/agency.repo';
import {
  listAccountingRates,
  listDatedRates,
  listOverhead,
  setDatedRate,
  setAccountingRate as writeAccountingRate,
  setOverhead as writeOverhead,
} from '../../db/repositories/rates.repo';
import type { Input, Output } from '../../shared/contract/contract';
import { logoDataUri, logoOf } from './letterhead';
import { warnOfRequisites } from './requisite-warnings';
import { act, readOf, type Session } from './session';

type Done = { id: string };

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

/** Keeps a logo. Throws `picture-invalid`, `picture-too-large`. */
export function setLogo(session: Session, bytes: Uint8Array): string | null {
  const kept = logoOf(bytes);
  act(session, 'set-logo', {}, (tx) => updateAgency(tx, kept));
  return logoDataUri(kept);
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
