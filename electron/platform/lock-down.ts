import { app, type Session, shell, type WebContents } from 'electron';

const SAFE_OUTSIDE = new Set(['https:', 'mailto:']);

function openOutside(address: string): void {
  if (URL.canParse(address) && SAFE_OUTSIDE.has(new URL(address).protocol))
    void shell.openExternal(address);
}

function lockDownContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

/** No permission, no download and no request other than to the app's own scheme. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const own =
      details.url.startsWith('app:') ||
      details.url.startsWith('devtools:') ||
      details.url.startsWith('data:');
    answer({ cancel: !own });
  });
  session.setSpellCheckerEnabled(false);
}

/** Every page that is ever made may neither leave its address nor open another. */
export function lockDownAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents));
}
