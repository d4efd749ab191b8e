import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amendClient } from '../../db/repositories/clients.repo';
import { briefSheet } from '../../electron/services/brief-paper.service';
import {
  compareBriefs,
  frozenBriefPaper,
  tickCriterion,
} from '../../electron/services/brief-steps.service';
import {
  addBrief,
  answerBrief,
  briefPrintModel,
  listBriefs,
  showBrief,
} from '../../electron/services/briefs.service';
import { keepClientLogo, takeClientLogo } from '../../electron/services/client-logo.service';
import { briefsReport } from '../../electron/services/reports/briefs.report';
import type { Session } from '../../electron/services/session';
import { amendAgency, setLogo, showSettings } from '../../electron/services/settings.service';
import type { Answer } from '../../shared/contract/briefs.contract';
import { briefSchema } from '../../shared/contract/briefs.contract';
import { BRIEF_TEMPLATE_KEYS } from '../../shared/domain/brief-templates';
import { renderBriefHtml } from '../../shared/print/brief-print';
import { readBriefPaper } from '../../shared/print/brief-print-model';
import { newSession, TODAY } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { moveBrief } from '../helpers/move-brief';

let session: Session;
let id: string;

const text = (words: string): Answer => ({ type: 'text', text: words });
const show = () => showBrief(session, { id });
const goal = (words: string) => answerBrief(session, { id, fieldKey: 'goal', answer: text(words) });
const undo = () => session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const move = (
  ...given: Parameters<typeof moveBrief> extends [Session, string, ...infer Rest] ? Rest : never
) => moveBrief(session, id, ...given);
const refused = (code: string) => expect.objectContaining({ code });
const html = ({ model, language }: ReturnType<typeof briefPrintModel>) =>
  renderBriefHtml(model, language);

beforeEach(() => {
  session = newSession();
  id = addBrief(session, {
    clientId: 'ural',
    templateKey: 'seo',
    title: 'Рост из поиска',
    language: 'ru',
  }).id;
  goal('Рост трафика на 20 % к марту');
  answerBrief(session, {
    id,
    fieldKey: 'criteria',
    answer: {
      type: 'table',
      rows: [
        ['Визиты', 'не менее 12 000', 'Метрика'],
        ['Заявки', 'не менее 90', 'CRM'],
      ],
    },
  });
});
afterEach(() => session.workspace.close());

describe('versions of a brief', () => {
  it('print the same again, whatever is changed or renamed later', () => {
    move('sent', { evidence: 'письмо «Бриф на SEO»' });
    const sent = html(briefPrintModel(session, id));
    const [version] = show().versions;
    expect(version).toMatchObject({ number: 1, kind: 'sent', frozenOn: TODAY });
    goal('Рост трафика на 35 % к апрелю');
    session.workspace.write(action('history.setup', { kind: 'change' }), (tx) =>
      amendClient(tx, 'ural', { name: 'Урал Молл' }),
    );
    expect(show().version).toBe(2);
    expect(html(frozenBriefPaper(session, id, { id: version?.id ?? '' }))).toBe(sent);
    expect(html(frozenBriefPaper(session, id, { number: 1 }))).toBe(sent);
    expect(html(briefPrintModel(session, id))).not.toBe(sent);
    expect(() => frozenBriefPaper(session, id, { number: 9 })).toThrow(
      refused('brief-version-not-found'),
    );
  });

  it('keep logos, pictures and words of the day they were sent, whatever is done to them later', () => {
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const jpeg = Buffer.from('ffd8ffe000', 'hex');
    setLogo(session, png);
    keepClientLogo(session, 'ural', jpeg);
    move('sent');
    const sent = briefSheet(session, id, { number: 1 });
    expect(sent.bodyHtml).toContain(`data:image/png;base64,${png.toString('base64')}`);
    expect(sent.bodyHtml).toContain(`data:image/jpeg;base64,${jpeg.toString('base64')}`);
    setLogo(session, jpeg);
    takeClientLogo(session, { clientId: 'ural' });
    goal('Рост трафика на 50 % к лету');
    const { revision } = showSettings(session).agency;
    amendAgency(session, { revision, patch: { name: 'Мост и партнёры', address: 'Рига' } });
    expect(briefSheet(session, id, { number: 1 })).toEqual(sent);
    const now = briefSheet(session, id, null);
    expect(now.bodyHtml).not.toContain(png.toString('base64'));
    expect(now.bodyHtml).toContain('Мост и партнёры');
  });

  it('of the days before clients had logos are still read', () => {
    move('sent');
    const { model } = frozenBriefPaper(session, id, { number: 1 });
    const { logoDataUri: _, ...client } = model.client;
    const old = readBriefPaper(JSON.stringify({ ...model, client }));
    expect(old.client.logoDataUri).toBeNull();
  });

  it('keep the number of what the client agreed to, and take the next where it differs', () => {
    move('sent');
    move('approved');
    expect(show().versions.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '1 approved',
      '1 sent',
    ]);
    move('reopened');
    goal('Рост на 40 % к маю');
    move('sent');
    goal('Рост на 45 % к маю');
    move('approved');
    expect(show().versions.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      '3 approved',
      '2 sent',
      '1 approved',
      '1 sent',
    ]);
    expect(() => briefSchema.parse(show())).not.toThrow();
  });

  it('are taken back by one undo, with the step and the status', () => {
    const before = show();
    move('sent');
    expect(show()).toMatchObject({ status: 'sent', stage: 'sent' });
    undo();
    expect({ ...show(), revision: 0 }).toEqual({ ...before, revision: 0 });
    expect(session.workspace.verifyJournal().ok).toBe(true);
  });

  it('are compared with each other and with the brief as it is now', () => {
    move('sent');
    const first = show().versions[0]?.id ?? '';
    goal('Рост трафика на 35 % к марту');
    move('sent');
    const second = show().versions[0]?.id ?? '';
    const pieces = [
      { kind: 'same', text: 'Рост трафика на ' },
      { kind: 'removed', text: '20' },
      { kind: 'added', text: '35' },
      { kind: 'same', text: ' % к марту' },
    ];
    const changed = [{ sectionKey: 'task', fieldKey: 'goal', kind: 'text', pieces }];
    expect(compareBriefs(session, { id, from: first, to: second }).fields).toEqual(changed);
    expect(compareBriefs(session, { id, from: first, to: null }).fields).toEqual(changed);
    expect(compareBriefs(session, { id, from: second, to: null }).fields).toEqual([]);
  });
});

describe('the way of a brief', () => {
  it('goes on step by step with who and when, and counts days and returns', () => {
    move('sent', { madeOn: '2026-11-02' });
    move('returned', { madeOn: '2026-11-04', note: 'нет порога по заявкам' });
    move('sent', { madeOn: '2026-11-05' });
    move('approved', { madeOn: '2026-11-06', clientName: 'И. Чернова', evidence: 'письмо' });
    move('started', { madeOn: '2026-11-09' });
    move('delivered', { madeOn: '2026-11-18' });
    tickCriterion(session, { id, metric: 'Визиты', threshold: 'не менее 12 000', met: true });
    tickCriterion(session, { id, metric: 'Заявки', threshold: 'не менее 90', met: true });
    move('accepted', { madeOn: '2026-11-20' });
    const brief = show();
    expect(brief.stage).toBe('accepted');
    expect(brief.criteria.map(({ metOn }) => metOn)).toEqual([TODAY, TODAY]);
    expect(brief.steps[3]).toMatchObject({
      step: 'approved',
      madeOn: '2026-11-06',
      personName: 'anna',
      clientName: 'И. Чернова',
      evidence: 'письмо',
      versionNumber: 2,
    });
    expect(listBriefs(session, { clientId: null }).briefs[0]?.turnaround).toEqual({
      sentCount: 1,
      acceptedCount: 1,
      cycleDays: 18,
      returnCount: 1,
      returnedCount: 1,
    });
    expect(() => move('reopened')).toThrow(refused('brief-step-out-of-turn'));
  });

  it('refuses a step out of turn, in the future, before the last one, by nobody, without a reason', () => {
    expect(() => move('approved')).toThrow(refused('brief-step-out-of-turn'));
    expect(() => move('sent', { madeOn: '2026-11-22' })).toThrow(refused('brief-step-in-future'));
    move('sent', { madeOn: '2026-11-10' });
    expect(() => move('approved', { madeOn: '2026-11-09' })).toThrow(
      refused('brief-step-too-early'),
    );
    expect(() => move('approved', { clientName: ' ' })).toThrow(refused('brief-client-needed'));
    expect(() => move('returned')).toThrow(refused('brief-reason-needed'));
    expect(() =>
      tickCriterion(session, { id, metric: 'Заявки', threshold: 'не менее 90', met: true }),
    ).toThrow(refused('brief-not-approved'));
    expect(show().steps).toHaveLength(1);
    expect(show().versions).toHaveLength(1);
  });

  it('takes the work with an open criterion only for a reason', () => {
    move('sent');
    move('approved');
    expect(() =>
      tickCriterion(session, { id, metric: 'Заявки', threshold: '100', met: true }),
    ).toThrow(refused('brief-criterion-unknown'));
    const tick = { id, metric: 'Заявки', threshold: 'не менее 90' };
    tickCriterion(session, { ...tick, met: true });
    tickCriterion(session, { ...tick, met: false });
    undo();
    expect(show().criteria.map(({ metOn }) => metOn)).toEqual([null, TODAY]);
    move('started');
    move('delivered');
    expect(() => move('accepted')).toThrow(refused('brief-reason-needed'));
    move('accepted', { note: 'визиты догоним в марте' });
    expect(show().stage).toBe('accepted');
  });
});

describe('what the client gets', () => {
  it.each(BRIEF_TEMPLATE_KEYS)('holds no internal field: %s', (templateKey) => {
    const made = addBrief(session, {
      clientId: 'ural',
      templateKey,
      title: 'Бриф',
      language: 'ru',
    });
    id = made.id;
    move('sent', { evidence: 'ТАЙНА-1', note: 'ТАЙНА-2', channel: 'messenger' });
    move('returned', { note: 'ТАЙНА-3', evidence: 'ТАЙНА-4' });
    move('sent', { clientName: 'ТАЙНА-5' });
    const brief = show();
    const printed = [
      html(briefPrintModel(session, id)),
      html(frozenBriefPaper(session, id, { number: 1 })),
      html(frozenBriefPaper(session, id, { number: 2 })),
    ].join('\n');
    expect(printed).toContain('<h1');
    const internal = [id, brief.client.id, ...brief.versions.map((version) => version.id)];
    for (const secret of ['ТАЙНА', 'messenger', ...internal.filter((each) => each !== 'ural')]) {
      expect(printed).not.toContain(secret);
    }
  });
});

it('are reported by client: days to acceptance, returns, the share that came back', () => {
  move('sent', { madeOn: '2026-11-02' });
  move('returned', { madeOn: '2026-11-04', note: 'нет порога' });
  const report = briefsReport(session, { clientId: null, language: 'ru' });
  const row = { sent: 1, accepted: 0, cycle: null, returns: 1, reworkPpm: 1_000_000 };
  expect(report.rows).toEqual([{ client: 'Урал Маркет', ...row }]);
  expect(report.totals).toEqual({ client: 'Итого', ...row });
});
