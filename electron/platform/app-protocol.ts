import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { APP_SCHEME } from '../ipc/trusted-sender';
import { fileOfUrl } from './file-of-url';

/** Scripts, styles and pictures come from the app alone; nothing inline, nothing from a network. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true },
    },
  ]);
}

function respond(body: Uint8Array | string, type: string, status = 200): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  return new Response(bytes, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    },
  });
}

async function answerFrom(root: string, request: Request): Promise<Response> {
  const file = request.method === 'GET' ? fileOfUrl(root, request.url) : null;
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined) return respond('', 'text/plain', 404);
  try {
    return respond(await readFile(file), type);
  } catch {
    return respond('', 'text/plain', 404);
  }
}

/** No request for so long after the page's script went out: the page has what it starts with. */
const QUIET_MS = 6;
/** Longest wait for that, where the page does not load at all. */
const PATIENCE_MS = 1500;

/**
 * Serves the built page from `root`. Every answer carries the policy.
 * @returns resolves when the page has its script, style sheet and faces and works on its own for a while
 */
export function serveApp(session: Session, root: string): Promise<void> {
  return new Promise((resolve) => {
    let quiet = setTimeout(resolve, PATIENCE_MS);
    let hasScript = false;
    session.protocol.handle(APP_SCHEME, async (request) => {
      const answer = await answerFrom(root, request);
      hasScript ||= request.url.endsWith('.js');
      if (hasScript) {
        clearTimeout(quiet);
        quiet = setTimeout(resolve, QUIET_MS);
      }
      return answer;
    });
  });
}
