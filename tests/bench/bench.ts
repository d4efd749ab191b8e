import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { makeLongBrief } from './brief-set.ts';
import type { Ratio } from './measure.ts';
import {
  boardBench,
  bridgeBench,
  gridBench,
  pdfBench,
  startBench,
  timelineBench,
  typingBench,
} from './window-bench.ts';

const root = join(import.meta.dirname, '../..');
/** The words after `--NAME=`, parted by commas. */
function option(name: string, usual: string): string[] {
  const given = process.argv.find((word) => word.startsWith(`--${name}=`));
  return (given?.slice(name.length + 3) ?? usual).split(',').filter(Boolean);
}

/** `--scales=` with nothing after it measures only what does not depend on the size of the books. */
const scales = option('scales', '1,10,100').map(Number);
/** `--only=sheet,typing` measures just these of what does not. */
const parts = new Set(option('only', 'plan,pdf,board,timeline,typing,sheet'));

/** The product's own sources, built for plain Node as they are for the application. */
async function productParts(work: string): Promise<typeof import('./service-bench.ts')> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(import.meta.dirname, 'service-bench.ts'),
      outDir: work,
      emptyOutDir: true,
      minify: false,
    },
  });
  return import(pathToFileURL(join(work, 'service-bench.js')).href);
}

function table(ratios: readonly Ratio[]): string {
  const lines = ratios.map(({ name, scale, ours, floor, unit, ratio, target }) => {
    const mark = target === null ? '' : ratio <= target ? 'met' : 'missed';
    return `| ${name} | ${scale} | ${ours.toFixed(2)} | ${floor.toFixed(2)} | ${unit} | ${ratio.toFixed(2)} | ${target ?? '—'} | ${mark} |`;
  });
  return [
    '| what | scale | ours | floor | unit | ratio | target | |',
    '| --- | --- | ---: | ---: | --- | ---: | ---: | --- |',
    ...lines,
  ].join('\n');
}

async function run(): Promise<void> {
  const work = join(tmpdir(), `agency-bench-${process.pid}`);
  mkdirSync(work, { recursive: true });
  process.env['AGENCY_DATA_DIR'] = join(work, 'data');
  try {
    // Inside node_modules, so that the built parts find the driver.
    const product = await productParts(join(root, 'node_modules/.cache/agency-console/bench'));
    const { makeDataSet, makeSample, makeTasks, planBench, serviceBench } = product;
    const ratios: Ratio[] = [];
    const sample = join(work, 'sample.agency');
    makeSample(sample);
    if (parts.has('plan')) ratios.push(...(await planBench()));
    if (parts.has('pdf')) ratios.push(...(await pdfBench(sample)));
    for (const cards of parts.has('board') ? [300, 6000] : []) {
      const path = join(work, `board-${cards}.agency`);
      makeSample(path);
      makeTasks(path, cards);
      ratios.push(...(await boardBench(path, cards)));
      rmSync(path);
    }
    if (parts.has('timeline')) {
      const plan = join(work, 'timeline.agency');
      makeSample(plan);
      makeTasks(plan, 1000);
      ratios.push(...(await timelineBench(plan)));
      rmSync(plan);
    }
    if (parts.has('typing')) {
      const brief = join(work, 'brief.agency');
      makeSample(brief);
      makeLongBrief(brief, 30);
      ratios.push(...(await typingBench(brief, '30 pages')));
      rmSync(brief);
    }
    if (parts.has('sheet')) {
      const sheet = join(work, 'sheet.agency');
      makeSample(sheet);
      product.makePlan(sheet, 2000);
      ratios.push(...(await gridBench(sheet, product.PLAN_ID, '2,000 lines × 51 weeks')));
      rmSync(sheet);
    }
    for (const scale of scales) {
      const path = join(work, `${scale}.agency`);
      process.stderr.write(`making the data set at ${scale}×\n`);
      makeDataSet(path, scale);
      process.stderr.write(`measuring at ${scale}×\n`);
      ratios.push(...(await serviceBench(path, `${scale}×`)));
      if (scale === 1) ratios.push(await bridgeBench(path));
      ratios.push(...(await startBench(path, `${scale}×`)));
      rmSync(path);
    }
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
    const out = join(root, 'out');
    if (!existsSync(out)) mkdirSync(out);
    writeFileSync(join(out, 'bench.json'), `${JSON.stringify({ machine, ratios }, null, 1)}\n`);
    process.stdout.write(`${machine}\n\n${table(ratios)}\n\nout/bench.json\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await run();
