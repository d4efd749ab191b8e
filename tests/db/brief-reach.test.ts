import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setBriefAnswer } from '../../db/repositories/briefs.repo';
import { addBrief, answerBrief } from '../../electron/services/briefs.service';
import { readDatedItems } from '../../electron/services/deadlines/deadlines.service';
import { findInWorkspace } from '../../electron/services/search.service';
import type { Session } from '../../electron/services/session';
import { answerSchema } from '../../shared/contract/briefs.contract';
import { newSession } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { moveBrief } from '../helpers/move-brief';

let session: Session;
let id: string;

beforeEach(() => {
  session = newSession();
  const title = 'Рост из поиска';
  id = addBrief(session, { clientId: 'ural', templateKey: 'seo', title, language: 'ru' }).id;
});
afterEach(() => session.workspace.close());

describe('finding briefs', () => {
  const found = (text: string) => findInWorkspace(session, text).hits.map((hit) => hit.id);

  it('finds one by words of its answers, also formatted ones, and by what they are now', () => {
    answerBrief(session, {
      id,
      fieldKey: 'limits',
      answer: { type: 'list', items: ['Без лиственницы'] },
    });
    const text = (words: string) => ({ type: 'text', text: words, marks: [{ type: 'bold' }] });
    const doc = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [text('Терраса'), text(' из термососны')] }],
    };
    const answer = answerSchema.parse({ type: 'rich', schemaVersion: 1, doc });
    session.workspace.write(action('history.setup', { kind: 'setup' }), (tx) =>
      setBriefAnswer(tx, id, 'background', JSON.stringify(answer)),
    );
    expect(found('лиственниц')).toEqual([id]);
    expect(found('термососны терраса')).toEqual([id]);
    expect(found('paragraph')).toEqual([]);
    answerBrief(session, { id, fieldKey: 'limits', answer: { type: 'list', items: ['Без ели'] } });
    expect(found('лиственниц')).toEqual([]);
    expect(found('рост')).toEqual([id]);
  });
});

describe('a brief that the client has not answered', () => {
  const span = { from: '2026-11-01', to: '2027-01-31' };
  const asked = () =>
    readDatedItems(session.workspace.read, span, '2026-11-21', true)
      .filter(({ kind }) => kind === 'brief-answer')
      .map(({ on, link, client }) => ({ on, link, client: client?.id }));

  it('is asked after five working days from the last time it was sent, until it is answered', () => {
    expect(asked()).toEqual([]);
    moveBrief(session, id, 'sent', { madeOn: '2026-11-12' });
    expect(asked()).toEqual([{ on: '2026-11-19', link: `/briefs/${id}`, client: 'ural' }]);
    moveBrief(session, id, 'sent', { madeOn: '2026-11-16' });
    expect(asked()).toMatchObject([{ on: '2026-11-23' }]);
    moveBrief(session, id, 'approved');
    expect(asked()).toEqual([]);
  });
});
