import { writeFileSync } from 'node:fs';
import { app } from 'electron';

const RUNS = 9;
const BARS = 1000;
const MOVES = 40;

/** Inside the page: the timeline of data that is already there, and plain rows, by turns. */
const inPage = `(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(null);
  }));
  const until = async (ready) => { while (!ready()) await frame(); await frame(); };
  const there = () => document.querySelectorAll('[role="treegrid"] [role="row"]').length > 20;
  const away = async () => { location.hash = '#/help'; await until(() => !document.querySelector('[role="treegrid"]')); };
  const show = async () => { location.hash = '#/tasks/timeline'; await until(there); };
  await show();
  await away();

  const rows = Array.from({ length: ${BARS} }, (_, i) =>
    '<div style="position:relative;height:24px;border-bottom:1px solid"><span>Задача ' + i +
    '</span><span style="position:absolute;top:5px;height:12px;border:1px solid;left:' + (400 + ((i * 37) % 260) * 4) +
    'px;width:' + (30 + (i % 12) * 4) + 'px"></span></div>').join('');
  const sheet = document.createElement('div');
  sheet.style.cssText = 'position:fixed;inset:0;z-index:99;overflow:auto;background:Canvas';
  const plain = async () => { sheet.innerHTML = rows; document.body.append(sheet); await frame(); await frame(); };

  const times = { ours: [], floor: [], held: [], moved: [] };
  for (let run = 0; run < ${RUNS}; run += 1) {
    let from = performance.now();
    await plain();
    times.floor.push(performance.now() - from);
    sheet.remove();
    from = performance.now();
    await show();
    times.ours.push(performance.now() - from);
    await away();
  }

  await show();
  const bar = [...document.querySelectorAll('[data-task]')][4];
  const box = bar.getBoundingClientRect();
  const pointer = (target, type, x) => target.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, button: 0, buttons: 1, clientX: x, clientY: box.top + 5,
  }));
  pointer(bar, 'pointerdown', box.left + box.width / 2);
  for (let move = 1; move <= ${MOVES}; move += 1) {
    const from = performance.now();
    pointer(window, 'pointermove', box.left + box.width / 2 + (move % 2) * 31);
    await frame();
    times.held.push(performance.now() - from);
  }
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await plain();
  const moved = sheet.children[4].lastElementChild;
  const left = parseFloat(moved.style.left);
  for (let move = 1; move <= ${MOVES}; move += 1) {
    const from = performance.now();
    moved.style.left = left + (move % 2) * 31 + 'px';
    await frame();
    times.moved.push(performance.now() - from);
  }
  sheet.remove();
  return times;
})()`;

/** The timeline with a thousand bars against as many plain rows: first paint, and a frame while a bar is held. */
export async function measureTimeline(window, out) {
  writeFileSync(out, JSON.stringify(await window.webContents.executeJavaScript(inPage)));
  app.exit(0);
}
