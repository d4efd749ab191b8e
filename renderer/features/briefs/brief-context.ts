import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/contract/primitives';

/** The brief that is open: its numbers are read as its language writes them. */
export type BriefKind = { id: string; templateKey: string; language: Language };

export const BriefKindContext = createContext<BriefKind>({
  id: '',
  templateKey: '',
  language: 'ru',
});

export function useBriefKind(): BriefKind {
  return useContext(BriefKindContext);
}
