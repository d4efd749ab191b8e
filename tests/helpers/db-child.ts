// A second process with the product's own database code, for tests of kills, locks and rights.
// Speaks in lines on standard output; what it is to do comes as arguments.
import { mkdirSync } from 'node:fs';
import { openWorkspace } from '../../db/connection';
import { people } from '../../db/schema/people.schema';
import { AppError } from '../../shared/contract/app-error';

const [command = '', path = '', argument = ''] = process.argv.slice(2);

function say(line: string): void {
  // Synchronous: a line that was said has left the process, even if it is killed right after.
  process.stdout.write(`${line}\n`);
}

/** Adds people one commit after another and says each number only after its commit. */
function burst(): void {
  const workspace = openWorkspace(path);
  const start = Number(argument);
  say('open');
  for (let number = start; ; number += 1) {
    workspace.write(
      { actor: 'child', now: number, label: { key: 'history.burst', params: { number } } },
      (tx) => {
        tx.insert(people, {
          id: `p${number}`,
          name: `Person ${number}`,
          code: `c${number}`,
          role: 'x',
        });
        tx.insert(people, {
          id: `q${number}`,
          name: `Person ${number}`,
          code: `d${number}`,
          role: 'x',
        });
      },
    );
    say(String(number));
  }
}

/** Opens, says so and keeps the file until it is told to go. */
function hold(): void {
  const workspace = openWorkspace(path);
  say('open');
  process.stdin.once('data', () => {
    workspace.close();
    say('closed');
    process.exit(0);
  });
}

/** Tries to open once and says what came of it. */
function tryOpen(): void {
  const workspace = openWorkspace(path);
  say('open');
  workspace.close();
}

/** Opens and keeps the file a moment, as one of many that race for it. */
function race(): void {
  const workspace = openWorkspace(path);
  say('open');
  workspace.write({ actor: 'child', now: 1, label: { key: 'history.race', params: {} } }, (tx) => {
    tx.insert(people, { name: `Racer ${process.pid}`, code: String(process.pid), role: 'x' });
  });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  workspace.close();
  say('closed');
}

/** Fills the disk through the workspace until it refuses, then shows that it still works. */
function fillDisk(): void {
  const workspace = openWorkspace(path);
  mkdirSync(argument, { recursive: true });
  let saved = 0;
  try {
    for (;;) {
      workspace.write(
        { actor: 'child', now: saved, label: { key: 'history.fill', params: {} } },
        (tx) => {
          tx.insert(people, {
            id: `f${saved}`,
            name: 'x'.repeat(60_000),
            code: `f${saved}`,
            role: 'x',
          });
        },
      );
      saved += 1;
      say(`saved ${saved}`);
    }
  } catch (error) {
    say(error instanceof AppError ? `refused ${error.code}` : `failed ${String(error)}`);
  }
  const row = workspace.read.get<{ n: number }>('SELECT count(*) AS n FROM people');
  say(`rows ${row?.n}`);
  process.kill(process.pid, 'SIGKILL');
}

const started = performance.now();
try {
  const commands: Record<string, () => void> = { burst, hold, open: tryOpen, race, fill: fillDisk };
  commands[command]?.();
} catch (error) {
  say(error instanceof AppError ? `refused ${error.code}` : `failed ${String(error)}`);
  say(`after ${Math.round(performance.now() - started)}`);
}
