import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { CheckField } from '../../components/fields';
import { Icon } from '../../components/icon';
import { Popover } from '../../components/popover';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import { initials } from './rates';
import styles from './settings.module.css';

/** A name and a role; the rates come in the pane beside. */
export function NewPerson({ onAdded }: { onAdded: (id: string) => void }) {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={t('people.new')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.go}>
          <Icon name="plus" size={12} /> {t('people.person')}
        </button>
      }
    >
      <NewPersonForm
        onAdded={(id) => {
          setOpen(false);
          onAdded(id);
        }}
      />
    </Popover>
  );
}

function NewPersonForm({ onAdded }: { onAdded: (id: string) => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const add = useCommand('people/add');
  const [name, setName] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [managesClients, setManages] = useState(false);
  const [sent, setSent] = useState(false);
  const shownCode = code ?? initials(name);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (name.trim() === '' || shownCode.trim() === '') return;
    try {
      const { id } = await add.run({
        name: name.trim(),
        code: shownCode.trim(),
        role: role.trim(),
        managesClients,
        activeFrom: today,
        activeTo: null,
      });
      onAdded(id);
    } catch {
      // The refusal stands above the button.
    }
  }

  return (
    <form className={styles.popForm} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        label={t('people.name')}
        value={name}
        autoFocus
        problem={sent && name.trim() === '' ? t('people.nameMissing') : null}
        onChange={setName}
      />
      <div className={styles.pair}>
        <TextInput label={t('people.role')} value={role} onChange={setRole} />
        <TextInput
          label={t('people.code')}
          value={shownCode}
          maxLength={3}
          problem={sent && shownCode.trim() === '' ? t('common:field.required') : null}
          onChange={setCode}
        />
      </div>
      <CheckField label={t('people.manages')} checked={managesClients} onChange={setManages} />
      <ErrorNote failure={add.failure} />
      <Button type="submit" variant="primary" disabled={add.isRunning}>
        {t('people.add')}
      </Button>
    </form>
  );
}
