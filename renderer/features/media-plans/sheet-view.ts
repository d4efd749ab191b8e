import { useState } from 'react';
import type { ViewSettings } from '../../../shared/contract/media-plan-details.contract';

/** All of a view that the sheet itself keeps; the unit of its columns is the page's. */
export type SheetView = Omit<ViewSettings, 'unit'>;

const PLAIN: SheetView = {
  view: 'plan',
  basis: 'net',
  grouping: 'group',
  showInternal: false,
  hidden: [],
  folded: [],
  filter: '',
};

/** How the sheet is looked at, and ways to change it. */
export function useSheetView() {
  const [sheet, setSheet] = useState<SheetView>(PLAIN);
  const change = (part: Partial<SheetView>) =>
    setSheet((known) => {
      const next = { ...known, ...part };
      // What the client never sees is not left standing when it is put away.
      return next.basis === 'cost' && !next.showInternal ? { ...next, basis: 'net' } : next;
    });
  return { sheet, change };
}
