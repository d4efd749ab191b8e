import type { ViewSettings } from '../../../shared/contract/media-plan-details.contract';
import type { MediaAlert } from '../../../shared/domain/media-plan-alerts';
import { backToWorkday } from './sample-calendar';
import type { SampleContext } from './sample-context';
import type { SampleRows } from './sample-rows';

const HOUR_MS = 3_600_000;
const POSITION_STEP = 1024;

interface CreativeSpec {
  readonly placement: string;
  readonly name: string;
  readonly format: string;
  /** Empty: the operator has not given one yet. */
  readonly erid: string;
}

const CREATIVES: readonly CreativeSpec[] = [
  {
    placement: 'РСЯ, ретаргетинг',
    name: 'Баннер «Видовые квартиры»',
    format: '300×250',
    erid: '2Vtzqud8kPw',
  },
  {
    placement: 'РСЯ, ретаргетинг',
    name: 'Баннер «Рассрочка без первого взноса»',
    format: '300×250',
    erid: '',
  },
  {
    placement: 'Лиды, форма',
    name: 'Карусель планировок',
    format: '1:1, 5 карточек',
    erid: '2VtzquZt1Wc',
  },
  {
    placement: 'Охват, видео 15 с',
    name: 'Ролик «Двор без машин»',
    format: '16:9, 15 с',
    erid: '2Vtzqv1aP6h',
  },
  {
    placement: 'Охват, видео 15 с',
    name: 'Ролик «Двор без машин», вертикальный',
    format: '9:16, 15 с',
    erid: '2Vtzqv1bX3m',
  },
];

const INCIDENT: {
  readonly placement: string;
  readonly alert: MediaAlert['code'];
  readonly note: string;
  readonly decision: string;
} = {
  placement: 'РСЯ, ретаргетинг',
  alert: 'pace-ahead',
  note: 'После дней открытых дверей аудитория ретаргетинга выросла, деньги уходят быстрее плана.',
  decision:
    'Дневной лимит снижен на 20 %, ставку за повторный показ убрали. Проверить через три дня.',
};

const SEASON = {
  name: 'Новостройки: спад летом, пик в ноябре',
  weights: ['0.9', '1', '1.1', '1', '0.8', '0.7', '0.7', '0.8', '1.1', '1.2', '1.4', '1.3'],
};

const VIEW: { readonly name: string; readonly settings: ViewSettings } = {
  name: 'Ход по каналам',
  settings: {
    view: 'fact',
    basis: 'net',
    grouping: 'channel',
    unit: 'week',
    showInternal: false,
    hidden: [],
    folded: [],
    filter: '',
  },
};

/** What surrounds the plan that runs: creatives with tokens, an incident with its decision, a season, a view. */
export function addMediaPlanDetails(context: SampleContext, rows: SampleRows): void {
  const { sink, makeId, today, people } = context;
  sink.add('media_plan_seasons', {
    id: makeId(today),
    name: SEASON.name,
    weights: JSON.stringify(SEASON.weights),
    revision: 1,
  });
  sink.add('media_plan_views', {
    id: makeId(today),
    name: VIEW.name,
    settings: JSON.stringify(VIEW.settings),
    revision: 1,
  });
  const plan = rows
    .get('media_plans')
    ?.find((row) => row['status'] === 'approved' && String(row['from_on']) <= today);
  if (plan === undefined) return;
  const lines = (rows.get('media_plan_lines') ?? []).filter((row) => row['plan_id'] === plan.id);
  const lineOf = (placement: string) => lines.find((row) => row['placement'] === placement);
  CREATIVES.forEach(({ placement, name, format, erid }, i) => {
    const line = lineOf(placement);
    if (line === undefined) return;
    sink.add('media_plan_creatives', {
      id: makeId(String(plan['from_on'])),
      line_id: line.id,
      position: (i + 1) * POSITION_STEP,
      name,
      format,
      erid,
      revision: 1,
    });
  });
  const line = lineOf(INCIDENT.placement);
  const notedOn = backToWorkday(today);
  if (line === undefined || notedOn < String(plan['from_on'])) return;
  sink.add('media_plan_incidents', {
    id: makeId(notedOn),
    family_id: plan['family_id'] ?? '',
    origin_id: line['origin_id'] ?? line.id,
    alert: INCIDENT.alert,
    note: INCIDENT.note,
    decision: INCIDENT.decision,
    person_id: people.get('TGT') ?? null,
    noted_at: Date.parse(`${notedOn}T00:00:00Z`) + 6 * HOUR_MS,
    revision: 1,
  });
}
