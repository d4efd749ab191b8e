/** The origin that every window of the console is loaded from. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'console';

/** What is known of the frame that sent a call. */
export type SenderFrame = { url: string; isTopFrame: boolean };

/**
 * Whether a call comes from the top frame of one of our own pages.
 * Protocol and host are compared one by one: `URL.origin` is "null" for app:, data: and file: alike.
 */
export function isTrustedSender(frame: SenderFrame | null): boolean {
  if (frame === null || !frame.isTopFrame) return false;
  if (!URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    !url.pathname.startsWith('/print/')
  );
}
