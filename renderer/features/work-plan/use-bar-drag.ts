import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type Axis, daysOfPixels } from '../../components/axis/axis';
import type { Grip } from './bar-layout';
import type { PlanTask } from './plan-types';

/** A bar that is held: by which part, how many days from where it was, and where the pointer is. */
export interface BarDrag {
  readonly task: PlanTask;
  readonly grip: Grip;
  readonly by: number;
  readonly x: number;
  readonly y: number;
}

/** Pixels from the border within which the view scrolls along. */
const BORDER = 48;
const STEP = 24;

/** Moves and resizes bars with the mouse, a day at a time. Esc lets go without a change. */
export function useBarDrag(
  root: RefObject<HTMLElement | null>,
  axis: Axis,
  onMove: (task: PlanTask, grip: Grip, by: number, isFinal: boolean) => void,
): { drag: BarDrag | null; press: (task: PlanTask, event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<BarDrag | null>(null);
  const latest = useRef({ axis, onMove });
  latest.current = { axis, onMove };
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const press = useCallback(
    (task: PlanTask, event: ReactPointerEvent) => {
      const element = root.current;
      if (event.button !== 0 || element === null || !(event.target instanceof Element)) return;
      const held = event.target.closest('[data-grip]')?.getAttribute('data-grip');
      if (held !== 'move' && held !== 'start' && held !== 'end') return;
      const grip = held;
      const from = { x: event.clientX, left: element.scrollLeft };
      let by = 0;

      const move = (moved: PointerEvent) => {
        const box = element.getBoundingClientRect();
        if (moved.clientX > box.right - BORDER) element.scrollLeft += STEP;
        else if (moved.clientX < box.left + BORDER) element.scrollLeft -= STEP;
        const way = moved.clientX - from.x + element.scrollLeft - from.left;
        const days = daysOfPixels(latest.current.axis, way);
        if (days !== by) {
          by = days;
          latest.current.onMove(task, grip, by, false);
        }
        setDrag({ task, grip, by, x: moved.clientX, y: moved.clientY });
      };
      const end = (isKept: boolean) => {
        stop.current?.();
        latest.current.onMove(task, grip, isKept ? by : 0, true);
      };
      const up = () => end(true);
      const cancel = () => end(false);
      const key = (pressed: KeyboardEvent) => {
        if (pressed.key !== 'Escape') return;
        pressed.preventDefault();
        pressed.stopPropagation();
        end(false);
      };
      stop.current = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', key, true);
        stop.current = null;
        setDrag(null);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      window.addEventListener('keydown', key, true);
      event.preventDefault();
    },
    [root],
  );
  return { drag, press };
}
