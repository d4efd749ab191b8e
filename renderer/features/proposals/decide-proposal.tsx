import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { DateField, SelectField } from '../../components/fields';
import { useCommand, useRead } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import { AcceptChoice, takenOf } from './accept-choice';
import styles from './proposals.module.css';

/** Of the ways to set the tasks: by the estimate's own lines. */
const BY_LINES = '';

type Props = { proposal: Proposal; open: boolean; onOpenChange: (open: boolean) => void };

/** Who said yes and what shows it: then the work is there, and one undo takes it back. */
export function AcceptProposal({ proposal, open, onOpenChange }: Props) {
  const { t } = useTranslation('proposals');
  const accept = useCommand('proposals/accept');
  const [decidedOn, setDecidedOn] = useState(useToday());
  const [decidedBy, setDecidedBy] = useState('');
  const [evidence, setEvidence] = useState('');
  const [taken, setTaken] = useState(takenOf(proposal));
  const [templateId, setTemplateId] = useState(BY_LINES);
  const regulations = useRead('templates/list', {}, { enabled: open }).data?.templates ?? [];
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (decidedBy.trim() === '') return;
    try {
      await accept.run({
        id: proposal.id,
        decidedOn,
        decidedBy: decidedBy.trim(),
        evidence,
        taken,
        ...(templateId === BY_LINES ? {} : { templateId }),
      });
      onOpenChange(false);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('accept.title')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('accept.by')}
          value={decidedBy}
          onChange={setDecidedBy}
          autoFocus
          problem={sent && decidedBy.trim() === '' ? t('accept.byMissing') : null}
        />
        <AcceptChoice proposal={proposal} taken={taken} onChange={setTaken} />
        {regulations.length === 0 || proposal.overserviceMonth !== null ? null : (
          <SelectField
            label={t('accept.tasks')}
            value={templateId}
            options={[
              { value: BY_LINES, label: t('accept.tasksByLines') },
              ...regulations.map(({ id, name }) => ({
                value: id,
                label: t('accept.tasksBy', { name }),
              })),
            ]}
            onCommit={setTemplateId}
          />
        )}
        <TextInput
          label={t('accept.evidence')}
          value={evidence}
          onChange={setEvidence}
          placeholder={t('accept.evidenceExample')}
        />
        <DateField
          label={t('accept.on')}
          value={decidedOn}
          onCommit={(day) => day && setDecidedOn(day)}
        />
        <ErrorNote failure={accept.failure} />
        <div className={styles.formFoot}>
          <Button variant="primary" type="submit" disabled={accept.isRunning}>
            {t('accept.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** When the client said no, and why: the reason is what the next proposal learns from. */
export function LoseProposal({ proposal, open, onOpenChange }: Props) {
  const { t } = useTranslation('proposals');
  const lose = useCommand('proposals/lose');
  const [decidedOn, setDecidedOn] = useState(useToday());
  const [reason, setReason] = useState('');
  const [sent, setSent] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (reason.trim() === '') return;
    try {
      await lose.run({ id: proposal.id, decidedOn, reason: reason.trim() });
      onOpenChange(false);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('lose.title')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('lose.reason')}
          value={reason}
          onChange={setReason}
          autoFocus
          placeholder={t('lose.example')}
          problem={sent && reason.trim() === '' ? t('lose.reasonMissing') : null}
        />
        <DateField
          label={t('lose.on')}
          value={decidedOn}
          onCommit={(day) => day && setDecidedOn(day)}
        />
        <ErrorNote failure={lose.failure} />
        <div className={styles.formFoot}>
          <Button variant="primary" type="submit" disabled={lose.isRunning}>
            {t('lose.button')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
