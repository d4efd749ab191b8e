import { describe, expect, test } from 'vitest';
import { recordProductionCost } from '../../electron/services/costs.service';
import { logHours } from '../../electron/services/hours.service';
import { amendProject } from '../../electron/services/projects.service';
import {
  addProposalLines,
  amendProposalLineFields,
  removeProposalLines,
} from '../../electron/services/proposal-lines.service';
import {
  choosePackage,
  copyPackage,
  dissolvePackage,
  renamePackage,
} from '../../electron/services/proposal-packages.service';
import {
  acceptProposal,
  addProposal,
  listProposals,
  sendProposal,
  showProposal,
} from '../../electron/services/proposals.service';
import type { Session } from '../../electron/services/session';
import { newSession, TODAY } from '../helpers/db-session';
import { codeOf } from '../helpers/error-code';

/** Common 10 000; packages of media 100 000 and 200 000 with 10 % on it; an option of 3 000. */
function withPackages(): { session: Session; id: string; lines: string[] } {
  const session = newSession();
  const { id } = addProposal(session, {
    clientId: 'ural',
    briefId: null,
    title: 'Запуск',
    startsOn: '2026-12-01',
    endsOn: '2026-12-31',
  });
  const lines = addProposalLines(session, {
    proposalId: id,
    afterId: null,
    lines: [
      { kind: 'work', title: 'Дизайн', role: 'designer', quantity: '4', unitPriceMinor: 250_000 },
      { kind: 'commission', title: 'Ведение', commissionPpm: 100_000, commissionBasis: 'on-top' },
      { kind: 'media', title: 'Поиск', unitPriceMinor: 10_000_000, package: 'Базовый' },
      { kind: 'media', title: 'Поиск и сети', unitPriceMinor: 20_000_000, package: 'Стандарт' },
      { kind: 'service', title: 'Отчёт', unitPriceMinor: 300_000, isOption: true, chosen: false },
    ],
  }).ids;
  return { session, id, lines };
}

const totals = (session: Session, id: string) =>
  showProposal(session, { id }).packages.map(({ name, isChosen, amountMinor }) => [
    name,
    isChosen,
    amountMinor,
  ]);
const undo = (session: Session) =>
  session.workspace.undo({ actor: 'anna', now: session.clock.now() });

describe('packages of a proposal', () => {
  test('stand side by side with their totals, the first one taken', () => {
    const { session, id } = withPackages();
    expect(totals(session, id)).toEqual([
      ['Базовый', true, 12_000_000],
      ['Стандарт', false, 23_000_000],
    ]);
    expect(showProposal(session, { id }).total.amountMinor).toBe(12_000_000);
  });

  test('are chosen one at a time, each choice one undo', () => {
    const { session, id, lines } = withPackages();
    choosePackage(session, { id, name: 'Стандарт' });
    expect(showProposal(session, { id }).total.amountMinor).toBe(23_000_000);
    undo(session);
    expect(showProposal(session, { id }).total.amountMinor).toBe(12_000_000);
    const [, , , standard = ''] = lines;
    const revision =
      showProposal(session, { id }).lines.find((line) => line.id === standard)?.revision ?? 0;
    amendProposalLineFields(session, { id: standard, revision, patch: { chosen: true } });
    expect(totals(session, id).map(([, isChosen]) => isChosen)).toEqual([false, true]);
    expect(codeOf(() => choosePackage(session, { id, name: 'Макс' }))).toBe(
      'proposal-package-unknown',
    );
  });

  test('are copied, renamed and made part of the whole', () => {
    const { session, id } = withPackages();
    copyPackage(session, { id, name: 'Стандарт', to: 'Макс' });
    renamePackage(session, { id, name: 'Базовый', to: 'Лёгкий' });
    expect(totals(session, id).map(([name]) => name)).toEqual(['Лёгкий', 'Стандарт', 'Макс']);
    expect(codeOf(() => renamePackage(session, { id, name: 'Макс', to: 'Лёгкий' }))).toBe(
      'proposal-package-taken',
    );
    copyPackage(session, { id, name: 'Макс', to: '4' });
    expect(codeOf(() => copyPackage(session, { id, name: 'Макс', to: '5' }))).toBe(
      'proposal-packages-too-many',
    );
    dissolvePackage(session, { id, name: 'Лёгкий' });
    expect(totals(session, id)[0]).toEqual(['Стандарт', true, 34_000_000]);
  });

  test('leave the next one taken when the last line of the taken one goes', () => {
    const { session, id, lines } = withPackages();
    removeProposalLines(session, { ids: [lines[2] ?? ''] });
    expect(totals(session, id)).toEqual([['Стандарт', true, 23_000_000]]);
  });

  test('are accepted with what was taken: only that becomes work, budget, plan and invoice', () => {
    const { session, id, lines } = withPackages();
    sendProposal(session, { id });
    const decided = { id, decidedOn: TODAY, decidedBy: 'Ольга', evidence: '' };
    expect(
      codeOf(() =>
        acceptProposal(session, { ...decided, taken: { package: 'Нет', optionIds: [] } }),
      ),
    ).toBe('proposal-package-unknown');
    acceptProposal(session, {
      ...decided,
      taken: { package: 'Стандарт', optionIds: [lines[4] ?? ''] },
    });
    const { read } = session.workspace;
    expect(read.all('SELECT channel FROM media_plan_lines')).toEqual([{ channel: 'Поиск и сети' }]);
    expect(read.all('SELECT kind, planned FROM budget_amounts ORDER BY kind')).toEqual([
      { kind: 'commission', planned: 2_000_000 },
      { kind: 'fees', planned: 1_300_000 },
      { kind: 'hours', planned: 14_400 },
      { kind: 'media', planned: 20_000_000 },
    ]);
    expect(read.all('SELECT net_minor FROM invoice_drafts')).toEqual([{ net_minor: 1_300_000 }]);
    expect(showProposal(session, { id }).lines.map((line) => line.chosen)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    undo(session);
    expect(showProposal(session, { id })).toMatchObject({
      status: 'sent',
      total: { amountMinor: 12_000_000 },
    });
    expect(read.all('SELECT id FROM agreements')).toEqual([]);
  });
});

describe('the accuracy of an estimate', () => {
  function won() {
    const session = newSession();
    const { id } = addProposal(session, {
      clientId: 'ural',
      briefId: null,
      title: 'Запуск',
      startsOn: '2026-09-01',
      endsOn: '2026-10-31',
    });
    addProposalLines(session, {
      proposalId: id,
      afterId: null,
      lines: [
        {
          kind: 'work',
          title: 'Дизайн',
          role: 'designer',
          quantity: '10',
          unitPriceMinor: 250_000,
        },
        { kind: 'production', title: 'Ролик', unitCostMinor: 400_000 },
      ],
    });
    sendProposal(session, { id });
    const { projectId } = acceptProposal(session, {
      id,
      decidedOn: TODAY,
      decidedBy: 'Ольга',
      evidence: '',
      taken: null,
    });
    return { session, id, projectId };
  }
  const log = (session: Session, projectId: string, kind: 'project' | 'rework', hours: number) =>
    logHours(session, {
      personId: 'anna',
      clientId: 'ural',
      projectId,
      workedOn: '2026-10-05',
      kind,
      durationSeconds: hours * 3600,
      note: '',
    });

  test('is there once hours are, rework with them, by role and in all', () => {
    const { session, id, projectId } = won();
    expect(showProposal(session, { id }).accuracy).toBeNull();
    log(session, projectId, 'project', 9);
    log(session, projectId, 'rework', 3);
    recordProductionCost(session, {
      clientId: 'ural',
      projectId,
      incurredOn: '2026-10-06',
      title: 'Ролик',
      vendor: '',
      costMinor: 300_000,
      markupPpm: 0,
    });
    const { accuracy } = showProposal(session, { id });
    expect(accuracy?.isFinished).toBe(false);
    expect(accuracy?.roles).toEqual([
      {
        role: 'designer',
        plannedSeconds: 36_000,
        actualSeconds: 43_200,
        hoursVariancePpm: { value: 200_000, missing: [] },
        plannedCost: { value: 812_500, missing: [] },
        actualCost: { value: 975_000, missing: [] },
        costVariancePpm: { value: 200_000, missing: [] },
      },
    ]);
    expect(accuracy?.production?.costVariancePpm.value).toBe(-250_000);
    expect(accuracy?.total.actualSeconds).toBe(43_200);
  });

  test('of all together counts finished projects only, and is nothing before there is one', () => {
    const { session, projectId } = won();
    log(session, projectId, 'project', 12);
    const all = () => listProposals(session, { clientId: null }).accuracy;
    expect(all()).toEqual({
      finishedCount: 0,
      hoursVariancePpm: { value: null, missing: [] },
      costVariancePpm: { value: null, missing: [] },
    });
    amendProject(session, { id: projectId, revision: 1, patch: { status: 'closed' } });
    expect(all()).toMatchObject({ finishedCount: 1, hoursVariancePpm: { value: 200_000 } });
    expect(listProposals(session, { clientId: 'kama' }).accuracy.finishedCount).toBe(0);
  });
});
