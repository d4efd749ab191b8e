import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  keepClientLogo,
  showClientLogo,
  takeClientLogo,
} from '../../electron/services/client-logo.service';
import type { Session } from '../../electron/services/session';
import { newSession } from '../helpers/db-session';

const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
const refused = (code: string) => expect.objectContaining({ code });

let session: Session;
beforeEach(() => {
  session = newSession();
});
afterEach(() => session.workspace.close());

const logo = () => showClientLogo(session, { clientId: 'ural' }).logoDataUri;

it('a client’s logo is kept, replaced, taken away and brought back by undo', () => {
  expect(logo()).toBeNull();
  keepClientLogo(session, 'ural', PNG);
  const first = logo();
  expect(first).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
  keepClientLogo(session, 'ural', Buffer.from('ffd8ffe000', 'hex'));
  expect(logo()).toMatch(/^data:image\/jpeg/);
  takeClientLogo(session, { clientId: 'ural' });
  expect(logo()).toBeNull();
  const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
  undo();
  undo();
  expect(logo()).toBe(first);
  expect(showClientLogo(session, { clientId: 'kama' }).logoDataUri).toBeNull();
  expect(session.workspace.verifyJournal().ok).toBe(true);
});

it('what is no picture, or too large a one, is refused and leaves the logo as it was', () => {
  keepClientLogo(session, 'ural', PNG);
  const before = logo();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  expect(() => keepClientLogo(session, 'ural', svg)).toThrow(refused('picture-invalid'));
  const large = Buffer.concat([PNG, Buffer.alloc(600 * 1024)]);
  expect(() => keepClientLogo(session, 'ural', large)).toThrow(refused('picture-too-large'));
  expect(() => keepClientLogo(session, 'nobody', PNG)).toThrow(refused('client-not-found'));
  expect(logo()).toBe(before);
});
