import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';

/** Places in the shell that the screen inside it fills. */
export type PageSlots = { crumb: HTMLElement | null; status: HTMLElement | null };

export const PageSlotsContext = createContext<PageSlots>({ crumb: null, status: null });

/**
 * The screen's name in the top bar, and a quieter word beside it (a date, a place). Also the title
 * of the window. Without it the name of the section stands there.
 */
export function PageTitle({ title, caption }: { title: string; caption?: ReactNode }) {
  const { crumb } = useContext(PageSlotsContext);
  useEffect(() => {
    document.title = `${title} · Agency Console`;
  }, [title]);
  if (crumb === null) return null;
  return createPortal(
    <>
      <span className="crumb-title">{title}</span>
      {caption === undefined ? null : <span className="cut">{caption}</span>}
    </>,
    crumb,
  );
}

/** What the screen says at the left of the status bar: counts, the meaning of a term, a sum. */
export function PageStatus({ children }: { children: ReactNode }) {
  const { status } = useContext(PageSlotsContext);
  return status === null ? null : createPortal(children, status);
}
