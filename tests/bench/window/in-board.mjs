import { writeFileSync } from 'node:fs';
import { app } from 'electron';

const RUNS = 9;

/**
 * Inside the page: the board is drawn anew from data that is already there, against the same cards as one
 * `innerHTML`; then a card is carried one column further by the keys, against a frame in which nothing happens.
 */
const inPage = (count) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const painted = async () => { await frame(); await frame(); };
  const until = async (found) => { while (!found()) await frame(); };
  const go = (path) => { location.hash = '#' + path; };
  const cards = () => document.querySelectorAll('main [data-task]');
  const board = () => document.querySelector('main [data-large]');
  go('/tasks/board');
  await until(() => cards().length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1500));

  // The floor: every card of the data set, in as many columns, with the product's own style sheet and markup.
  const lists = [...board().querySelectorAll('[role="listbox"]')];
  const column = lists[0].parentElement;
  const each = Math.ceil(${count} / lists.length);
  const some = [...cards()].map((card) => card.outerHTML);
  const html = '<div class="' + board().className + '">' + lists.map((_, at) =>
    '<section class="' + column.className + '"><div class="' + lists[0].className + '">' +
    Array.from({ length: Math.min(each, ${count} - at * each) }, (_, index) => some[(at * each + index) % some.length]).join('') +
    '</div></section>').join('') + '</div>';
  document.styleSheets[0].insertRule('.floor [data-task] { content-visibility: visible !important; }');
  const host = document.createElement('div');
  host.className = 'floor';
  host.style.cssText = 'position:fixed;inset:0;display:flex;z-index:99;background:white';

  const times = { ours: [], floor: [], step: [], idle: [] };
  const ours = async () => {
    go('/tasks/regulations');
    await until(() => cards().length === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const from = performance.now();
    go('/tasks/board');
    await until(() => cards().length > 0);
    await painted();
    return performance.now() - from;
  };
  const floor = async () => {
    document.body.append(host);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const from = performance.now();
    host.innerHTML = html;
    await until(() => host.firstChild !== null);
    await painted();
    const took = performance.now() - from;
    host.innerHTML = '';
    host.remove();
    await painted();
    return took;
  };
  for (let run = -2; run < ${RUNS}; run += 1) {
    const bare = await floor();
    const full = await ours();
    if (run < 0) continue;
    times.floor.push(bare);
    times.ours.push(full);
  }
  const list = board().querySelector('[role="listbox"]');
  list.focus();
  const press = (code) => list.dispatchEvent(new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true }));
  press('Space');
  await painted();
  for (let run = 0; run < ${RUNS}; run += 1) {
    let from = performance.now();
    await painted();
    times.idle.push(performance.now() - from);
    from = performance.now();
    press(run % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await painted();
    times.step.push(performance.now() - from);
  }
  press('Escape');
  return { ...times, drawn: cards().length };
})()`;

/** Time to paint a board of so many cards, and a frame of carrying one. */
export async function measureBoard(window, out, count) {
  window.setContentSize(1440, 900);
  writeFileSync(out, JSON.stringify(await window.webContents.executeJavaScript(inPage(count))));
  app.exit(0);
}
