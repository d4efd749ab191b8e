import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runnerImport } from 'vite';
import { launchArgs, readRuntime, runtimeEnv } from '../../build/runtime.ts';
import { type PdfFacts, readPdf } from '../helpers/pdf-text.ts';

type Templates = typeof import('../helpers/print-samples.ts');

const PT = ['PTSans-Bold', 'PTSans-Regular', 'PTSerif-Bold', 'PTSerif-Italic', 'PTSerif-Regular'];

let folder = '';
let templates: Templates;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brief-pdf-'));
  // The templates read their words from JSON, which Vite can import and the test runner cannot.
  const file = join(import.meta.dirname, '../helpers/print-samples.ts');
  templates = (await runnerImport<Templates>(file, { configFile: false, logLevel: 'error' }))
    .module;
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

type Sheet = {
  title: string;
  language: string;
  bodyHtml: string;
  footerLeft: string;
  head?: string;
  about?: { author: string; subject: string; keywords: string[] };
};

/** Prints as the console does: the application itself, with a job instead of a window. */
async function print(sheet: Sheet, landscape = false): Promise<{ pdf: PdfFacts; bytes: Buffer }> {
  const runtime = await readRuntime();
  if (runtime === null) throw new Error('no runtime yet: run "node build/run.mjs setup" first');
  const out = join(folder, 'out.pdf');
  const job = join(folder, 'job.json');
  await rm(out, { force: true });
  await writeFile(job, JSON.stringify({ kind: 'pdf', ...sheet, landscape, out }));
  const args = [
    ...launchArgs(runtime),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--console-job=${job}`,
  ];
  const child = spawn(runtime.electronPath, args, {
    env: runtimeEnv(runtime),
    stdio: 'ignore',
    timeout: 50_000,
  });
  await once(child, 'close');
  const answer: unknown = JSON.parse(await readFile(`${job}.answer`, 'utf8'));
  expect(answer).toEqual({ ok: true, files: [out] });
  const bytes = await readFile(out);
  return { pdf: readPdf(bytes), bytes };
}

test('a Russian brief is tagged, numbered, in embedded faces, and copies out intact', async () => {
  const { pdf } = await print(templates.russianSheet());
  expect(pdf.language).toBe('ru');
  expect(pdf.title).toBe('Запуск продаж второй очереди');
  expect(pdf).toMatchObject({ isTagged: true, hasOutline: true, embedded: true, hasType3: false });
  expect(pdf.fonts).toEqual(PT);
  expect(pdf.pages).toBe(3);
  for (let page = 1; page <= pdf.pages; page += 1) {
    expect(pdf.text).toContain(`бриф№27,версия4${page}из${pdf.pages}`);
  }
  // The head of the table stands on each page it runs over.
  expect(pdf.text.split('КаналНетто,₽')).toHaveLength(3);
  expect(pdf.text).toContain('2980941,66₽');
  expect(pdf.text).toContain('Задекабрьполучить310целевыхобращений');
  expect(pdf.text).toContain('Дворбезмашинишколаужепостроены.');
  // Margin words are copied before their section, not after the page.
  expect(pdf.text).toContain('2КомуАудиторияСемьи28–45лет');
});

test('a Latvian brief copies out with every letter', async () => {
  const { pdf } = await print(templates.latvianSheet());
  expect(pdf.language).toBe('lv');
  expect(pdf).toMatchObject({ isTagged: true, embedded: true, hasType3: false });
  for (const face of pdf.fonts) expect(PT).toContain(face);
  expect(pdf.text).toContain('glāžšķūņurūķīšiēdčiekurus');
  expect(pdf.text).toContain('Ģeometriskiprecīzizāģmateriāli,šķirne,žāvēšana,ķīļi.');
  expect(pdf.text).toContain('Aģentūra„Most”');
  expect(pdf.text).toMatch(/4\.versija1\.lpp\.no\d/);
});

for (const [language, seed] of [
  ['ru', 1],
  ['lv', 2],
] as const) {
  test(`a long brief parts no heading, row or head from what it belongs to (${language})`, async () => {
    const { pdf, bytes } = await print(templates.longSheet(language, seed));
    expect(pdf.pages).toBeGreaterThanOrEqual(12);
    expect(pdf).toMatchObject({
      isTagged: true,
      hasOutline: true,
      embedded: true,
      hasType3: false,
    });
    const file = bytes.toString('latin1');
    expect(file.match(/\/Author <FEFF/g)).toHaveLength(1);
    expect(file.match(/%%EOF/g)).toHaveLength(2);
    // A link of the contents for each section.
    expect(file.match(/\/Subtype \/Link/g)?.length).toBe(16);
    let headings = 0;
    for (const [page, text] of pdf.pageTexts.entries()) {
      const said = `page ${page + 1}`;
      for (const [, heading] of text.matchAll(/\[s(\d+)\]/g)) {
        // The contents name the sections too.
        if (page === 1 && !text.includes(`[b${heading}]`)) continue;
        headings += 1;
        expect(text, said).toContain(`[b${heading}]`);
      }
      for (const [, table, row] of text.matchAll(/\[t(\d+)r(\d+)a\]/g)) {
        expect(text, said).toContain(`[t${table}r${row}z]`);
        expect(text, said).toContain(`[t${table}h]`);
      }
      expect(text, said).toContain('Бриф');
    }
    expect(headings).toBeGreaterThan(30);
    // No table's head stands without a row below it.
    for (const text of pdf.pageTexts) {
      for (const [, table] of text.matchAll(/\[t(\d+)h\]/g)) expect(text).toContain(`[t${table}r`);
    }
  });
}

test('a report lies on its side, repeats its head and cuts no number', async () => {
  const { pdf, bytes } = await print(templates.reportSheet(), true);
  expect(pdf.pages).toBeGreaterThan(1);
  expect(bytes.toString('latin1')).toMatch(/\/MediaBox \[0 0 84\d(\.\d+)? 59\d/);
  expect(pdf.text.split('КлиентПризнано,₽')).toHaveLength(pdf.pages + 1);
  expect(pdf.text.split('−1234567,89')).toHaveLength(60 * 9 + 1);
});

test.describe('a page that tries to reach out', () => {
  let server: Server;
  const asked: string[] = [];
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  test.afterAll(() => server.close());

  test('loads no file, asks no server, runs no script', async () => {
    const secret = join(folder, 'secret.txt');
    await writeFile(secret, 'SECRETCANARY');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const outside = `http://127.0.0.1:${port}`;
    const bodyHtml = `<p>before</p>
      <iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>
      <embed src="file://${secret}"><iframe srcdoc="<object data='file://${secret}'></object>"></iframe>
      <img src="${outside}/img"><link rel="stylesheet" href="${outside}/css">
      <style>@import "${outside}/import"; p { background: url(${outside}/url) }</style>
      <p style="background:url(${outside}/style)">middle</p>
      <meta http-equiv="refresh" content="0;url=${outside}/refresh">
      <script>document.body.append('SCRIPTCANARY'); fetch('${outside}/fetch')</script>
      <img src="x" onerror="document.body.append('SCRIPTCANARY')">
      <form action="${outside}/form"><button autofocus>go</button></form><p>after</p>`;
    const { pdf } = await print({
      title: 'x',
      language: 'en',
      bodyHtml,
      footerLeft: '<script>1</script>',
    });
    expect(pdf.text).toContain('before');
    expect(pdf.text).toContain('after');
    expect(pdf.text).not.toContain('CANARY');
    expect(pdf.text).toContain('<script>1</script>');
    expect(asked).toEqual([]);
  });
});
