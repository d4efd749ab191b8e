import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/contract/primitives';

/** Kind and language of the brief that is open: its numbers are read as its language writes them. */
export type BriefKind = { templateKey: string; language: Language };

export const BriefKindContext = createContext<BriefKind>({ templateKey: '', language: 'ru' });

export function useBriefKind(): BriefKind {
  return useContext(BriefKindContext);
}
