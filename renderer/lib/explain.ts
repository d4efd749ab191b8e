import { createContext, useContext } from 'react';
import type { ExplainScope, FigureId } from '../../shared/contract/portfolio.contract';

export type ExplainRequest = { figureId: FigureId; scope: ExplainScope };

/** Opens «Explain this number» at an element; focus returns there when it closes. */
export type OpenExplain = (request: ExplainRequest, anchor: HTMLElement | SVGElement) => void;

export const ExplainContext = createContext<OpenExplain>(() => undefined);

export function useExplain(): OpenExplain {
  return useContext(ExplainContext);
}
