import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../electron/ipc/dispatcher';
import { AppError } from '../../shared/contract/app-error';
import { contract } from '../../shared/contract/contract';

const PAGE = { url: 'app://console/index.html#/portfolio', isTopFrame: true };

function dispatcher(): {
  dispatch: Dispatcher;
  slow: ReturnType<typeof vi.fn>;
  unexpected: ReturnType<typeof vi.fn>;
  tick: { ms: number };
} {
  const slow = vi.fn();
  const unexpected = vi.fn();
  const tick = { ms: 0 };
  const dispatch = createDispatcher({
    describe: (code) => `sentence for ${code}`,
    log: { slow, unexpected },
    slowMs: 40,
    now: () => tick.ms,
  });
  return { dispatch, slow, unexpected, tick };
}

const PREFERENCES = { language: 'ru', theme: 'light', density: 'compact' } as const;

async function ask(
  dispatch: Dispatcher,
  method: unknown,
  input: unknown,
  sender = PAGE,
): Promise<unknown> {
  return JSON.parse(await dispatch.call(sender, method, input));
}

describe('registering', () => {
  it('fails at the start where a method has two handlers', () => {
    const { dispatch } = dispatcher();
    dispatch.register({ 'preferences/show': () => PREFERENCES });
    expect(() => dispatch.register({ 'preferences/show': () => PREFERENCES })).toThrow(
      'two handlers',
    );
  });

  it('fails at the start where a method of the contract has none', () => {
    const { dispatch } = dispatcher();
    dispatch.register({ 'preferences/show': () => PREFERENCES });
    expect(() => dispatch.seal()).toThrow('portfolio/show');
  });
});

describe('what is registered for later', () => {
  it('is loaded once, by the first call that needs it, and not by one that does not', async () => {
    const { dispatch, unexpected } = dispatcher();
    const everything = Object.fromEntries(
      Object.keys(contract).map((name) => [name, () => PREFERENCES]),
    );
    const { 'preferences/show': first, ...rest } = everything;
    const load = vi.fn(() => Promise.resolve([rest]));
    dispatch.register({ 'preferences/show': () => PREFERENCES });
    dispatch.registerLater(load);
    expect(first).toBeDefined();
    await ask(dispatch, 'preferences/show', '{}');
    expect(load).not.toHaveBeenCalled();
    const answers = await Promise.all([
      ask(dispatch, 'preferences/choose', '{"theme":"dark"}'),
      ask(dispatch, 'preferences/choose', '{"theme":"light"}'),
    ]);
    expect(answers).toEqual([
      { ok: true, value: PREFERENCES },
      { ok: true, value: PREFERENCES },
    ]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(unexpected).not.toHaveBeenCalled();
  });

  it('has to complete the contract', async () => {
    const { dispatch } = dispatcher();
    dispatch.registerLater(() => Promise.resolve([{ 'preferences/show': () => PREFERENCES }]));
    await expect(dispatch.loadRest()).rejects.toThrow('portfolio/show');
  });
});

describe('one call', () => {
  it('answers a Result with the parsed output', async () => {
    const { dispatch } = dispatcher();
    dispatch.register({ 'preferences/show': () => PREFERENCES });
    expect(await ask(dispatch, 'preferences/show', '{}')).toEqual({ ok: true, value: PREFERENCES });
  });

  it('refuses input that the contract does not allow and names the field', async () => {
    const { dispatch } = dispatcher();
    const choose = vi.fn();
    dispatch.register({ 'preferences/choose': choose });
    const answer = await ask(dispatch, 'preferences/choose', JSON.stringify({ theme: 'pink' }));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'input-invalid', place: { field: 'theme' } },
    });
    expect(choose).not.toHaveBeenCalled();
  });

  it('refuses what is not JSON text, whatever it is', async () => {
    const { dispatch } = dispatcher();
    const show = vi.fn(() => PREFERENCES);
    dispatch.register({ 'preferences/show': show });
    for (const input of [
      '{',
      '',
      undefined,
      null,
      3,
      {},
      new ArrayBuffer(8),
      'x'.repeat(10_000_001),
    ]) {
      expect(await ask(dispatch, 'preferences/show', input)).toMatchObject({
        ok: false,
        error: { code: 'input-malformed' },
      });
    }
    expect(show).not.toHaveBeenCalled();
  });

  it('turns an expected failure into its sentence, with its place', async () => {
    const { dispatch, unexpected } = dispatcher();
    dispatch.register({
      'preferences/show': () => {
        throw new AppError('row-not-found', { name: 'x' }, { row: 3 });
      },
    });
    expect(await ask(dispatch, 'preferences/show', '{}')).toEqual({
      ok: false,
      error: {
        code: 'row-not-found',
        message: 'sentence for row-not-found',
        params: { name: 'x' },
        place: { row: 3 },
      },
    });
    expect(unexpected).not.toHaveBeenCalled();
  });

  it('tells nothing of a defect to the page and all of it to the log', async () => {
    const { dispatch, unexpected } = dispatcher();
    dispatch.register({
      'preferences/show': () => {
        throw new Error('secret path /home/anna');
      },
    });
    const answer = await dispatch.call(PAGE, 'preferences/show', '{}');
    expect(answer).not.toContain('anna');
    expect(JSON.parse(answer)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(unexpected).toHaveBeenCalledOnce();
  });

  it('does not let an output past the contract out', async () => {
    const { dispatch } = dispatcher();
    dispatch.register({ 'preferences/show': () => ({ ...PREFERENCES, theme: 'pink' }) as never });
    expect(await ask(dispatch, 'preferences/show', '{}')).toMatchObject({
      ok: false,
      error: { code: 'unexpected' },
    });
  });

  it('logs a slow call by name', async () => {
    const { dispatch, slow, tick } = dispatcher();
    dispatch.register({
      'preferences/show': () => {
        tick.ms += 41;
        return PREFERENCES;
      },
    });
    await ask(dispatch, 'preferences/show', '{}');
    expect(slow).toHaveBeenCalledWith('preferences/show', 41);
  });
});

describe('whatever is sent', () => {
  const anyMethod = fc.oneof(
    fc.constantFrom(...Object.keys(contract)),
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
  );
  const anyInput = fc.oneof(
    fc.json(),
    fc.string(),
    fc.constant('{"__proto__":{"admin":true}}'),
    fc.constant('[NaN]'),
  );

  it('answers a Result, calls no handler with unparsed input and pollutes nothing', async () => {
    const { dispatch } = dispatcher();
    const seen: unknown[] = [];
    for (const [name, { input }] of Object.entries(contract)) {
      const record = (value: unknown) => {
        seen.push(input.safeParse(value).success);
        throw new AppError('row-not-found');
      };
      dispatch.register({ [name]: record });
    }
    dispatch.seal();
    await fc.assert(
      fc.asyncProperty(anyMethod, anyInput, async (method, input) => {
        const answer = JSON.parse(await dispatch.call(PAGE, method, input));
        expect(answer.ok).toBe(false);
        expect(typeof answer.error.message).toBe('string');
        expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
    expect(seen.every((parsed) => parsed === true)).toBe(true);
  });
});
