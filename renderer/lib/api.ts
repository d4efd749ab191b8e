import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type {
  Answer,
  Bridge,
  ConsoleEvent,
  Input,
  Method,
  Output,
} from '../../shared/contract/contract';
import type { Failure } from '../../shared/contract/result';
import { methodsShowing } from './entities';

declare global {
  interface Window {
    readonly agencyConsole: Bridge;
  }
}

/** A call that was answered with an error; `message` is a sentence in the user's language. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailure';
    this.failure = failure;
  }
}

/** Nothing goes stale by time here: the file changes only through us, and every change is told. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 30 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** One call across the bridge. @throws CallFailure */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = JSON.parse(
    await window.agencyConsole.call(method, JSON.stringify(input)),
  ) as Answer<M>;
  if (!answer.ok) throw new CallFailure(answer.error);
  return answer.value;
}

/** What identifies a read in the cache. */
export function readKey<M extends Method>(method: M, input: Input<M>) {
  return [method, input] as const;
}

/** The same read outside React, from the cache where it is there. */
export function read<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  return queryClient.fetchQuery({
    queryKey: readKey(method, input),
    queryFn: () => call(method, input),
  });
}

type ReadOptions = {
  enabled?: boolean;
  /** Shows the answer to the last question until the next one comes: no flash when a period changes. */
  keepPrevious?: boolean;
};

/** Reads for a component and reads again after every change that touches it. */
export function useRead<M extends Method>(
  method: M,
  input: Input<M>,
  options: ReadOptions = {},
): UseQueryResult<Output<M>, CallFailure> {
  return useQuery<Output<M>, CallFailure>({
    queryKey: readKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Commands that change no record of the file, so there is nothing to undo. */
const NOT_UNDOABLE = /^(workspace|preferences|history)\//;

type DoneListener = () => void;
const doneListeners = new Set<DoneListener>();

/** Told after each command that can be undone; the toast listens. */
export function onUndoable(listener: DoneListener): () => void {
  doneListeners.add(listener);
  return () => {
    doneListeners.delete(listener);
  };
}

type CommandOptions = {
  /** False for typing that saves itself: no toast for every pause. */
  announce?: boolean;
};

export type Command<M extends Method> = {
  /** Resolves with the answer; where it was refused, rejects with CallFailure. */
  run: (input: Input<M>) => Promise<Output<M>>;
  /** For handlers: nothing is thrown, the refusal stands in `failure`. */
  send: (input: Input<M>) => void;
  isRunning: boolean;
  failure: Failure | null;
  reset: () => void;
};

/** One action of the user. After it, what it touched is read again and a toast offers undo. */
export function useCommand<M extends Method>(method: M, options: CommandOptions = {}): Command<M> {
  const announce = options.announce ?? true;
  const mutation = useMutation<Output<M>, CallFailure, Input<M>>({
    mutationFn: (input) => call(method, input),
    onSuccess: async () => {
      await invalidateStatus();
      if (announce && !NOT_UNDOABLE.test(method)) for (const listener of doneListeners) listener();
    },
  });
  return {
    run: mutation.mutateAsync,
    send: (input) => mutation.mutate(input),
    isRunning: mutation.isPending,
    failure: failureOf(mutation.error),
    reset: mutation.reset,
  };
}

/** The failure inside an error; anything else is a fault of the product and says so. */
export function failureOf(error: unknown): Failure | null {
  if (error === null || error === undefined) return null;
  if (error instanceof CallFailure) return error.failure;
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}

function invalidateStatus(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['workspace/status'] });
}

/** Reads again whatever shows the tables that changed. */
export function applyChange(entities: readonly string[]): void {
  const touched = methodsShowing(entities);
  void queryClient.invalidateQueries({
    predicate: (query) => {
      const method = query.queryKey[0];
      return typeof method === 'string' && touched(method);
    },
  });
}

/** Listens to the main process. @returns a function that stops */
export function listen(
  onMenu: (command: Extract<ConsoleEvent, { type: 'menu' }>['command']) => void,
) {
  return window.agencyConsole.onEvent((eventJson) => {
    const event = JSON.parse(eventJson) as ConsoleEvent;
    if (event.type === 'changed') applyChange(event.entities);
    else onMenu(event.command);
  });
}
