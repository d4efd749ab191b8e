import {
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { PlainDate } from '../../../shared/domain/dates';
import type { CalendarItem } from './calendar-items';

/** Pixels a press must travel before it is a drag and no click. */
const SLOP = 4;

/** Carries a task of the calendar to another day with the mouse. Esc puts it back. */
export function useItemDrag(onDrop: (item: CalendarItem, on: PlainDate) => void): {
  held: string | null;
  over: PlainDate | null;
  press: (item: CalendarItem, event: ReactPointerEvent) => void;
} {
  const [held, setHeld] = useState<string | null>(null);
  const [over, setOver] = useState<PlainDate | null>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const press = useCallback((item: CalendarItem, event: ReactPointerEvent) => {
    if (event.button !== 0 || item.kind !== 'task') return;
    const from = { x: event.clientX, y: event.clientY };
    let day: PlainDate | null = null;
    let isDragged = false;
    const ghost = event.currentTarget.cloneNode(true);
    if (!(ghost instanceof HTMLElement)) return;
    const width = event.currentTarget.getBoundingClientRect().width;

    const move = (moved: PointerEvent) => {
      if (!isDragged) {
        if (Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < SLOP) return;
        isDragged = true;
        ghost.removeAttribute('data-item');
        ghost.setAttribute('aria-hidden', 'true');
        ghost.style.cssText = `position:fixed;z-index:40;pointer-events:none;width:${width}px;box-shadow:var(--sh-drag)`;
        document.body.append(ghost);
        setHeld(item.key);
      }
      ghost.style.left = `${moved.clientX + 6}px`;
      ghost.style.top = `${moved.clientY + 6}px`;
      const cell = document
        .elementFromPoint(moved.clientX, moved.clientY)
        ?.closest('[data-day]')
        ?.getAttribute('data-day');
      day = cell ?? null;
      setOver(day);
    };
    const up = () => {
      stop.current?.();
      if (isDragged) {
        // The click that ends a drag opens nothing.
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, true));
      }
      if (isDragged && day !== null && day !== item.days.to) latest.current(item, day);
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      stop.current?.();
    };
    const cancel = () => stop.current?.();
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
      stop.current = null;
      ghost.remove();
      setHeld(null);
      setOver(null);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
  }, []);
  return { held, over, press };
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopPropagation();
}
