/** A set-up step that cannot go on; `exitStatus` is what the whole command ends with. */
export class SetupError extends Error {
  readonly exitStatus: number;
  constructor(message: string, exitStatus = 2) {
    super(message);
    this.name = 'SetupError';
    this.exitStatus = exitStatus;
  }
}

/** Progress goes to standard error: standard output belongs to the command that is being prepared. */
export function say(message: string): void {
  process.stderr.write(`set-up: ${message}\n`);
}

/** Says what is going on and, while it takes long, for how many seconds already. */
export async function withProgress<T>(message: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  say(`${message} …`);
  const onTerminal = process.stderr.isTTY;
  const timer = setInterval(
    () => {
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      if (onTerminal) process.stderr.write(`\rset-up: ${message} … ${seconds} s `);
      else say(`${message} … ${seconds} s`);
    },
    onTerminal ? 1000 : 20_000,
  );
  try {
    const result = await work();
    const seconds = (Date.now() - startedAt) / 1000;
    if (onTerminal && seconds > 1) process.stderr.write('\r');
    if (seconds > 1) say(`${message}: done in ${seconds.toFixed(0)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
