import { useEffect } from 'react';
import { isTyping } from './keys';

/** Figures in tables and sentences, and the columns of charts. */
const OPENABLE = '[data-explain], [role="button"][data-figure]';

/**
 * `E` explains the figure under the pointer. A figure that has the focus answers to `E` by itself;
 * a text field keeps its letters.
 */
export function useExplainKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'KeyE' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      const focused = document.activeElement?.closest(OPENABLE) ?? null;
      const hovered = [...document.querySelectorAll(OPENABLE)].find((each) =>
        each.matches(':hover'),
      );
      const figure = focused ?? hovered;
      if (figure === undefined) return;
      event.preventDefault();
      figure.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
