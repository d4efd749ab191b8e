import { read } from '../lib/api';
import { isMac } from '../lib/keys';
import { keyInAddress, periodOfKey } from '../lib/period';
import { onPreferences, preferences } from '../lib/preferences';
import { speak, startWords } from '../lib/words';

/** A slower answer than this is waited for with the shape of the screen instead of with nothing. */
const PATIENCE_MS = 300;

async function readFirstScreen(): Promise<void> {
  const status = await read('workspace/status', {});
  if (status.state !== 'open' || !/^(#\/?(portfolio)?)?$/.test(location.hash)) return;
  const period = periodOfKey(keyInAddress(location.search, status.today));
  const managerId = new URLSearchParams(location.search).get('m');
  if (period !== null) await read('portfolio/show', { period, managerId });
}

/** Asked before the first screen is drawn, which finds the answers in the cache and is drawn once. */
export const firstAnswers: Promise<unknown> = Promise.race([
  readFirstScreen().catch(() => undefined),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
]);

/** Resolves with the translator of the chosen language and follows later choices. */
export const chosenWords = (async () => {
  const { language } = preferences();
  document.documentElement.lang = language;
  const i18n = await startWords(language);
  onPreferences(() => {
    const chosen = preferences().language;
    if (chosen !== i18n.language) void speak(i18n, chosen);
  });
  return i18n;
})();

/** Sets theme and density on the page, and follows the system where that was chosen. */
export function watchTheme(): void {
  if (isMac()) document.documentElement.dataset['platform'] = 'mac';
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { theme, density } = preferences();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset['theme'] = shown;
    document.documentElement.dataset['density'] = density;
  };
  apply();
  onPreferences(apply);
  dark.addEventListener('change', apply);
}
