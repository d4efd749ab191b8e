import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchArgs, readRuntime, runtimeEnv } from '../../build/runtime.ts';
import { type Ratio, RUNS, ratioOf } from './measure.ts';

const folder = join(import.meta.dirname, 'window');
const TODAY = '2026-11-23';
/** A manager's saved view: the data sets have 20 clients a manager at every scale. */
const ROUTE = '?m=person-00000000#/portfolio';

type Started = { firstMs: number; cpuMs: number; pssKb: number };

/** A process and everything it started: id and the fields of its `stat` after the name. */
function familyOf(root: number): { pid: number; stat: string[] }[] {
  const all = new Map<number, string[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      all.set(Number(name), stat.slice(stat.lastIndexOf(')') + 2).split(' '));
    } catch {
      // The process ended while we looked.
    }
  }
  const belongs = (pid: number): boolean =>
    pid === root || (pid !== 1 && all.has(pid) && belongs(Number(all.get(pid)?.[1] ?? 1)));
  return [...all].filter(([pid]) => belongs(pid)).map(([pid, stat]) => ({ pid, stat }));
}

/** Proportional set size of a process and everything it started, KiB. */
function pssOf(root: number): number {
  return familyOf(root).reduce((total, { pid }) => {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      return total + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    } catch {
      return total;
    }
  }, 0);
}

/** Processor time of a process and everything it started, ms; the kernel counts in hundredths of a second. */
function cpuOf(root: number): number {
  return familyOf(root).reduce(
    (total, { stat }) => total + 10 * (Number(stat[11]) + Number(stat[12])),
    0,
  );
}

/** An application folder that Electron starts by its main file. */
function appFolder(work: string, main: string): string {
  const path = join(work, main.replace('.mjs', ''));
  mkdirSync(path, { recursive: true });
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ name: 'bench', version: '1.0.0', type: 'module', main: 'main.mjs' }),
  );
  writeFileSync(
    join(path, 'main.mjs'),
    `await import(${JSON.stringify(`file://${join(folder, main)}`)});\n`,
  );
  return path;
}

async function run(
  work: string,
  main: string,
  args: readonly string[],
  profile: string,
): Promise<{ spawnedAt: number; pid: number; done: Promise<void>; out: string }> {
  const runtime = await readRuntime();
  if (runtime === null) throw new Error('no runtime yet');
  const out = join(work, `report-${Math.random().toString(36).slice(2)}.json`);
  const spawnedAt = Date.now();
  const child = spawn(
    runtime.electronPath,
    [
      ...launchArgs(runtime, appFolder(work, main)),
      `--user-data-dir=${profile}`,
      `--report=${out}`,
      ...args,
    ],
    { env: runtimeEnv(runtime), stdio: 'ignore' },
  );
  const done = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  return { spawnedAt, pid: child.pid ?? 0, done, out };
}

async function start(work: string, main: string, args: readonly string[]): Promise<Started> {
  // One profile a side: what is measured is the start of a day, not the first one of all.
  const profile = join(work, `profile-${main}`);
  const { spawnedAt, pid, done, out } = await run(work, main, [...args, '--stay=1200'], profile);
  let paintedAt: number | null = null;
  while (paintedAt === null) {
    await wait(20);
    try {
      paintedAt = Number(JSON.parse(readFileSync(out, 'utf8')).paintedAt);
    } catch {
      if (Date.now() - spawnedAt > 60_000) throw new Error(`${main} did not paint`);
    }
  }
  const cpuMs = cpuOf(pid);
  await wait(700);
  const pssKb = pssOf(pid);
  await done;
  return { firstMs: paintedAt - spawnedAt, cpuMs, pssKb };
}

/** Cold start to a usable portfolio and memory, against a bare window of the same Electron. */
export async function startBench(workspace: string, scale: string): Promise<Ratio[]> {
  const work = mkdtempSync(join(tmpdir(), 'agency-bench-'));
  const appArgs = [`--workspace=${workspace}`, `--today=${TODAY}`, '--lang=ru', `--route=${ROUTE}`];
  const times = { ours: [] as number[], floor: [] as number[] };
  const cpu = { ours: [] as number[], floor: [] as number[] };
  const memory = { ours: [] as number[], floor: [] as number[] };
  try {
    // The first two fill the profiles and the code caches.
    for (let index = -1; index <= RUNS; index += 1) {
      const floor = await start(work, 'bare-main.mjs', []);
      const ours = await start(work, 'app-main.mjs', appArgs);
      if (index <= 0) continue;
      times.floor.push(floor.firstMs);
      times.ours.push(ours.firstMs);
      cpu.floor.push(floor.cpuMs);
      cpu.ours.push(ours.cpuMs);
      memory.floor.push(floor.pssKb / 1024);
      memory.ours.push(ours.pssKb / 1024);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return [
    ratioOf('start to usable portfolio ÷ bare window', scale, times, 'ms', 1.15),
    ratioOf('processor time until then ÷ bare window', scale, cpu, 'ms', 1.25),
    ratioOf('memory with the portfolio open (PSS) ÷ bare window', scale, memory, 'MB', 1.15),
  ];
}

type Times = { ours: number[]; floor: number[] };

async function measured<T extends Times>(
  workspace: string,
  measure: string,
  more: readonly string[] = [],
): Promise<T> {
  const work = mkdtempSync(join(tmpdir(), 'agency-bench-'));
  try {
    const { done, out } = await run(
      work,
      'app-main.mjs',
      [
        `--workspace=${workspace}`,
        `--today=${TODAY}`,
        '--lang=ru',
        `--measure=${measure}`,
        ...more,
      ],
      mkdtempSync(join(work, 'profile-')),
    );
    await done;
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** One call through the bridge against a bare round trip of the same payload. */
export async function bridgeBench(workspace: string): Promise<Ratio> {
  return ratioOf(
    'a call through bridge, parse, Result ÷ a bare ipc round trip',
    '1×',
    await measured(workspace, 'bridge'),
    'ms',
    1.5,
  );
}

/** Paragraphs that make about so many pages of a brief, and what its PDF may cost beside bare printing. */
const PDF_SIZES = [
  { paragraphs: 3, target: 1.5 },
  { paragraphs: 95, target: null },
  { paragraphs: 520, target: 1.15 },
];

/** Briefs' PDFs of about one, ten and fifty pages against bare printing of as many pages. */
export async function pdfBench(workspace: string): Promise<Ratio[]> {
  const ratios: Ratio[] = [];
  for (const { paragraphs, target } of PDF_SIZES) {
    const times = await measured<Times & { pages: number }>(workspace, 'pdf', [
      `--paragraphs=${paragraphs}`,
    ]);
    const name = 'brief PDF ÷ bare printToPDF of as many pages';
    ratios.push(ratioOf(name, `${times.pages} pages`, times, 'ms', target));
  }
  return ratios;
}

/** A board of so many cards against the same cards as one innerHTML; a card carried against an idle frame. */
export async function boardBench(workspace: string, cards: number): Promise<Ratio[]> {
  const times = await measured<Times & { step: number[]; idle: number[] }>(workspace, 'board', [
    `--cards=${cards}`,
  ]);
  const scale = `${cards} cards`;
  return [
    ratioOf(
      'board drawn ÷ the same cards by innerHTML',
      scale,
      times,
      'ms',
      cards > 300 ? 0.1 : 0.7,
    ),
    ratioOf(
      'a card carried one column further ÷ an idle frame',
      scale,
      { ours: times.step, floor: times.idle },
      'ms',
      null,
    ),
  ];
}

/** What a paste of 500 × 20 cells may take until it is written, read back and painted, ms. */
const PASTE_MS = 500;

/** The sheet of a large plan against plain tables of all its cells and of those in sight; and a large paste. */
export async function gridBench(workspace: string, plan: string, scale: string): Promise<Ratio[]> {
  const times = await measured<Times & { sight: number[]; paste: number[] }>(workspace, 'grid', [
    `--plan=${plan}`,
  ]);
  const { ours, floor, sight, paste } = times;
  return [
    ratioOf('plan sheet drawn ÷ its cells as a plain table', scale, { ours, floor }, 'ms', null),
    ratioOf(
      'plan sheet drawn ÷ only the cells in sight as a plain table',
      scale,
      { ours, floor: sight },
      'ms',
      1.5,
    ),
    ratioOf(
      `a paste of 500 × 20, written, read back and painted ÷ ${PASTE_MS} ms`,
      scale,
      { ours: paste, floor: [PASTE_MS] },
      'ms',
      1,
    ),
  ];
}

/** The timeline of a thousand bars against as many plain rows; a frame while a bar is held against a plain row moved. */
export async function timelineBench(workspace: string): Promise<Ratio[]> {
  const times = await measured<Times & { held: number[]; moved: number[] }>(workspace, 'timeline');
  return [
    ratioOf('timeline drawn ÷ as many plain rows by innerHTML', '1000 bars', times, 'ms', null),
    ratioOf(
      'a frame while a bar is dragged ÷ a plain row moved',
      '1000 bars',
      { ours: times.held, floor: times.moved },
      'ms',
      null,
    ),
  ];
}

/** One frame of a screen that shows sixty a second, ms. */
const FRAME_MS = 16.7;

/** A key in a long brief against the same text in a bare editable element; and its slowest keys against a frame. */
export async function typingBench(workspace: string, scale: string): Promise<Ratio[]> {
  const { ours, floor } = await measured(workspace, 'typing');
  return [
    ratioOf('a key in a brief ÷ the same text bare, editable', scale, { ours, floor }, 'ms', null),
    ratioOf(
      `a key in a brief ÷ one frame of ${FRAME_MS} ms`,
      scale,
      { ours, floor: [FRAME_MS] },
      'ms',
      1,
    ),
    ratioOf(
      `the slowest 5 % of keys, saving among them ÷ one frame of ${FRAME_MS} ms`,
      scale,
      { ours: slowest(ours), floor: [FRAME_MS] },
      'ms',
      1,
    ),
  ];
}

function slowest(times: readonly number[]): number[] {
  return times.toSorted((a, b) => b - a).slice(0, Math.ceil(times.length / 20));
}
