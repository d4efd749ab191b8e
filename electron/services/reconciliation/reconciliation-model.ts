import {
  type BilledRow,
  type MonthSpan,
  type PlatformRow,
  readAgreedRebates,
  readBilledMedia,
  readPlatformSpend,
  readReconciliationClients,
  readVendorDocuments,
  type VendorDocumentQueryRow,
} from '../../../db/queries/reconciliation.query';
import type { ReadDb } from '../../../db/read-db';
import { listCommissionTerms } from '../../../db/repositories/clients.repo';
import {
  type DecisionRow,
  listDecisions,
  readTolerance,
} from '../../../db/repositories/reconciliation.repo';
import type {
  Reconciliation,
  ReconciliationBreak,
  ReconciliationDtoRow,
} from '../../../shared/contract/reconciliation.contract';
import { rowOn } from '../../../shared/domain/dated-rates';
import { monthPeriod } from '../../../shared/domain/dates';
import { addMinor } from '../../../shared/domain/money';
import {
  type AmountBasis,
  type Break,
  checkCommission,
  reconcile,
  type SideItem,
  sumLike,
} from '../../../shared/domain/reconciliation';

const BASIS: Record<PlatformRow['vat'], AmountBasis> = {
  included: 'with-vat',
  excluded: 'net',
  unknown: 'unknown-vat',
};

type ClientFacts = ReturnType<typeof readReconciliationClients>[number];

type Ground = {
  platform: readonly PlatformRow[];
  documents: readonly VendorDocumentQueryRow[];
  billed: readonly BilledRow[];
  rebates: ReturnType<typeof readAgreedRebates>;
  toleranceMinor: number;
  decisions: ReadonlyMap<string, DecisionRow>;
};

function breakKey(at: { clientId: string; month: string; channel: string; kind: string }): string {
  return [at.clientId, at.month, at.channel, at.kind].join('\n');
}

function whoOf(client: ClientFacts) {
  return {
    clientId: client.id,
    clientName: client.name,
    clientMark: client.mark,
    clientHue: client.hue,
  };
}

function itemsOf(ground: Ground, clientId: string): SideItem[] {
  const of = <R extends { clientId: string }>(rows: readonly R[]) =>
    rows.filter((row) => row.clientId === clientId);
  return [
    ...of(ground.platform).map(
      ({ month, channel, currency, vat, minor }): SideItem => ({
        side: 'platform',
        month,
        channel,
        currency,
        basis: BASIS[vat],
        minor,
      }),
    ),
    ...of(ground.documents).map(
      ({ toOn, channel, currency, netMinor }): SideItem => ({
        side: 'vendor',
        month: toOn.slice(0, 7),
        channel,
        currency,
        basis: 'net',
        minor: netMinor,
      }),
    ),
    ...of(ground.billed)
      .filter(({ part }) => part === 'media')
      .map(
        ({ month, channel, currency, minor }): SideItem => ({
          side: 'billed',
          month,
          channel,
          currency,
          basis: 'net',
          minor,
        }),
      ),
  ];
}

/** Rebates stated on a channel's documents of a month; null where none states one. */
function statedRebate(
  ground: Ground,
  clientId: string,
  month: string,
  channel: string,
): number | null {
  const stated = ground.documents.flatMap((row) =>
    row.clientId === clientId &&
    row.channel === channel &&
    row.toOn.startsWith(month) &&
    row.rebateMinor !== null
      ? [row.rebateMinor]
      : [],
  );
  return stated.length === 0 ? null : addMinor(...stated);
}

function decided(
  ground: Ground,
  client: ClientFacts,
  at: { month: string; channel: string; currency: string | null },
  { kind, minor }: Break,
): ReconciliationBreak {
  const { month, channel, currency } = at;
  const decision = ground.decisions.get(breakKey({ clientId: client.id, month, channel, kind }));
  const isChanged = decision !== undefined && decision.amountMinor !== minor;
  return {
    ...whoOf(client),
    month,
    channel,
    kind,
    minor,
    currency,
    state: decision === undefined || isChanged ? 'open' : decision.state,
    note: decision?.note ?? '',
    decidedBy: decision?.decidedBy ?? '',
    decidedOn: decision?.decidedOn ?? null,
    isChanged,
  };
}

type Part = Pick<Reconciliation, 'rows' | 'commissions' | 'breaks'>;

function channelsOf(ground: Ground, client: ClientFacts): Pick<Part, 'rows' | 'breaks'> {
  const rebates = ground.rebates
    .filter((row) => row.clientId === client.id)
    .map(({ month, channel, ratePpm }) => ({
      month,
      channel,
      rebatePpm: ratePpm,
      statedMinor: statedRebate(ground, client.id, month, channel),
    }));
  const found = reconcile(itemsOf(ground, client.id), rebates, ground.toleranceMinor);
  return {
    rows: found.map(
      ({ breaks, platform, vendor, billed, ...row }): ReconciliationDtoRow => ({
        ...whoOf(client),
        ...row,
        platform: [...platform],
        vendor: [...vendor],
        billed: [...billed],
        draftMinor: addMinor(
          ...ground.billed.flatMap((each) =>
            each.isDraft === 1 &&
            each.part === 'media' &&
            each.clientId === client.id &&
            each.month === row.month &&
            each.channel === row.channel
              ? [each.minor]
              : [],
          ),
        ),
        breaks: breaks.map(({ kind }) => kind),
      }),
    ),
    breaks: found.flatMap(({ month, channel, unit, breaks }) =>
      breaks.map((each) =>
        decided(ground, client, { month, channel, currency: unit?.currency ?? null }, each),
      ),
    ),
  };
}

/** Commission by month; a month billed in several currencies has one check for each. */
function commissionsOf(
  read: ReadDb,
  ground: Ground,
  client: ClientFacts,
): Pick<Part, 'commissions' | 'breaks'> {
  const billed = ground.billed.filter((row) => row.clientId === client.id);
  const keys = new Map(
    billed.map(({ month, currency }) => [`${month} ${currency}`, { month, currency }]),
  );
  const terms = listCommissionTerms(read, client.id);
  const checks = [...keys.values()].map(({ month, currency }) => {
    const sum = (part: BilledRow['part']) =>
      addMinor(
        ...billed
          .filter((row) => row.month === month && row.currency === currency && row.part === part)
          .map(({ minor }) => minor),
      );
    const agreed = rowOn(terms, monthPeriod(month).to);
    const rule = agreed === null ? null : { ppm: agreed.ratePpm, basis: agreed.basis };
    const mediaMinor = sum('media');
    const check = checkCommission(
      { billedMinor: mediaMinor, commissionMinor: sum('commission') },
      rule,
      ground.toleranceMinor,
    );
    return { month, currency, mediaMinor, rule, check };
  });
  return {
    commissions: checks.map(({ check, ...each }) => ({
      ...whoOf(client),
      ...each,
      expectedMinor: check.expectedMinor,
      billedMinor: check.billedMinor,
      isBroken: check.break !== null,
    })),
    breaks: checks.flatMap(({ month, currency, check }) =>
      check.break === null
        ? []
        : [decided(ground, client, { month, channel: '', currency }, check.break)],
    ),
  };
}

/** The three sides of media by client, month and channel, and where they break. */
export function readReconciliation(read: ReadDb, span: MonthSpan): Reconciliation {
  const ground: Ground = {
    platform: readPlatformSpend(read, span),
    documents: readVendorDocuments(read, span),
    billed: readBilledMedia(read, span),
    rebates: readAgreedRebates(read, span),
    toleranceMinor: readTolerance(read),
    decisions: new Map(listDecisions(read).map((row) => [breakKey(row), row])),
  };
  const parts = readReconciliationClients(read)
    .filter(({ id }) => span.clientId === null || id === span.clientId)
    .map((client): Part => {
      const channels = channelsOf(ground, client);
      const commissions = commissionsOf(read, ground, client);
      return {
        rows: channels.rows,
        commissions: commissions.commissions,
        breaks: [...channels.breaks, ...commissions.breaks],
      };
    });
  const rows = parts.flatMap((part) => part.rows);
  return {
    toleranceMinor: ground.toleranceMinor,
    rows,
    commissions: parts.flatMap((part) => part.commissions),
    breaks: parts.flatMap((part) => part.breaks),
    totals: totalsOf(rows),
  };
}

function totalsOf(rows: readonly ReconciliationDtoRow[]): Reconciliation['totals'] {
  const sums = {
    platformMinor: sumLike(rows.flatMap((row) => row.platform)),
    vendorMinor: sumLike(rows.flatMap((row) => row.vendor)),
    billedMinor: sumLike(rows.flatMap((row) => row.billed)),
  };
  const units = new Map(
    Object.values(sums)
      .flat()
      .map(({ currency, basis }) => [`${currency} ${basis}`, { currency, basis }]),
  );
  return [...units.values()].map((unit) => {
    const of = (side: keyof typeof sums) =>
      sums[side].find((sum) => sum.currency === unit.currency && sum.basis === unit.basis)?.minor ??
      0;
    return {
      ...unit,
      platformMinor: of('platformMinor'),
      vendorMinor: of('vendorMinor'),
      billedMinor: of('billedMinor'),
    };
  });
}
