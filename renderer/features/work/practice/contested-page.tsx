import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../../../shared/contract/contract';
import type { Contest, Stakes } from '../../../../shared/contract/tasks-practice.contract';
import { addDays, mondayOf } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { ClientMark } from '../../../components/client-mark';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { CheckField, SelectField } from '../../../components/fields';
import { Figure } from '../../../components/figure';
import { LoadingShape } from '../../../components/loading-shape';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { type Kit, useKit } from '../kit';
import work from '../work.module.css';
import styles from './practice.module.css';

const WEEKS = 6;
const OUTCOMES = ['in-order', 'split', 'outside', 'overtime'] as const;
type Outcome = (typeof OUTCOMES)[number];
type Decision = Output<'contests/list'>['decided'][number];

/** Hours of one person that several tasks want: what is at stake on each side, and what was decided. */
export function ContestedPage() {
  const from = mondayOf(useKit(undefined).today);
  const { data, error } = useRead('contests/list', { from, weeks: WEEKS }, { keepPrevious: true });
  const kit = useKit(data?.names);
  const { t, format } = kit;
  if (error !== null)
    return (
      <div className={work.note}>
        <ErrorNote failure={failureOf(error)} />
      </div>
    );
  if (data === undefined) return <LoadingShape rows={8} />;
  const over = data.open.reduce((sum, one) => sum + one.demandSeconds - one.capacitySeconds, 0);
  return (
    <div className={work.scroll}>
      <div className="head">
        <p className="lede grow">
          {data.open.length === 0 ? (
            <b>{t('contest.none')}</b>
          ) : (
            <>
              <b>{t('contest.lede', { count: data.open.length })}</b>
              {`: ${t('contest.over', { hours: format.hoursUnit(over, { max: 1 }) })}`}
            </>
          )}
        </p>
      </div>
      {data.open.map((contest) => (
        <OpenContest key={`${contest.personId}${contest.weekOn}`} contest={contest} kit={kit} />
      ))}
      {data.open.length === 0 ? <p className={styles.none}>{t('contest.noneText')}</p> : null}
      <div className={styles.low}>
        <Decided decided={data.decided} kit={kit} />
        <Waits waits={data.waits} kit={kit} />
      </div>
    </div>
  );
}

function OpenContest({ contest, kit }: { contest: Contest; kit: Kit }) {
  const { t, format } = kit;
  const [order, setOrder] = useState<readonly string[]>(contest.sides.map(({ taskId }) => taskId));
  const [outcome, setOutcome] = useState<Outcome>('in-order');
  const [moveRest, setMoveRest] = useState(true);
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);
  const decide = useCommand('contests/decide');
  const sides = order.flatMap((id) => contest.sides.filter(({ taskId }) => taskId === id));
  const person = kit.people.get(contest.personId);
  const first = (taskId: string) => setOrder([taskId, ...order.filter((id) => id !== taskId)]);
  return (
    <section className={styles.contest} aria-label={person?.name ?? ''}>
      <div className="pane-h">
        <h2>{person?.name}</h2>
        <span className="cap">
          {t('contest.slot', {
            from: format.dateShort(contest.weekOn),
            to: format.dateShort(addDays(contest.weekOn, 6)),
          })}
        </span>
        <span className="grow" />
        <span className="tag neg">
          {t('contest.sum', {
            demand: format.hours(contest.demandSeconds, { max: 1 }),
            capacity: format.hoursUnit(contest.capacitySeconds, { max: 1 }),
          })}
        </span>
      </div>
      <ol className={styles.sides}>
        {sides.map((side, index) => (
          <Side key={side.taskId} side={side} place={index + 1} kit={kit}>
            {index === 0 ? (
              <span className="tag acc">{t('contest.first')}</span>
            ) : (
              <Button onClick={() => first(side.taskId)}>{t('contest.putFirst')}</Button>
            )}
          </Side>
        ))}
      </ol>
      <form
        className={styles.decide}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (reason.trim() === '') return;
          decide.send({
            personId: contest.personId,
            weekOn: contest.weekOn,
            order: [...order],
            outcome,
            reason: reason.trim(),
            moveRest: outcome === 'in-order' && moveRest,
          });
        }}
      >
        <SelectField
          label={t('contest.outcome')}
          value={outcome}
          options={OUTCOMES.map((value) => ({ value, label: t(`contest.outcomes.${value}`) }))}
          onCommit={setOutcome}
        />
        <TextInput
          label={t('contest.reason')}
          placeholder={t('contest.reasonExample')}
          value={reason}
          onChange={setReason}
          problem={sent && reason.trim() === '' ? t('contest.reasonNeeded') : null}
        />
        <Button type="submit" variant="primary" disabled={decide.isRunning}>
          {t('contest.decide')}
        </Button>
        {outcome === 'in-order' ? (
          <CheckField label={t('contest.moveRest')} checked={moveRest} onChange={setMoveRest} />
        ) : null}
        <ErrorNote failure={decide.failure} />
      </form>
    </section>
  );
}

type SideProps = { side: Stakes; place: number; kit: Kit; children?: ReactNode };

/** One side: what the task stands to lose if it waits. */
function Side({ side, place, kit, children }: SideProps) {
  const { t, format } = kit;
  const client = side.clientId === null ? undefined : kit.clients.get(side.clientId);
  const facts: [string, ReactNode][] = [
    ['needed', format.hoursUnit(side.neededSeconds, { max: 1 })],
    [
      'due',
      side.deadlineOn === null
        ? side.dueOn === null
          ? '—'
          : format.date(side.dueOn)
        : t('contest.deadline', { day: format.date(side.deadlineOn) }),
    ],
    ['tier', side.tier ?? '—'],
    ['margin', <Figure key="margin" figure={side.marginPpm} unit="ppm" withUnit />],
    [
      'stage',
      side.stageMinor === null || side.currency === null
        ? '—'
        : format.moneyWhole(side.stageMinor, side.currency),
    ],
    ['promise', side.promise === '' ? '—' : side.promise],
    ['waiting', side.waitingCount === 0 ? '—' : format.number(side.waitingCount)],
    [
      'late',
      side.lateIfWaitsDays > 0 ? (
        <b key="late" className="neg">
          {t('contest.lateDays', { count: side.lateIfWaitsDays })}
        </b>
      ) : (
        t('contest.room')
      ),
    ],
  ];
  return (
    <li className={styles.side}>
      <div className="row">
        {client === undefined ? null : <ClientMark client={client} />}
        <span className="cap cut">{client?.name ?? t('card.internal')}</span>
        <span className="grow" />
        <span className="cap">
          {t('contest.place', { place, score: format.number(side.score) })}
        </span>
      </div>
      <Link href={`/tasks/${side.taskId}`} className={`m ${styles.name}`}>
        {side.title}
      </Link>
      <dl className={styles.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`contest.fact.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>{children}</div>
    </li>
  );
}

function Decided({ decided, kit }: { decided: readonly Decision[]; kit: Kit }) {
  const { t, format } = kit;
  return (
    <section aria-label={t('contest.past')}>
      <div className="pane-h">
        <h2>{t('contest.past')}</h2>
      </div>
      {decided.length === 0 ? <p className={work.note}>{t('contest.pastNone')}</p> : null}
      <ul className={styles.log}>
        {decided.map((one) => (
          <li key={one.id}>
            <span className="m">
              {t('contest.number', { number: one.number })}
              {'. '}
              {t(`contest.outcomes.${one.outcome}`)}
            </span>
            {': '}
            {one.sides.map(({ title }) => title).join(' → ')}
            <p className="t2">{one.reason}</p>
            <p className="cap">
              {[
                kit.people.get(one.personId)?.name,
                t('contest.slot', {
                  from: format.dateShort(one.weekOn),
                  to: format.dateShort(addDays(one.weekOn, 6)),
                }),
                t('contest.decidedBy', {
                  name: kit.people.get(one.decidedBy)?.name ?? one.decidedBy,
                  when: format.dateTime(one.decidedAt),
                }),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SECONDS_A_DAY = 86_400;

function Waits({ waits, kit }: { waits: Output<'contests/list'>['waits']; kit: Kit }) {
  const { t, format } = kit;
  return (
    <section className="vr" aria-label={t('contest.waits')}>
      <div className="pane-h">
        <h2>{t('contest.waits')}</h2>
        <span className="cap cut">{t('contest.waitsCaption')}</span>
      </div>
      <table className="tb flat" aria-label={t('contest.waits')}>
        <thead>
          <tr>
            <th>{t('task.role')}</th>
            <th className="n">{t('contest.tasks')}</th>
            <th className="n">{t('contest.days')}</th>
          </tr>
        </thead>
        <tbody>
          {waits.map(({ role, count, meanSeconds }) => (
            <tr key={role}>
              <td>{role === '' ? t('contest.noRole') : role}</td>
              <td className="n">{format.number(count)}</td>
              <td className="n">
                {meanSeconds.value === null
                  ? '—'
                  : format.number(meanSeconds.value / SECONDS_A_DAY, { min: 1 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
