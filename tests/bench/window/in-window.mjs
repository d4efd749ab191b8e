import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const RUNS = 9;
const CALLS = 200;

/** Times the two ways by turns inside the page; milliseconds a call. */
const inPage = `(async () => {
  const times = { ours: [], floor: [] };
  const ours = async () => JSON.parse(await window.agencyConsole.call('preferences/show', '{}'));
  const floor = () => window.bare.call({});
  await ours(); await floor();
  for (let run = 0; run < ${RUNS}; run += 1) {
    for (const [side, call] of [['floor', floor], ['ours', ours]]) {
      const from = performance.now();
      for (let index = 0; index < ${CALLS}; index += 1) await call();
      times[side].push((performance.now() - from) / ${CALLS});
    }
  }
  return times;
})()`;

/** One call through bridge, dispatcher, both parses and Result against a bare invoke of the same payload. */
export async function measureBridge(window, ipcMain, out) {
  const payload = { ok: true, value: { language: 'ru', theme: 'light', density: 'compact' } };
  ipcMain.handle('bare', () => payload);
  writeFileSync(out, JSON.stringify(await window.webContents.executeJavaScript(inPage)));
  app.exit(0);
}

const CALL = `const call = async (method, input) => {
  const answer = JSON.parse(await window.agencyConsole.call(method, JSON.stringify(input)));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};`;

/** Makes a brief with so many paragraphs in the first fields that hold them; answers its id. */
const makeBrief = (paragraphs) => `(async () => {
  ${CALL}
  const { clients } = await call('clients/list', { archived: false });
  const { id } = await call('briefs/add', { clientId: clients[0].id, templateKey: 'seo', title: 'Продвижение в поиске', language: 'ru' });
  const { template } = await call('briefs/show', { id });
  const lines = Array.from({ length: ${paragraphs} }, (_, at) => at + 1 + '. ' + 'Семьи выбирают вторую квартиру вместо первой: тесно, ребёнок идёт в школу. '.repeat(4));
  const fields = template.sections.flatMap((section) => section.fields)
    .filter(({ key, type, internal }) => !internal && key !== 'goal' && key !== 'message' && ['text', 'rich', 'list'].includes(type));
  for (const { key, type } of fields) {
    // What the contract lets into one answer.
    const some = lines.splice(0, type === 'list' ? 200 : 60);
    if (some.length === 0) break;
    const answer = type === 'list' ? { type, items: some }
      : type === 'text' ? { type, text: some.join('\\n') }
      : { type, schemaVersion: 1, doc: { type: 'doc', content: some.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) } };
    await call('briefs/answer', { id, fieldKey: key, answer });
  }
  return id;
})()`;

const exportBrief = (id) => `(async () => {
  ${CALL}
  await call('briefs/export-pdf', { id: ${JSON.stringify(id)}, versionId: null });
})()`;

/** Text of as many pages, set by the browser's own style sheet. */
function pages(count) {
  const line =
    '<p>За декабрь получить 310 целевых обращений и до 15 января довести 24 из них до брони.</p>';
  const page = `<section style="break-after:page"><h1>Бриф</h1>${line.repeat(18)}</section>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><meta charset="utf-8">${page.repeat(count)}`)}`;
}

/** A brief's PDF from the click to the file against bare printing of as many pages in a warm window. */
export async function measurePdf(window, dialog, out, paragraphs) {
  const target = join(tmpdir(), `bench-${process.pid}.pdf`);
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: target });
  const bare = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, javascript: false },
  });
  const id = await window.webContents.executeJavaScript(makeBrief(paragraphs));
  const ours = () => window.webContents.executeJavaScript(exportBrief(id));
  await ours();
  const count = readFileSync(target, 'latin1').match(/\/Type \/Page\b(?!s)/g).length;
  const floor = async () => {
    await bare.loadURL(pages(count));
    await bare.webContents.printToPDF({
      pageSize: 'A4',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  };
  const times = { ours: [], floor: [], pages: count };
  await floor();
  for (let run = 0; run < RUNS; run += 1) {
    for (const [side, work] of [
      ['floor', floor],
      ['ours', ours],
    ]) {
      const from = performance.now();
      await work();
      times[side].push(performance.now() - from);
    }
  }
  writeFileSync(out, JSON.stringify(times));
  app.exit(0);
}
