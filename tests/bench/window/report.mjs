import { writeFileSync } from 'node:fs';
import { app } from 'electron';

/** Instant (ms since the epoch) at which what the selector names had been painted. */
const painted = (selector) => `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) { requestAnimationFrame(look); return; }
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
  };
  look();
})`;

const value = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Writes when the window was usable, waits to be measured, then ends. */
export async function report(window, selector) {
  const at = await window.webContents.executeJavaScript(painted(selector));
  writeFileSync(value('report'), JSON.stringify({ paintedAt: at }));
  // In order, as a user ends it: the next start finds the file and the profile as they are left at night.
  setTimeout(() => app.quit(), Number(value('stay') ?? 0));
}
