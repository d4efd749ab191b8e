import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SetupError } from './log.ts';

/** True when windows would be seen by somebody. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

export type VirtualDisplay = { name: string; stop: () => void };

/** Starts Xvfb on a free number of its own choosing; the caller stops it. */
export function startVirtualDisplay(): Promise<VirtualDisplay> {
  return new Promise((resolve, reject) => {
    const server: ChildProcess = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-dpi', '96'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const stop = (): void => {
      server.kill('SIGTERM');
    };
    const timer = setTimeout(() => {
      stop();
      reject(new SetupError('the virtual display did not start within 20 s'));
    }, 20_000);
    server.on('error', (error) => {
      clearTimeout(timer);
      reject(new SetupError(`cannot start a virtual display: ${error.message}`));
    });
    server.on('exit', (code) => {
      clearTimeout(timer);
      reject(new SetupError(`the virtual display ended at once (status ${code})`));
    });
    const answer = server.stdio[3] as Readable;
    let text = '';
    answer.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      server.unref();
      process.once('exit', stop);
      resolve({ name: `:${text.trim()}`, stop });
    });
  });
}
