import { describe, expect, test } from 'vitest';
import { setAccountingRate } from '../../db/repositories/rates.repo';
import {
  amendAgreementDraft,
  listClientAgreements,
  removeAgreementDraft,
  signAgreement,
} from '../../electron/services/agreements.service';
import { setContract } from '../../electron/services/clients.write.service';
import { logHours } from '../../electron/services/hours.service';
import { offerOverservice } from '../../electron/services/overservice-offer.service';
import { addProject } from '../../electron/services/projects.service';
import { addProposalLines } from '../../electron/services/proposal-lines.service';
import { printAgreement } from '../../electron/services/proposals/agreement-print';
import {
  acceptProposal,
  addProposal,
  amendProposal,
  duplicateProposal,
  sendProposal,
  showProposal,
} from '../../electron/services/proposals.service';
import { setPrice } from '../../electron/services/rate-card.service';
import type { Session } from '../../electron/services/session';
import { newSession, TODAY } from '../helpers/db-session';
import { action } from '../helpers/db-workspace';
import { codeOf } from '../helpers/error-code';

const DECIDED = { decidedOn: TODAY, decidedBy: 'Ольга', evidence: 'письмо', taken: null };

function sent(session: Session, clientId = 'ural'): string {
  const { id } = addProposal(session, {
    clientId,
    briefId: null,
    title: 'Запуск весны',
    startsOn: '2026-12-01',
    endsOn: '2027-02-28',
  });
  addProposalLines(session, {
    proposalId: id,
    afterId: null,
    lines: [
      { kind: 'work', title: 'Дизайн', role: 'designer', quantity: '10', unitPriceMinor: 250_000 },
    ],
  });
  sendProposal(session, { id });
  return id;
}

function contractOf(session: Session, clientId = 'ural', endsOn: string | null = null): void {
  setContract(session, {
    clientId,
    number: '7/25',
    signedOn: '2025-02-03',
    endsOn,
    renewByOn: null,
  });
}

const undo = (session: Session) =>
  session.workspace.undo({ actor: 'anna', now: session.clock.now() });
const agreementsOf = (session: Session, clientId = 'ural') =>
  listClientAgreements(session, { clientId }).agreements;

describe('an accepted proposal', () => {
  test('drafts a contract for a client without one, which signing puts into the card', () => {
    const session = newSession();
    const id = sent(session);
    expect(showProposal(session, { id }).acceptance.agreement.kind).toBe('contract');
    const { agreementId } = acceptProposal(session, { id, ...DECIDED });
    const [draft] = agreementsOf(session);
    expect(draft).toMatchObject({
      id: agreementId,
      kind: 'contract',
      number: '1/26',
      status: 'draft',
      subject: 'Запуск весны',
      netMinor: 2_500_000,
      vatMinor: 550_000,
      grossMinor: 3_050_000,
    });
    const signing = { id: agreementId, revision: 1, signedOn: TODAY, evidence: 'скан' };
    expect(codeOf(() => signAgreement(session, { ...signing, signedOn: '2026-12-01' }))).toBe(
      'agreement-signed-later',
    );
    signAgreement(session, signing);
    expect(
      session.workspace.read.all(
        'SELECT number, signed_on FROM contracts WHERE client_id = ?',
        'ural',
      ),
    ).toEqual([{ number: '1/26', signed_on: TODAY }]);
    expect(agreementsOf(session)[0]).toMatchObject({ status: 'signed', grossMinor: 3_050_000 });
    expect(codeOf(() => removeAgreementDraft(session, { id: agreementId, revision: 2 }))).toBe(
      'agreement-signed',
    );
    undo(session);
    expect(agreementsOf(session)[0]?.status).toBe('draft');
    expect(session.workspace.read.all('SELECT id FROM contracts')).toEqual([]);
  });

  test('drafts the next addendum to the contract in force, taken back with the rest by one undo', () => {
    const session = newSession();
    contractOf(session);
    const first = sent(session);
    acceptProposal(session, { id: first, ...DECIDED });
    const second = sent(session);
    acceptProposal(session, { id: second, ...DECIDED });
    expect(
      agreementsOf(session).map(({ kind, number, contractNumber }) => [
        kind,
        number,
        contractNumber,
      ]),
    ).toEqual([
      ['addendum', '2', '7/25'],
      ['addendum', '1', '7/25'],
    ]);
    undo(session);
    expect(agreementsOf(session)).toHaveLength(1);
    expect(showProposal(session, { id: second })).toMatchObject({
      status: 'sent',
      agreement: null,
    });
  });

  test('drafts a contract where the old one has ended', () => {
    const session = newSession();
    contractOf(session, 'ural', '2026-06-30');
    acceptProposal(session, { id: sent(session), ...DECIDED });
    expect(agreementsOf(session)[0]).toMatchObject({ kind: 'contract', contractNumber: null });
  });

  test('in its next version goes on with the same draft, and starts no second one', () => {
    const session = newSession();
    contractOf(session);
    const id = sent(session);
    acceptProposal(session, { id, ...DECIDED });
    const next = duplicateProposal(session, { id }).id;
    sendProposal(session, { id: next });
    acceptProposal(session, { id: next, ...DECIDED });
    expect(agreementsOf(session).map(({ proposal }) => proposal.version)).toEqual([2]);
  });
});

test('a draft takes another number, day and subject, and is taken away', () => {
  const session = newSession();
  contractOf(session);
  const { agreementId: id } = acceptProposal(session, { id: sent(session), ...DECIDED });
  amendAgreementDraft(session, { id, revision: 1, patch: { number: '5', subject: 'Весна' } });
  expect(agreementsOf(session)[0]).toMatchObject({ number: '5', subject: 'Весна' });
  expect(
    codeOf(() => amendAgreementDraft(session, { id, revision: 1, patch: { number: '6' } })),
  ).toBe('row-changed-elsewhere');
  removeAgreementDraft(session, { id, revision: 2 });
  expect(agreementsOf(session)).toEqual([]);
});

/** A retainer of 10 hours in October with 6 + 6 hours of a designer worked on it. */
function overserved(session: Session, clientId = 'ural'): void {
  const { id: projectId } = addProject(session, {
    clientId,
    kind: 'retainer',
    name: 'Абонент',
    startsOn: '2026-01-01',
    endsOn: null,
    feeMinor: null,
    terms: {
      validFrom: '2026-01-01',
      validTo: null,
      listFeeMinor: 3_000_000,
      discountPpm: 0,
      includedSeconds: 36_000,
      rollover: 'none',
      rolloverSeconds: 0,
    },
  });
  for (const workedOn of ['2026-10-20', '2026-10-27']) {
    logHours(session, {
      personId: 'anna',
      clientId,
      projectId,
      workedOn,
      kind: 'retainer',
      durationSeconds: 21_600,
      note: '',
    });
  }
}

const designer = (session: Session, currency: string, priceMinor: number) =>
  setPrice(session, {
    kind: 'role',
    title: 'Дизайнер',
    role: 'designer',
    unit: 'ч',
    priceMinor,
    currency,
    hoursSeconds: 0,
    validFrom: '2026-01-01',
    validTo: null,
  });

describe('hours beyond a retainer', () => {
  const offer = (session: Session, clientId = 'ural', month: string | null = '2026-10') =>
    offerOverservice(session, { clientId, month });

  test('become an estimate from the price list and an addendum, as one action', () => {
    const session = newSession();
    contractOf(session);
    overserved(session);
    designer(session, 'RUB', 260_000);
    const { id, agreementId } = offer(session, 'ural', null);
    const shown = showProposal(session, { id });
    expect(shown).toMatchObject({
      title: 'Часы сверх абонемента, октябрь\u00a02026',
      overserviceMonth: '2026-10',
      status: 'draft',
      startsOn: '2026-10-01',
      agreement: { id: agreementId, kind: 'addendum', number: '1' },
    });
    expect(
      shown.lines.map(({ role, quantity, unitPriceMinor }) => [role, quantity, unitPriceMinor]),
    ).toEqual([['designer', '2', 260_000]]);
    expect(agreementsOf(session)[0]?.netMinor).toBe(520_000);
    expect(codeOf(() => offer(session))).toBe('overservice-offered');
    undo(session);
    expect(agreementsOf(session)).toEqual([]);
    expect(session.workspace.read.all('SELECT id FROM proposals')).toEqual([]);
  });

  test('once accepted are a finished project and an invoice, and no tasks', () => {
    const session = newSession();
    contractOf(session);
    overserved(session);
    designer(session, 'RUB', 260_000);
    const { id } = offer(session);
    sendProposal(session, { id });
    const { projectId } = acceptProposal(session, { id, ...DECIDED });
    const { read } = session.workspace;
    expect(read.get('SELECT fee_minor, status FROM projects WHERE id = ?', projectId)).toEqual({
      fee_minor: 520_000,
      status: 'closed',
    });
    expect(read.all('SELECT complete_ppm FROM project_progress')).toEqual([
      { complete_ppm: 1_000_000 },
    ]);
    expect(read.all('SELECT net_minor FROM invoice_drafts')).toEqual([{ net_minor: 520_000 }]);
    for (const table of ['tasks', 'project_hours', 'budget_amounts']) {
      expect(read.all(`SELECT id FROM ${table}`), table).toEqual([]);
    }
    expect(agreementsOf(session)).toHaveLength(1);
  });

  test('of a client in euros are converted at the dated rate', () => {
    const session = newSession();
    session.workspace.write(action(), (tx) =>
      setAccountingRate(tx, { currency: 'EUR', validFrom: '2026-10-01', rateMicro: 100_000_000 }),
    );
    overserved(session, 'riga');
    designer(session, 'RUB', 260_000);
    const { id } = offer(session, 'riga');
    expect(showProposal(session, { id })).toMatchObject({
      currency: 'EUR',
      total: { amountMinor: 5_200 },
      acceptance: { agreement: { kind: 'contract' } },
    });
  });

  test.each([
    [
      'no retainer',
      (session: Session) => designer(session, 'RUB', 1),
      'kama',
      'overservice-no-retainer',
    ],
    [
      'no hours beyond it',
      (session: Session) => overserved(session),
      'ural',
      'overservice-no-hours',
    ],
    [
      'no price of the role',
      (session: Session) => overserved(session),
      'ural',
      'overservice-no-rate',
    ],
  ])('are refused with %s, and nothing is written', (_name, prepare, clientId, code) => {
    const session = newSession();
    prepare(session);
    const month = code === 'overservice-no-hours' ? '2026-09' : '2026-10';
    expect(codeOf(() => offer(session, clientId, month))).toBe(code);
    expect(session.workspace.read.all('SELECT id FROM proposals')).toEqual([]);
    expect(session.workspace.read.all('SELECT id FROM agreements')).toEqual([]);
  });
});

/** Spaces of every kind left out, as texts on paper are compared. */
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '');

test.each([
  [
    'ru',
    'Дополнительное соглашение № 1 к договору № 7/25',
    'Тридцать две тысячи семьсот семьдесят четыре рубля 43 копейки',
  ],
  [
    'en',
    'Addendum No. 1 to contract No. 7/25',
    'Thirty-two thousand seven hundred and seventy-four roubles and 43 kopecks',
  ],
  [
    'lv',
    'Papildvienošanās Nr. 1 pie līguma Nr. 7/25',
    'Trīsdesmit divi tūkstoši septiņi simti septiņdesmit četri rubļi un 43 kapeikas',
  ],
] as const)(
  'on paper in %s the agreement says what, for how much in words, and nothing internal',
  (language, title, words) => {
    const session = newSession();
    contractOf(session);
    const { id } = addProposal(session, {
      clientId: 'ural',
      briefId: null,
      title: 'Запуск <b>',
      startsOn: '2026-12-01',
      endsOn: '2027-02-28',
    });
    addProposalLines(session, {
      proposalId: id,
      afterId: null,
      lines: [
        {
          kind: 'work',
          title: 'Дизайн',
          role: 'designer',
          quantity: '7',
          unitPriceMinor: 251_337,
          note: 'внутренняя заметка',
        },
        {
          kind: 'production',
          title: 'Ролик',
          vendor: 'Студия «Тайна»',
          unitCostMinor: 713_131,
          markupPpm: 300_000,
        },
      ],
    });
    amendProposal(session, {
      id,
      revision: showProposal(session, { id }).revision,
      patch: { language },
    });
    sendProposal(session, { id });
    const { agreementId } = acceptProposal(session, { id, ...DECIDED });
    const { read } = session.workspace;
    const { bodyHtml } = printAgreement(read, agreementId);
    const paper = bare(bodyHtml);
    const shown = showProposal(session, { id });
    expect(shown.grossMinor).toBe(3_277_443);
    for (const text of [title, words, 'Запуск &lt;b&gt;', '7/25', 'Дизайн']) {
      expect(paper, text).toContain(bare(text));
    }
    const secrets = [
      'Студия',
      'внутренняя',
      '7131,31',
      '7,131.31',
      '713131',
      String(shown.total.cost.value),
      String(shown.total.agiMinor),
      String(shown.total.passThroughMinor),
      'маржа',
      'margin',
      'AGI',
      'наценк',
    ];
    for (const secret of secrets)
      expect(paper.toLowerCase()).not.toContain(bare(secret).toLowerCase());
    expect(paper).not.toContain('undefined');
    expect(bodyHtml).not.toMatch(/agreement\.[a-z]|\{\{/);
  },
);
