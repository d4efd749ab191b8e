type Listener = () => void;
const listeners = new Set<Listener>();

/** Asks the timer in the top bar to start or to stop: a shortcut or the palette was used. */
export function requestTimer(): void {
  for (const listener of listeners) listener();
}

/** Told of each such request. @returns a function that stops */
export function onTimerRequest(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
