import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { addDays, addMonths, monthOf, monthPeriod } from '../../../shared/domain/dates';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { DateField, SelectField } from '../../components/fields';
import { NewDialog } from '../../components/new-dialog';
import { useCommand, useRead } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import styles from './proposals.module.css';

const NO_BRIEF = '';

/** For whom, for what, when: the empty estimate opens. */
export function NewProposal() {
  const { t } = useTranslation('proposals');
  return (
    <NewDialog list="/proposals" button={t('new.button')} title={t('new.title')}>
      <NewProposalForm />
    </NewDialog>
  );
}

function NewProposalForm() {
  const { t } = useTranslation('proposals');
  const today = useToday();
  const [, navigate] = useLocation();
  const clients = useRead('clients/list', { archived: false }).data?.clients ?? [];
  const briefs = useRead('briefs/list', { clientId: null }).data?.briefs ?? [];
  const add = useCommand('proposals/add');
  const [chosenClient, setClient] = useState('');
  const [briefId, setBrief] = useState(NO_BRIEF);
  const [typed, setTyped] = useState<string | null>(null);
  const [startsOn, setStart] = useState(addDays(today, 7));
  const [endsOn, setEnd] = useState(monthPeriod(addMonths(monthOf(today), 3)).to);
  const [sent, setSent] = useState(false);
  const client = clients.find(({ id }) => id === chosenClient) ?? clients[0];
  const ofClient = briefs.filter((brief) => brief.client.id === client?.id);
  const brief = ofClient.find(({ id }) => id === briefId);
  const title = (typed ?? brief?.title ?? '').trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (client === undefined || title === '') return;
    try {
      const { id } = await add.run({
        clientId: client.id,
        briefId: brief?.id ?? null,
        title,
        startsOn,
        endsOn,
      });
      navigate(`/proposals/${id}`);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <SelectField
        label={t('new.client')}
        value={client?.id ?? ''}
        options={clients.map(({ id, name }) => ({ value: id, label: name }))}
        onCommit={(id) => {
          setClient(id);
          setBrief(NO_BRIEF);
        }}
        note={clients.length === 0 ? { tone: 'warn', text: t('new.noClients') } : null}
      />
      <SelectField
        label={t('new.brief')}
        value={brief?.id ?? NO_BRIEF}
        options={[
          { value: NO_BRIEF, label: t('new.noBrief') },
          ...ofClient.map(({ id, number, title: word }) => ({
            value: id,
            label: t('new.briefOption', { number, title: word }),
          })),
        ]}
        onCommit={setBrief}
      />
      <TextInput
        label={t('new.name')}
        value={typed ?? brief?.title ?? ''}
        onChange={setTyped}
        autoFocus
        problem={sent && title === '' ? t('new.nameMissing') : null}
      />
      <div className={styles.pair}>
        <DateField
          label={t('new.from')}
          value={startsOn}
          onCommit={(day) => day && setStart(day)}
        />
        <DateField label={t('new.to')} value={endsOn} onCommit={(day) => day && setEnd(day)} />
      </div>
      <ErrorNote failure={add.failure} />
      <div className={styles.formFoot}>
        <Button variant="primary" type="submit" disabled={add.isRunning || clients.length === 0}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  );
}
