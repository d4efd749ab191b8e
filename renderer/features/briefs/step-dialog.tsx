import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief, BriefChannel } from '../../../shared/contract/briefs.contract';
import type { BriefAnswers } from '../../../shared/domain/brief-answers';
import type { BriefStep } from '../../../shared/domain/brief-stages';
import type { BriefGap } from '../../../shared/domain/brief-templates-gaps';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { DateField, SelectField } from '../../components/fields';
import { useToday } from '../../lib/workspace';
import { type Remark, useRemarks } from './brief-remarks';
import styles from './step-dialog.module.css';
import type { StepBrief } from './use-step-brief';

const CHANNELS = ['email', 'messenger', 'meeting', 'call', 'document'] as const;
const UNSAID = '';

/** Moves where a person at the client has the word. */
const BY_CLIENT: ReadonlySet<BriefStep> = new Set(['returned', 'approved', 'reworked', 'accepted']);
const WITH_CHANNEL: ReadonlySet<BriefStep> = new Set(['sent', ...BY_CLIENT]);

type Props = {
  brief: Brief;
  step: BriefStep;
  answers: BriefAnswers;
  gaps: readonly BriefGap[];
  stepBrief: StepBrief;
  onGo: (sectionKey: string, fieldKey: string) => void;
  onClose: () => void;
};

/** When a step was made, by whom, and what proves it. Before sending also what the brief lacks, as advice. */
export function StepDialog({ brief, step, answers, gaps, stepBrief, onGo, onClose }: Props) {
  // Reckoned when it is asked for: not at every save.
  const remarks = useRemarks(brief, answers, gaps);
  const { t } = useTranslation('brief');
  const [madeOn, setMadeOn] = useState(useToday());
  const [clientName, setClientName] = useState(
    brief.contacts.find(({ id }) => id === brief.approverContactId)?.name ?? '',
  );
  const [channel, setChannel] = useState<BriefChannel | typeof UNSAID>(UNSAID);
  const [evidence, setEvidence] = useState('');
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(false);

  const open = brief.criteria.filter(({ metOn }) => metOn === null).length;
  const isShort = step === 'accepted' && open > 0;
  const needsNote = step === 'returned' || step === 'reworked' || isShort;
  const needsName = step === 'approved' || step === 'accepted';
  const noName = needsName && clientName.trim() === '';
  const noNote = needsNote && note.trim() === '';

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (noName || noNote) return;
    const given = { step, madeOn, channel: channel === UNSAID ? null : channel, evidence, note };
    const name = BY_CLIENT.has(step) ? clientName : '';
    if (await stepBrief.step({ ...given, clientName: name })) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={t(`step.${step}.title`)}
    >
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {step === 'sent' && remarks.length > 0 ? (
          <Remarks remarks={remarks} onGo={onGo} onClose={onClose} />
        ) : null}
        {isShort ? <p className={styles.warning}>{t('criteria.open', { count: open })}</p> : null}
        <div className={styles.pair}>
          <DateField
            label={t('step.on')}
            value={madeOn}
            onCommit={(day) => day && setMadeOn(day)}
          />
          {WITH_CHANNEL.has(step) ? (
            <SelectField
              label={t('step.channel')}
              value={channel}
              options={[
                { value: UNSAID, label: t('channel.none') },
                ...CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) })),
              ]}
              onCommit={setChannel}
            />
          ) : null}
        </div>
        {BY_CLIENT.has(step) ? (
          <TextInput
            label={t('step.client')}
            value={clientName}
            onChange={setClientName}
            problem={sent && noName ? t('step.clientMissing') : null}
          />
        ) : null}
        {WITH_CHANNEL.has(step) ? (
          <TextInput
            label={t('step.evidence')}
            value={evidence}
            onChange={setEvidence}
            placeholder={t('step.evidenceExample')}
          />
        ) : null}
        {needsNote ? (
          <TextInput
            label={t('step.note')}
            value={note}
            onChange={setNote}
            problem={sent && noNote ? t('step.noteMissing') : null}
          />
        ) : null}
        {step === 'sent' || step === 'approved' ? <p className="t2">{t('step.freezes')}</p> : null}
        <ErrorNote failure={stepBrief.failure} />
        <div className={styles.foot}>
          <Button variant="primary" type="submit" disabled={stepBrief.isRunning}>
            {t(`step.${step}.done`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Remarks({
  remarks,
  onGo,
  onClose,
}: Pick<Props, 'onGo' | 'onClose'> & { remarks: readonly Remark[] }) {
  const { t } = useTranslation('brief');
  return (
    <section className={styles.remarks} aria-label={t('advice.title')}>
      <h3>{t('advice.title')}</h3>
      <ul>
        {remarks.map(({ sectionKey, fieldKey, code, field, text }) => (
          <li key={`${fieldKey} ${code}`}>
            <button
              type="button"
              onClick={() => {
                onClose();
                onGo(sectionKey, fieldKey);
              }}
            >
              {field}
            </button>
            {`: ${text}`}
          </li>
        ))}
      </ul>
      <p className="t2">{t('advice.free')}</p>
    </section>
  );
}
