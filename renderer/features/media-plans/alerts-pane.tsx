import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanAlert } from '../../../shared/contract/media-plans.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useAlertWords } from './alert-words';
import styles from './media-plans.module.css';
import { SidePane } from './side-pane';

type Incident = Plan['incidents'][number];

/** What must be looked at, with what was noted and decided; below, the notes of alerts that are over. */
export function AlertsPane({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation('media-plans');
  const words = useAlertWords(plan);
  const isOf = (incident: Incident, alert: PlanAlert) =>
    incident.lineId === alert.lineId && incident.alert === alert.code;
  const past = plan.incidents.filter(
    (incident) => !plan.alerts.some((alert) => isOf(incident, alert)),
  );
  return (
    <SidePane title={t('incident.title')} onClose={onClose}>
      {plan.alerts.length === 0 ? <p className="t2">{t('incident.none')}</p> : null}
      <ul className={styles.creatives}>
        {plan.alerts.map((alert) => (
          <li key={`${alert.lineId}-${alert.code}`}>
            <p className="m">{words(alert)}</p>
            {plan.incidents
              .filter((incident) => isOf(incident, alert))
              .map((incident) => (
                <IncidentNote key={incident.id} incident={incident} />
              ))}
            <NoteForm alert={alert} />
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <>
          <h4 className={styles.part}>{t('incident.past')}</h4>
          {past.map((incident) => {
            const line = plan.lines.find(({ id }) => id === incident.lineId);
            const title = line === undefined ? '' : line.placement || line.channel;
            return (
              <IncidentNote
                key={incident.id}
                incident={incident}
                about={[title, t(`alertName.${incident.alert}`)].filter(Boolean).join(': ')}
              />
            );
          })}
        </>
      )}
    </SidePane>
  );
}

function IncidentNote({ incident, about }: { incident: Incident; about?: string }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const remove = useCommand('media-plans/remove-incident');
  return (
    <div className={styles.incident}>
      {about === undefined ? null : <p className="m">{about}</p>}
      <p>{incident.note}</p>
      {incident.decision === '' ? null : (
        <p>
          <b className="m">{t('incident.decided')}</b> {incident.decision}
        </p>
      )}
      <p className="cap">
        {[incident.by, format.dateTime(incident.at)].filter(Boolean).join(', ')}{' '}
        <Button variant="quiet" onClick={() => remove.send({ id: incident.id })}>
          {t('facts.remove')}
        </Button>
      </p>
      <ErrorNote failure={remove.failure} />
    </div>
  );
}

function NoteForm({ alert }: { alert: PlanAlert }) {
  const { t } = useTranslation('media-plans');
  const send = useCommand('media-plans/note-incident');
  const [note, setNote] = useState('');
  const [decision, setDecision] = useState('');
  const [sent, setSent] = useState(false);
  const [isOpen, setOpen] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (note.trim() === '') return;
    send.send({ lineId: alert.lineId, alert: alert.code, note: note.trim(), decision });
    setSent(false);
    setNote('');
    setDecision('');
    setOpen(false);
  }

  if (!isOpen) {
    return <Button onClick={() => setOpen(true)}>{t('incident.write')}</Button>;
  }

  return (
    <form className={styles.decision} onSubmit={submit} noValidate>
      <TextInput
        autoFocus
        label={t('incident.note')}
        value={note}
        onChange={setNote}
        problem={sent && note.trim() === '' ? t('incident.noteMissing') : null}
      />
      <TextInput label={t('incident.decision')} value={decision} onChange={setDecision} />
      <ErrorNote failure={send.failure} />
      <div className={styles.actions}>
        <Button type="submit">{t('incident.record')}</Button>
      </div>
    </form>
  );
}
