import { expect, test } from '@playwright/test';
import { insist } from '../helpers/in-main';
import { type LaunchedApp, launchApp } from '../helpers/launch';

let launched: LaunchedApp;

test.beforeAll(async () => {
  launched = await launchApp();
  await launched.window.waitForSelector('main');
});
test.afterAll(() => launched.close());

test('a script written into the page does not run', async () => {
  const ran = await launched.window.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.attacked = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.attacked = true');
    image.src = 'app://console/none.png';
    document.body.append(image);
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.attacked = true</script>';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return 'attacked' in window;
  });
  expect(ran).toBe(false);
});

test('text cannot become code', async () => {
  const ran = await launched.window.evaluate(async () => {
    // Later, outside the debugger's own call, which the policy does not bind.
    // oxlint-disable-next-line typescript/no-implied-eval -- this is the attack
    setTimeout('window.attackedByText = true', 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return 'attackedByText' in window;
  });
  expect(ran).toBe(false);
});

test('nothing can be asked from a network, or sent to it', async () => {
  const requests: string[] = [];
  launched.window.on('request', (request) => {
    if (!request.url().startsWith('app://console/')) requests.push(request.url());
  });
  const reached = await launched.window.evaluate(async () => {
    const tries = [
      () => fetch('https://example.com/'),
      () => fetch('http://127.0.0.1:9/'),
      () => fetch('file:///etc/passwd'),
    ];
    const results = await Promise.allSettled(tries.map((attempt) => attempt()));
    const beacon = navigator.sendBeacon('https://example.com/', 'data');
    const image = new Image();
    const loaded = await new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
      image.src = 'https://example.com/pixel.png';
    });
    return {
      fulfilled: results.filter((result) => result.status === 'fulfilled').length,
      beacon,
      loaded,
    };
  });
  expect(reached.fulfilled).toBe(0);
  expect(reached.loaded).toBe(false);
  expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith('http'))).toEqual([]);
});

test('the window neither leaves its page nor opens another', async () => {
  const before = launched.window.url();
  await launched.window.evaluate(() => {
    window.open('https://example.com/');
    window.open('file:///etc/passwd');
    location.href = 'https://example.com/';
  });
  await launched.window.waitForTimeout(500);
  expect(launched.window.url()).toBe(before);
  expect(launched.app.windows()).toHaveLength(1);
});

test('the page has no Node, no Electron and one frozen bridge', async () => {
  const seen = await launched.window.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    electron: typeof Reflect.get(window, 'electron'),
    bridge: Object.keys(window.agencyConsole).sort(),
    isFrozen: Object.isFrozen(window.agencyConsole),
  }));
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    electron: 'undefined',
    bridge: ['call', 'onEvent', 'start'],
    isFrozen: true,
  });
});

test('permissions are denied', async () => {
  const answers = await launched.window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
    return Promise.all(
      names.map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
  });
  expect(answers.every((state) => state === 'denied')).toBe(true);
});

test('each window is sandboxed and isolated', async () => {
  const preferences = await insist(() =>
    launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) => {
        // Electron's own typings leave this method out.
        const contents: Electron.WebContents & {
          getLastWebPreferences?: () => Electron.WebPreferences | null;
        } = webContents;
        const given = contents.getLastWebPreferences?.();
        return [given?.sandbox, given?.contextIsolation, given?.nodeIntegration, given?.webviewTag];
      }),
    ),
  );
  expect(preferences).toEqual([[true, true, false, false]]);
});
