import type { Bridge, Input, Method, Output } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';

type Answers = { [M in Method]?: (input: Input<M>) => Output<M> };

/** A refusal for a method's answer. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export type FakeBridge = {
  /** Every call made, oldest first. */
  calls: { method: Method; input: unknown }[];
  /** Tells the page what the main process would tell it. */
  tell: (event: unknown) => void;
};

/** Stands in for the preload script. Import it before anything that reads the bridge while loading. */
export function installBridge(answers: Answers, start: unknown = { language: 'ru' }): FakeBridge {
  const listeners = new Set<(eventJson: string) => void>();
  const fake: FakeBridge = {
    calls: [],
    tell: (event) => {
      for (const listener of listeners) listener(JSON.stringify(event));
    },
  };
  const known = new Map(Object.entries(answers));
  const bridge: Bridge = {
    start: JSON.stringify(start),
    call: async (method, inputJson) => {
      const input = JSON.parse(inputJson);
      fake.calls.push({ method, input });
      const answer: unknown = known.get(method);
      if (typeof answer !== 'function') throw new Error(`no answer for ${method}`);
      try {
        return JSON.stringify({ ok: true, value: answer(input) });
      } catch (error) {
        if (error instanceof Refusal) return JSON.stringify({ ok: false, error: error.failure });
        throw error;
      }
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  Object.defineProperty(window, 'agencyConsole', { value: bridge, configurable: true });
  return fake;
}
