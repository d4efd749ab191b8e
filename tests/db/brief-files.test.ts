import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  attachBriefFile,
  readAttachedFile,
  requireBriefFile,
} from '../../electron/services/brief-files.service';
import { addBrief, answerBrief, showBrief } from '../../electron/services/briefs.service';
import type { Session } from '../../electron/services/session';
import { AppError } from '../../shared/contract/app-error';
import { briefSchema } from '../../shared/contract/briefs.contract';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';

let session: Session;
let id: string;

const by = () => ({ actor: session.actor, now: session.clock.now() });
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return '';
};

beforeEach(() => {
  session = newSession();
  session.workspace.write(action('history.setup', { kind: 'setup' }), () => undefined);
  id = addBrief(session, {
    clientId: 'ural',
    templateKey: 'paid-search',
    title: 'Осмотры',
    language: 'ru',
  }).id;
});
afterEach(() => session.workspace.close());

/** A PNG's head as the standard writes it, of so many pixels. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const attach = (bytes: Buffer, isPicture = true) =>
  attachBriefFile(session, {
    id,
    fieldKey: 'goal',
    name: 'схема.png',
    isPicture,
    content: bytes.toString('base64'),
  });

describe('files of a brief', () => {
  it('are kept whole, known by their bytes, and gone with their undo', () => {
    const kept = attach(png(640, 480));
    expect(kept).toMatchObject({ name: 'схема.png', width: 640, height: 480 });
    expect(readAttachedFile(session, { id: kept.id })).toEqual({
      name: 'схема.png',
      mime: 'image/png',
      content: png(640, 480).toString('base64'),
    });
    const brief = showBrief(session, { id });
    expect(() => briefSchema.parse(brief)).not.toThrow();
    expect(brief.files).toEqual([{ id: kept.id, name: 'схема.png', size: 40 }]);
    session.workspace.undo(by());
    expect(codeOf(() => requireBriefFile(session, kept.id))).toBe('brief-file-not-found');
  });

  it('are refused with a sentence where they are empty, too large, or no picture', () => {
    expect(codeOf(() => attach(Buffer.alloc(0)))).toBe('brief-file-empty');
    expect(codeOf(() => attach(Buffer.alloc(6_291_457), false))).toBe('brief-file-too-large');
    expect(codeOf(() => attach(Buffer.from('<svg onload="x()"/>')))).toBe('brief-picture-invalid');
    expect(codeOf(() => attach(png(640, 480).subarray(0, 20)))).toBe('brief-picture-invalid');
    expect(codeOf(() => attach(png(0, 480)))).toBe('brief-picture-invalid');
    expect(showBrief(session, { id }).files).toEqual([]);
    const any = attach(Buffer.from('<svg/>'), false);
    expect(readAttachedFile(session, { id: any.id }).mime).toBe('application/octet-stream');
  });
});

describe('an answer that two windows give', () => {
  const give = (words: string, basis?: string | null) =>
    answerBrief(session, {
      id,
      fieldKey: 'goal',
      answer: showBrief(session, { id })
        .template.sections.flatMap(({ fields }) => fields)
        .some(({ key, type }) => key === 'goal' && type === 'rich')
        ? {
            type: 'rich',
            schemaVersion: 1,
            doc: {
              type: 'doc',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
            },
          }
        : { type: 'text', text: words },
      ...(basis === undefined ? {} : { basis }),
    }).stamp;

  it('is written where it was made from what stands, and refused where it was not', () => {
    const first = give('150 записей', null);
    expect(showBrief(session, { id }).stamps['goal']).toBe(first);
    const second = give('180 записей', first);
    expect(second).not.toBe(first);
    const before = showBrief(session, { id });
    expect(codeOf(() => give('200 записей', first))).toBe('brief-answer-changed');
    expect(codeOf(() => give('200 записей', null))).toBe('brief-answer-changed');
    expect(showBrief(session, { id })).toEqual(before);
    give('200 записей');
    expect(showBrief(session, { id }).stamps['goal']).not.toBe(second);
  });

  it('is another one when it was taken back and given anew', () => {
    const first = give('150 записей', null);
    const empty = answerBrief(session, { id, fieldKey: 'goal', answer: null, basis: first ?? '' });
    expect(empty.stamp).toBeNull();
    const again = give('90 записей', null);
    expect(again).not.toBe(first);
    expect(codeOf(() => give('200 записей', first))).toBe('brief-answer-changed');
  });
});
