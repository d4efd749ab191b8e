import { AppError } from '../../shared/contract/app-error';
import type { Channel } from '../../shared/contract/channel';
import { contract, type Input, type Method, type Output } from '../../shared/contract/contract';
import type { Failure, Result } from '../../shared/contract/result';
import { isTrustedSender, type SenderFrame } from './trusted-sender';

/** Functions that answer the methods of one area or more. */
export type Handlers<M extends Method = Method> = {
  [K in M]: (input: Input<K>) => Output<K> | Promise<Output<K>>;
};

export type DispatcherOptions = {
  /** Words a failure in the user's language; the words may have to be read first. */
  describe(code: string, params: Record<string, string | number>): string | Promise<string>;
  /** Told of calls slower than `slowMs`, and of failures nobody expected. Never given payloads. */
  log: { slow(method: string, ms: number): void; unexpected(method: string, error: unknown): void };
  slowMs: number;
  now(): number;
};

/** Larger inputs are refused before they are parsed. */
const MAX_INPUT_CHARS = 10_000_000;

type Answering = (input: unknown) => unknown;

export type Dispatcher = {
  register(handlers: Partial<Handlers>): void;
  /** Areas to be loaded when one of their methods is first called, or before by `loadRest`. */
  registerLater(load: () => Promise<readonly Partial<Handlers>[]>): void;
  /** Loads what was registered for later, and seals. */
  loadRest(): Promise<void>;
  /** Fails where a method of the contract has no handler. */
  seal(): void;
  /** Answers one call; never throws. The answer is the JSON text of a Result. */
  call(sender: SenderFrame | null, method: unknown, inputJson: unknown): Promise<string>;
};

function hasMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

/** The one way from the page into the main process: sender, input, handler, output, Result. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const handlers = new Map<Method, Answering>();
  let loadLater: (() => Promise<readonly Partial<Handlers>[]>) | null = null;
  let rest: Promise<void> | null = null;

  function register(area: Partial<Handlers>): void {
    for (const [name, handler] of Object.entries(area)) {
      if (!hasMethod(name)) throw new Error(`No such method in the contract: ${name}`);
      if (handlers.has(name)) throw new Error(`Method has two handlers: ${name}`);
      handlers.set(name, handler as Answering);
    }
  }

  function seal(): void {
    const missing = Object.keys(contract).filter((name) => hasMethod(name) && !handlers.has(name));
    if (missing.length > 0) throw new Error(`Methods without a handler: ${missing.join(', ')}`);
  }

  function loadRest(): Promise<void> {
    if (loadLater === null) return Promise.resolve();
    rest ??= loadLater().then((areas) => {
      for (const area of areas) register(area);
      seal();
    });
    return rest;
  }

  async function failure(error: unknown, method: string): Promise<Failure> {
    if (error instanceof AppError) {
      return {
        code: error.code,
        message: await options.describe(error.code, error.params),
        params: error.params,
        ...(error.place === undefined ? {} : { place: error.place }),
      };
    }
    options.log.unexpected(method, error);
    return { code: 'unexpected', message: await options.describe('unexpected', {}) };
  }

  function parseInput(channel: Channel, inputJson: unknown): unknown {
    if (typeof inputJson !== 'string' || inputJson.length > MAX_INPUT_CHARS)
      throw new AppError('input-malformed');
    let raw: unknown;
    try {
      raw = JSON.parse(inputJson);
    } catch {
      throw new AppError('input-malformed');
    }
    const parsed = channel.input.safeParse(raw);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const field = issue?.path.map(String).join('.') ?? '';
    throw new AppError('input-invalid', { field }, { field });
  }

  async function answer(
    sender: SenderFrame | null,
    method: unknown,
    inputJson: unknown,
  ): Promise<unknown> {
    if (!isTrustedSender(sender)) throw new AppError('sender-not-trusted');
    if (!hasMethod(method)) throw new AppError('method-unknown');
    if (!handlers.has(method)) await loadRest();
    const handler = handlers.get(method);
    if (handler === undefined) throw new AppError('method-unknown');
    const channel: Channel = contract[method];
    const output = await handler(parseInput(channel, inputJson));
    return channel.output.parse(output);
  }

  return {
    register,
    seal,
    loadRest,
    registerLater(load) {
      loadLater = load;
    },
    async call(sender, method, inputJson) {
      const startedAt = options.now();
      const name = typeof method === 'string' ? method.slice(0, 64) : typeof method;
      let result: Result<unknown>;
      try {
        result = { ok: true, value: await answer(sender, method, inputJson) };
      } catch (error) {
        result = { ok: false, error: await failure(error, name) };
      }
      const ms = options.now() - startedAt;
      if (ms > options.slowMs) options.log.slow(name, ms);
      return JSON.stringify(result);
    },
  };
}
