import { writeFileSync } from 'node:fs';
import { app } from 'electron';

const RUNS = 9;
const PASTE = { rows: 500, columns: 20 };

/**
 * Inside the page: the sheet of a plan that was read before, against a plain table of all its cells and of those
 * in sight; then a paste over the last columns, the weeks, until the total has been read back and painted.
 */
const inPage = (plan) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = async () => { await frame(); await frame(); };
  const until = async (found) => { while (!found()) await frame(); };
  const grid = () => document.querySelector('main [role="grid"]');
  const cells = () => grid()?.querySelectorAll('[role="gridcell"]').length ?? 0;
  const go = (path) => { location.hash = '#' + path; };
  const show = async () => { go('/media-plans/${plan}'); await until(() => cells() > 50); await painted(); };
  const away = async () => { go('/help'); await until(() => grid() === null); await frame(); };
  await show();
  await new Promise((resolve) => setTimeout(resolve, 1500));

  const texts = [...grid().querySelectorAll('[role="gridcell"]')].map((cell) => cell.textContent);
  const count = { rows: Number(grid().getAttribute('aria-rowcount')), columns: Number(grid().getAttribute('aria-colcount')) };
  const seen = grid().querySelectorAll('[role="row"]').length;
  const tableOf = (rows, columns) => '<table style="border-collapse:collapse">' + Array.from({ length: rows }, (_, row) =>
    '<tr>' + Array.from({ length: columns }, (_, column) =>
      '<td style="border:1px solid;min-width:80px;height:24px">' + texts[(row * columns + column) % texts.length] + '</td>').join('') + '</tr>').join('') + '</table>';
  const host = document.createElement('div');
  host.style.cssText = 'position:fixed;inset:0;z-index:99;overflow:auto;background:Canvas';
  const plain = async (html) => {
    const from = performance.now();
    host.innerHTML = html;
    document.body.append(host);
    await painted();
    const took = performance.now() - from;
    host.innerHTML = '';
    host.remove();
    await painted();
    return took;
  };
  const whole = tableOf(count.rows, count.columns);
  const sight = tableOf(seen, Math.ceil(texts.length / seen));

  const times = { ours: [], floor: [], sight: [], paste: [] };
  for (let run = -2; run < ${RUNS}; run += 1) {
    await away();
    // A hundred thousand cells take seconds: three turns are enough to see how far away they are.
    if (run < 3) times.floor.push(await plain(whole));
    const some = await plain(sight);
    const from = performance.now();
    await show();
    const full = performance.now() - from;
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (run < 0) continue;
    times.sight.push(some);
    times.ours.push(full);
  }

  const press = (key, more = {}) => grid().dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...more }));
  const total = () => document.querySelector('[role="radio"] b').textContent;
  grid().focus();
  press('Home', { ctrlKey: true });
  await painted();
  press('ArrowDown');
  press('End');
  await painted();
  for (let step = 1; step < ${PASTE.columns}; step += 1) { press('ArrowLeft'); await frame(); }
  await painted();
  for (let run = -1; run < ${RUNS}; run += 1) {
    const text = Array.from({ length: ${PASTE.rows} }, (_, row) =>
      Array.from({ length: ${PASTE.columns} }, (_, column) => String(100 + ((row * 7 + column * 3 + run * 11) % 900)) + ',50').join('\\t')).join('\\r\\n');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const before = total();
    const from = performance.now();
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await until(() => total() !== before);
    await painted();
    if (run >= 0) times.paste.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return { ...times, count, seen, cells: texts.length };
})()`;

/** Time to paint the sheet of a large plan, and to take a large paste. */
export async function measureGrid(window, out, plan) {
  window.setContentSize(1440, 900);
  writeFileSync(out, JSON.stringify(await window.webContents.executeJavaScript(inPage(plan))));
  app.exit(0);
}
