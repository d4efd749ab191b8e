import type { Phrase } from '../../../shared/contract/primitives';
import type { FigureLine } from '../../../shared/domain/profitability-lines';
import { type Row, say } from './draft';

/** A line of a client's figures as it enters the sum that is explained. */
export type SignedLine = { readonly line: FigureLine; readonly sign: 1 | -1 };

const TABS: Readonly<Record<string, string>> = {
  retainer: 'projects',
  project: 'projects',
  'time-entry': 'hours',
  media: 'media',
  production: 'media',
  'direct-cost': 'media',
};

function keyOf({ line, sign }: SignedLine): string {
  if (line.kind === 'time') return `time ${line.params['personId']} ${line.params['kind']} ${sign}`;
  if (line.kind === 'commission') {
    return `commission ${line.params['ppm']} ${line.params['basis']}`;
  }
  const label = line.source.type === 'media' ? line.params['label'] : line.source.ids.join(' ');
  return `${line.kind} ${label} ${sign}`;
}

/** The message that shows how a single line came about. */
function detailKey({ kind, params }: FigureLine): string {
  switch (kind) {
    case 'time':
      return `row.time-${params['kind']}`;
    case 'commission':
      return `row.commission-${params['basis']}`;
    case 'retainer-fee': {
      const isWhole =
        params['daysRun'] === undefined || params['daysRun'] === params['daysInMonth'];
      if (!isWhole) return 'row.retainer-fee-part';
      return params['discountPpm'] === 0 ? 'sum.retainer-fee' : 'row.retainer-fee';
    }
    case 'project-fee':
      return params['completeBeforePpm'] === 0 ? 'row.project-fee' : 'row.project-fee-rest';
    default:
      return `row.${kind}`;
  }
}

/** The message for several lines of a kind added up, as those of several months are. */
function sumKey({ kind, params }: FigureLine): string {
  return kind === 'time' ? `row.time-${params['kind']}` : `sum.${kind}`;
}

function labelOf(group: readonly SignedLine[], currency: string): Phrase {
  const first = group[0]?.line;
  if (first === undefined) return say('row.rounding');
  const seconds = group.reduce((sum, { line }) => sum + Number(line.params['seconds'] ?? 0), 0);
  const isSingle = group.length === 1 || first.kind === 'time';
  const key = isSingle ? detailKey(first) : sumKey(first);
  return say(key, { ...first.params, seconds, currency, count: group.length });
}

/**
 * Lines as rows: those of one thing (a retainer, a person's hours of a kind) over several months stand in
 * one row. `clientId` is whose page the rows lead to.
 */
export function rowsOfLines(
  lines: readonly SignedLine[],
  clientId: string,
  currency: string,
): Row[] {
  const groups = new Map<string, SignedLine[]>();
  for (const signed of lines) {
    const key = keyOf(signed);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [signed]);
    else group.push(signed);
  }
  return [...groups.values()].map((group): Row => {
    const type = group[0]?.line.source.type ?? 'none';
    const tab = TABS[type];
    return {
      label: labelOf(group, currency),
      source: tab === undefined ? null : say(`source.${type}`),
      link: tab === undefined ? null : `/clients/${clientId}/${tab}`,
      unit: 'money',
      value: group.reduce<number | null>(
        (sum, { line, sign }) =>
          sum === null || line.minor === null ? null : sum + sign * line.minor,
        0,
      ),
      count: group.reduce((sum, { line }) => sum + (line.source.count ?? 1), 0),
    };
  });
}

/** Hours by person and kind as rows, from the lines of their cost. */
export function rowsOfHours(lines: readonly FigureLine[], clientId: string): Row[] {
  const costs = rowsOfLines(
    lines.map((line) => ({ line, sign: 1 })),
    clientId,
    '',
  );
  return costs.map((row) => ({
    ...row,
    label: say(row.label.key.replace('explain:row.time', 'row.hours'), row.label.params),
    unit: 'seconds',
    value: Number(row.label.params['seconds'] ?? 0),
  }));
}
