import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { DateField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToday } from '../../lib/workspace';
import styles from './media-plans.module.css';
import { PlanStatus } from './plan-status';
import { SidePane } from './side-pane';

type Props = { plan: Plan; onClose: () => void; onOpen: (id: string) => void };

/** Versions of the plan, what the client said of this one, and what differs from the one before. */
export function VersionsPane({ plan, onClose, onOpen }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const before = plan.versions.filter(({ version }) => version < plan.version).at(-1);
  const [chosen, setChosen] = useState<string | null>(null);
  const fromId = chosen ?? before?.id ?? null;
  return (
    <SidePane title={t('versions.title')} onClose={onClose}>
      <ul className={styles.versions}>
        {plan.versions
          .toSorted((a, b) => b.version - a.version)
          .map((version) => (
            <li key={version.id}>
              <button
                type="button"
                className={version.id === plan.id ? styles.here : ''}
                aria-current={version.id === plan.id}
                onClick={() => onOpen(version.id)}
              >
                <b className="m">{t('versions.number', { version: version.version })}</b>
                <PlanStatus plan={{ ...version, sentOn: null }} />
                <span className="cap cut">
                  {version.decidedBy === '' ? format.dateTime(version.editedAt) : version.decidedBy}
                </span>
              </button>
              {version.id === plan.id ? null : (
                <Button variant="quiet" onClick={() => setChosen(version.id)}>
                  {t('versions.compare')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <Decision plan={plan} />
      {fromId === null ? null : <Difference fromId={fromId} toId={plan.id} />}
    </SidePane>
  );
}

/** Sending, the client's answer with what shows it, and the way back. */
function Decision({ plan }: { plan: Plan }) {
  const { t } = useTranslation('media-plans');
  const today = useToday();
  const format = useFormat();
  const send = useCommand('media-plans/send');
  const withdraw = useCommand('media-plans/withdraw');
  const decide = useCommand('media-plans/decide');
  const [by, setBy] = useState('');
  const [evidence, setEvidence] = useState('');
  const [on, setOn] = useState(today);
  const [sent, setSent] = useState(false);

  if (plan.status === 'approved' || plan.status === 'rejected') {
    return (
      <div className={styles.decided}>
        <p>
          {t(`versions.${plan.status}By`, {
            who: plan.decidedBy,
            on: plan.decidedOn === null ? '' : format.date(plan.decidedOn),
          })}
        </p>
        {plan.evidence === '' ? null : <p className="t2">{plan.evidence}</p>}
      </div>
    );
  }

  function answer(event: FormEvent, decision: 'approved' | 'rejected') {
    event.preventDefault();
    setSent(true);
    if (by.trim() === '') return;
    decide.send({ id: plan.id, decision, decidedOn: on, decidedBy: by.trim(), evidence });
  }

  return (
    <form className={styles.decision} onSubmit={(event) => answer(event, 'approved')} noValidate>
      <TextInput
        label={t('versions.by')}
        value={by}
        onChange={setBy}
        problem={sent && by.trim() === '' ? t('versions.byMissing') : null}
      />
      <TextInput
        label={t('versions.evidence')}
        value={evidence}
        onChange={setEvidence}
        placeholder={t('versions.evidencePlaceholder')}
      />
      <DateField label={t('versions.on')} value={on} onCommit={(day) => day && setOn(day)} />
      <ErrorNote failure={send.failure ?? withdraw.failure ?? decide.failure} />
      <div className={styles.actions}>
        <Button variant="primary" type="submit">
          {t('versions.approve')}
        </Button>
        <Button onClick={(event) => answer(event, 'rejected')}>{t('versions.reject')}</Button>
        {plan.status === 'draft' ? (
          <Button variant="quiet" onClick={() => send.send({ id: plan.id })}>
            {t('versions.send')}
          </Button>
        ) : (
          <Button variant="quiet" onClick={() => withdraw.send({ id: plan.id })}>
            {t('versions.withdraw')}
          </Button>
        )}
      </div>
    </form>
  );
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const;

function Difference({ fromId, toId }: { fromId: string; toId: string }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const { data } = useRead('media-plans/compare', { fromId, toId });
  if (data === undefined) return null;
  const money = (minor: number) => format.amount(minor, data.currency);
  const name = (field: string) =>
    t(`field.${field}`, {
      defaultValue: t(`col.${field}`, { sign: '', on: '', defaultValue: field }),
    });
  return (
    <section className={styles.diff}>
      <h4>{t('versions.diff', { from: data.fromVersion, to: data.toVersion })}</h4>
      {data.lines.length === 0 && data.terms.length === 0 ? (
        <p className="t2">{t('versions.same')}</p>
      ) : null}
      <table className={styles.diffTotals}>
        <tbody>
          {data.totals.map(({ key, fromMinor, toMinor }) => (
            <tr key={key}>
              <th scope="row">{t(`versions.total.${key}`)}</th>
              <td className="n">{money(toMinor)}</td>
              <td className="n t2">
                {fromMinor === toMinor
                  ? '='
                  : format.amount(toMinor - fromMinor, data.currency, { plus: true })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.diffLines}>
        {data.terms.map(({ field, from, to }) => (
          <li key={field}>
            ~ {name(field)}: {from} → {to}
          </li>
        ))}
        {data.lines.map((line) => (
          <li key={line.originId}>
            <b className="m">
              {SIGNS[line.kind]} {line.title}
            </b>
            {line.fromNetMinor === null || line.toNetMinor === null ? (
              <span className="t2"> {money(line.toNetMinor ?? line.fromNetMinor ?? 0)}</span>
            ) : (
              <span className="t2">
                {' '}
                {money(line.fromNetMinor)} → {money(line.toNetMinor)}
              </span>
            )}
            {line.fields.map(({ field, from, to }) => (
              <span key={field} className={styles.diffField}>
                {name(field)}: {from === '' ? '—' : from} → {to === '' ? '—' : to}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
