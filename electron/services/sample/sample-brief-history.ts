import type { Answer, BriefChannel } from '../../../shared/contract/briefs.contract';
import type { BriefStep } from '../../../shared/domain/brief-stages';
import { findBriefTemplate } from '../../../shared/domain/brief-templates';
import { criteriaIn } from '../../../shared/domain/brief-templates-gaps';
import { briefTemplateInWords } from '../../../shared/domain/brief-templates-text';
import { addDays } from '../../../shared/domain/dates';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { makeBriefPrintModel } from '../brief-print-model';
import type { BriefSpec } from './sample-briefs';
import type { SampleClient, SampleContext } from './sample-context';
import type { SampleRow, SampleRows, SampleTable } from './sample-rows';

/** One move of a brief, on a day counted from today. */
export interface SampleMove {
  readonly step: BriefStep;
  readonly day: number;
  readonly clientName?: string;
  readonly channel?: BriefChannel;
  readonly evidence?: string;
  readonly note?: string;
  /** Answers of what was sent then, where they differ from those now. */
  readonly was?: Readonly<Record<string, Answer>>;
}

type SampleBrief = {
  readonly id: string;
  readonly number: number;
  readonly briefOn: string;
  readonly spec: BriefSpec;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly history: readonly SampleMove[];
};

const HOUR_MS = 3_600_000;

/** The moves of a brief with the versions they froze, and the criteria that are met. */
export function addBriefHistory(
  context: SampleContext,
  rows: SampleRows,
  client: SampleClient,
  brief: SampleBrief,
): void {
  const { sink, makeId, people, today } = context;
  const personId = people.get(client.spec.manager) ?? null;
  let version = 0;
  for (const move of brief.history) {
    const madeOn = addDays(today, move.day);
    const madeAt = Date.parse(`${madeOn}T00:00:00Z`) + 3 * HOUR_MS + brief.number * 60_000;
    if (move.step === 'sent') version += 1;
    const isFrozen = move.step === 'sent' || move.step === 'approved';
    const versionId = isFrozen ? makeId(madeOn) : null;
    if (versionId !== null) {
      const answers = sortedByKey({ ...brief.answers, ...move.was });
      sink.add('brief_versions', {
        id: versionId,
        brief_id: brief.id,
        number: version,
        kind: move.step === 'sent' ? 'sent' : 'approved',
        template_key: brief.spec.template,
        language: client.spec.language,
        title: brief.spec.title,
        answers: JSON.stringify(answers),
        paper: JSON.stringify(paperOf(context, rows, client, brief, answers, version)),
        frozen_on: madeOn,
        frozen_at: madeAt,
        revision: 1,
      });
    }
    sink.add('brief_steps', {
      id: makeId(madeOn),
      brief_id: brief.id,
      step: move.step,
      made_on: madeOn,
      made_at: madeAt,
      version_id: versionId,
      person_id: personId,
      client_name: move.clientName ?? '',
      channel: move.channel ?? null,
      evidence: move.evidence ?? '',
      note: move.note ?? '',
      revision: 1,
    });
  }
  const { metCriteria } = brief.spec;
  if (metCriteria === undefined) return;
  for (const [metric, threshold] of criteriaIn(brief.answers).slice(0, metCriteria.count)) {
    const metOn = addDays(today, metCriteria.day);
    sink.add('brief_criteria_met', {
      id: makeId(metOn),
      brief_id: brief.id,
      metric,
      threshold,
      met_on: metOn,
      person_id: personId,
      revision: 1,
    });
  }
}

function sortedByKey(answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  return Object.fromEntries(
    Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** The document as it was sent, from the rows of the sample that are there already. */
function paperOf(
  context: SampleContext,
  rows: SampleRows,
  { spec, id, contractId, contactIds }: SampleClient,
  brief: SampleBrief,
  answers: Readonly<Record<string, Answer>>,
  version: number,
) {
  const shape = findBriefTemplate(brief.spec.template);
  if (shape === undefined) throw new Error(`no template ${brief.spec.template}`);
  const find = (table: SampleTable, rowId: string | undefined): SampleRow | undefined =>
    rows.get(table)?.find((row) => row.id === rowId);
  const agency = find('agency', 'agency');
  const contract = find('contracts', contractId);
  const author = find('people', context.people.get(spec.manager));
  const { t } = translatorOf(spec.language);
  return makeBriefPrintModel({
    answers,
    template: briefTemplateInWords(shape, (key, options) => t(`brief:${key}`, options ?? {})),
    clientLogo: { logo: null, logoType: null },
    agency: {
      name: String(agency?.['name'] ?? ''),
      address: String(agency?.['address'] ?? ''),
      language: 'ru',
      logo: null,
      logoType: null,
    },
    contacts: contactIds.map((contactId) => {
      const contact = find('contacts', contactId);
      return {
        id: contactId,
        name: String(contact?.['name'] ?? ''),
        position: String(contact?.['position'] ?? ''),
      };
    }),
    head: {
      id: brief.id,
      revision: 1,
      number: brief.number,
      title: brief.spec.title,
      templateKey: shape.key,
      language: spec.language,
      status: 'sent',
      version,
      briefOn: brief.briefOn,
      editedAt: 0,
      authorName: author === undefined ? null : String(author['name']),
      authorRole: author === undefined ? null : String(author['role']),
      approverContactId: contactIds[0] ?? null,
      contractNumber: contract === undefined ? null : String(contract['number']),
      contractSignedOn: contract === undefined ? null : String(contract['signed_on']),
      clientId: id,
      clientName: spec.name,
      clientDescriptor: spec.descriptor,
      clientMark: spec.mark,
      clientHue: spec.hue,
      clientTier: spec.tier,
      clientCurrency: spec.currency,
      clientLegalName: spec.legalName,
    },
  });
}
