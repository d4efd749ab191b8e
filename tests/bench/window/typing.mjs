import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';

const KEYS = 120;
/** Quick typing: ten keys a second. The brief saves itself meanwhile. */
const PAUSE_MS = 100;

/**
 * Inside the page: opens the brief and waits for its editor; sets the cursor into the middle of the text. `floor`
 * puts the same elements into a bare editable element over it instead.
 */
const place = (side) => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (found) => { while (!found()) await frame(); };
  const editor = () => document.querySelector('[data-field="story"] [contenteditable="true"]');
  location.hash = '#/briefs/brief-rich';
  await until(() => editor() !== null);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  let target = editor();
  document.querySelector('#floor')?.remove();
  if (${JSON.stringify(side)} === 'floor') {
    const bare = document.createElement('div');
    bare.id = 'floor';
    bare.contentEditable = 'true';
    bare.className = target.className;
    bare.innerHTML = target.innerHTML;
    bare.style.cssText = 'position:fixed;inset:0;z-index:99;overflow:auto;background:Canvas';
    document.body.append(bare);
    target = bare;
  }
  target.focus();
  const lines = [...target.querySelectorAll(':scope > p')];
  const line = lines[Math.floor(lines.length / 2)];
  line.scrollIntoView({ block: 'center' });
  getSelection().collapse(line.firstChild, 40);
  await frame();
  await frame();
})()`;

/**
 * Processor time of the page's thread for one key in a long brief, with what follows it until the next key: layout,
 * paint, saving. Processor time, because what else the machine does is no part of it.
 */
export async function measureTyping(window, out) {
  window.setContentSize(1440, 900);
  window.webContents.focus();
  const run = (code) => window.webContents.executeJavaScript(code);
  const inspector = window.webContents.debugger;
  inspector.attach('1.3');
  await inspector.sendCommand('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await inspector.sendCommand('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const times = { ours: [], floor: [] };
  for (const side of ['ours', 'floor', 'ours', 'floor']) {
    await run(place(side));
    let before = await spent();
    for (let key = 0; key < KEYS; key += 1) {
      const keyCode = key % 6 === 5 ? ' ' : 'a';
      window.webContents.sendInputEvent({ type: 'keyDown', keyCode });
      window.webContents.sendInputEvent({ type: 'char', keyCode });
      window.webContents.sendInputEvent({ type: 'keyUp', keyCode });
      await wait(PAUSE_MS);
      const after = await spent();
      // The first keys fill the caches.
      if (key >= 10) times[side].push(after - before);
      before = after;
    }
  }
  const text = await run(
    `document.querySelector('[data-field="story"] [contenteditable="true"]').textContent`,
  );
  const typed = text.split('a').length - 1;
  if (typed < KEYS) throw new Error(`only ${typed} keys arrived`);
  writeFileSync(out, JSON.stringify(times));
  app.exit(0);
}
