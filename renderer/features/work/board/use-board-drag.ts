import { draggable, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type PointerEvent, useCallback, useEffect, useRef } from 'react';
import styles from './board.module.css';

/** Mark a column's data among drop targets, and the card of it that the mouse is below. */
const COLUMN = 'column';
const AFTER = 'after';

export type Place = { readonly column: string; readonly afterId: string | null };

/** What a column says as a drop target: its key, and the last card whose middle is above the mouse. */
export function placeData(element: Element, column: string, y: number): Record<string, unknown> {
  const above = [...element.querySelectorAll<HTMLElement>('[data-task]')].findLast((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < y;
  });
  return { [COLUMN]: column, [AFTER]: above?.dataset.task ?? null };
}

function placeOf(data: Record<string | symbol, unknown> | undefined): Place | null {
  const column = data?.[COLUMN];
  const afterId = data?.[AFTER];
  if (typeof column !== 'string') return null;
  return { column, afterId: typeof afterId === 'string' ? afterId : null };
}

type Options = {
  /** Cards that go along with the one the mouse holds. */
  idsWith: (taskId: string) => readonly string[];
  onStart: (taskIds: readonly string[], from: string) => void;
  onOver: (place: Place | null) => void;
  onDrop: (place: Place | null) => void;
};

/** The card as it hangs at the mouse: a copy, lifted and turned a little. */
function drawLifted(element: HTMLElement, container: HTMLElement): void {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return;
  copy.removeAttribute('id');
  copy.style.width = `${element.offsetWidth}px`;
  copy.style.position = 'relative';
  copy.style.top = '0';
  copy.style.transform = '';
  const frame = document.createElement('div');
  frame.className = styles.lift ?? '';
  frame.append(copy);
  container.append(frame);
}

/**
 * Dragging with the mouse. A card is made draggable when the pointer comes over it, so that a board of
 * thousands of cards costs nothing until one is touched.
 * @returns a handler for the pointer moving over the board
 */
export function useBoardDrag(options: Options): (event: PointerEvent) => void {
  const latest = useRef(options);
  latest.current = options;
  const ready = useRef<{ element: HTMLElement; end: () => void } | null>(null);
  const held = useRef(false);

  useEffect(() => {
    const stop = monitorForElements({
      canMonitor: ({ source }) => typeof source.data.taskId === 'string',
      onDragStart: ({ source }) => {
        const { taskId, column } = source.data;
        if (typeof taskId !== 'string' || typeof column !== 'string') return;
        held.current = true;
        latest.current.onStart(latest.current.idsWith(taskId), column);
      },
      onDrag: ({ location }) =>
        latest.current.onOver(placeOf(location.current.dropTargets[0]?.data)),
      onDrop: ({ location }) => {
        held.current = false;
        latest.current.onDrop(placeOf(location.current.dropTargets[0]?.data));
      },
    });
    return () => {
      stop();
      ready.current?.end();
      ready.current = null;
    };
  }, []);

  return useCallback((event: PointerEvent) => {
    // A pressed button may be the beginning of a drag: what it holds stays as it is.
    if (held.current || event.buttons !== 0 || !(event.target instanceof Element)) return;
    const element = event.target.closest('[data-task]');
    if (!(element instanceof HTMLElement) || element === ready.current?.element) return;
    ready.current?.end();
    const { task, column } = element.dataset;
    const end = draggable({
      element,
      getInitialData: () => ({ taskId: task, column }),
      onGenerateDragPreview: ({ nativeSetDragImage, location }) => {
        const box = element.getBoundingClientRect();
        const { clientX, clientY } = location.current.input;
        setCustomNativeDragPreview({
          nativeSetDragImage,
          // The frame around the copy leaves room for its shadow.
          getOffset: () => ({ x: clientX - box.left + 16, y: clientY - box.top + 12 }),
          render: ({ container }) => drawLifted(element, container),
        });
      },
    });
    ready.current = { element, end };
  }, []);
}
