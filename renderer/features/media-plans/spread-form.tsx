import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanSpread } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { PercentField, SelectField, TextField } from '../../components/fields';
import { Segmented } from '../../components/segmented';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './media-plans.module.css';
import type { PlanLine } from './plan-types';

const KINDS = ['even', 'weekday', 'season', 'hand'] as const;
type Kind = (typeof KINDS)[number];
const WHOLE = 1_000_000;
const MAX_WEIGHT_PPM = 10 * WHOLE;

const ppmOf = (weight: string | undefined) => Math.round(Number(weight ?? '1') * WHOLE);
const weightOf = (ppm: number | null) => String((ppm ?? 0) / WHOLE);

/** How the chosen lines lie over their flights: evenly, by days of the week, by season or by hand. */
export function SpreadForm({ plan, lines }: { plan: Plan; lines: readonly PlanLine[] }) {
  const { t } = useTranslation('media-plans');
  const { data } = useRead('media-plans/list-seasons', {});
  const write = useCommand('media-plans/write-cells');
  const first = lines[0];
  const current = first?.spread ?? { kind: 'even' as const };
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen ?? current.kind;
  const seasons = data?.seasons ?? [];

  function put(spread: PlanSpread) {
    setChosen(null);
    write.send({
      planId: plan.id,
      rows: lines.map(({ id }) => ({ lineId: id, cells: {}, spread })),
    });
  }

  return (
    <div className={styles.decision}>
      <Segmented
        label={t('spread.label')}
        value={kind}
        segments={KINDS.map((value) => ({ value, label: t(`spread.${value}`) }))}
        onChange={(next) => {
          if (next === 'even') put({ kind: 'even' });
          else setChosen(next);
        }}
      />
      {kind === 'even' ? <p className="t2">{t('spread.evenText')}</p> : null}
      {kind === 'weekday' ? (
        <WeekdayWeights spread={current} key={`${first?.id}-${first?.revision}`} onPut={put} />
      ) : null}
      {kind === 'season' ? <SeasonWeights spread={current} seasons={seasons} onPut={put} /> : null}
      {kind === 'hand' ? <HandParts plan={plan} line={first} /> : null}
      <ErrorNote failure={write.failure} />
    </div>
  );
}

type Put = { spread: PlanSpread; onPut: (spread: PlanSpread) => void };

/** Monday of some week: only its name is shown. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

function WeekdayWeights({ spread, onPut }: Put) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const weights = spread.kind === 'weekday' ? spread.weights : ['1', '1', '1', '1', '1', '1', '1'];
  const names = new Intl.DateTimeFormat(format.lang, { weekday: 'short', timeZone: 'UTC' });
  return (
    <>
      <p className="t2">{t('spread.weekdayText')}</p>
      <div className={styles.weights}>
        {weights.map((weight, day) => (
          <PercentField
            // biome-ignore lint/suspicious/noArrayIndexKey: seven days of a week have no other name
            key={day}
            label={names.format(MONDAY + day * DAY_MS)}
            value={ppmOf(weight)}
            maxPpm={MAX_WEIGHT_PPM}
            onCommit={(ppm) =>
              onPut({ kind: 'weekday', weights: weights.with(day, weightOf(ppm)) })
            }
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          onClick={() => onPut({ kind: 'weekday', weights: ['1', '1', '1', '1', '1', '0', '0'] })}
        >
          {t('spread.workdays')}
        </Button>
        <Button
          onClick={() => onPut({ kind: 'weekday', weights: ['0', '0', '0', '0', '0', '1', '1'] })}
        >
          {t('spread.weekend')}
        </Button>
      </div>
    </>
  );
}

type Season = { id: string; name: string; weights: string[] };

function SeasonWeights({ spread, seasons, onPut }: Put & { seasons: readonly Season[] }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const keep = useCommand('media-plans/keep-season');
  const remove = useCommand('media-plans/remove-season');
  const own = spread.kind === 'season' ? spread : null;
  const [name, setName] = useState(own?.name ?? '');
  const [weights, setWeights] = useState<string[]>(
    own?.weights ?? Array.from({ length: 12 }, () => '1'),
  );
  const kept = seasons.find((season) => season.name === name);
  const months = new Intl.DateTimeFormat(format.lang, { month: 'short', timeZone: 'UTC' });
  return (
    <>
      <p className="t2">{t('spread.seasonText')}</p>
      {seasons.length === 0 ? null : (
        <SelectField
          label={t('spread.seasons')}
          value={kept?.id ?? ''}
          options={[
            ...(kept === undefined ? [{ value: '', label: t('spread.ownSeason') }] : []),
            ...seasons.map((season) => ({ value: season.id, label: season.name })),
          ]}
          onCommit={(id) => {
            const season = seasons.find((each) => each.id === id);
            if (season === undefined) return;
            setName(season.name);
            setWeights(season.weights);
            onPut({ kind: 'season', name: season.name, weights: season.weights });
          }}
        />
      )}
      <div className={styles.weights}>
        {weights.map((weight, month) => (
          <PercentField
            // biome-ignore lint/suspicious/noArrayIndexKey: twelve months of a year have no other name
            key={month}
            label={months.format(Date.UTC(2026, month, 1))}
            value={ppmOf(weight)}
            maxPpm={MAX_WEIGHT_PPM}
            onCommit={(ppm) => setWeights(weights.with(month, weightOf(ppm)))}
          />
        ))}
      </div>
      <TextField
        label={t('spread.seasonName')}
        value={name}
        onCommit={(next) => setName(next ?? '')}
      />
      <ErrorNote failure={keep.failure ?? remove.failure} />
      <div className={styles.actions}>
        <Button variant="primary" onClick={() => onPut({ kind: 'season', name, weights })}>
          {t('spread.apply')}
        </Button>
        <Button disabled={name === ''} onClick={() => keep.send({ name, weights })}>
          {t('spread.keepSeason')}
        </Button>
        {kept === undefined ? null : (
          <Button variant="quiet" onClick={() => remove.send({ id: kept.id })}>
            {t('spread.removeSeason')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What was typed into the columns; typing there is how a spread is made by hand. */
function HandParts({ plan, line }: { plan: Plan; line: PlanLine | undefined }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  return (
    <>
      <p className="t2">{t('spread.handText')}</p>
      <ul className={styles.locks}>
        {plan.shownColumns.map((period, i) => {
          const part = line?.columnsMinor[i] ?? 0;
          return part === 0 ? null : (
            <li key={period.from}>
              <span>{format.dateRange(period.from, period.to)}</span>
              <span className="n">{format.amount(part, plan.currency)}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
