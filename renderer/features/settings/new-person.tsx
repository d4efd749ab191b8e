import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextInput } from '../../components/field';
import { CheckField } from '../../components/fields';
import { useCommand } from '../../lib/api';
import { useToday } from '../../lib/workspace';
import { initials } from './rates';
import styles from './settings.module.css';
import { Add, SmallForm } from './small-form';

type Props = { onAdded: (id: string) => void };

/** A name and a role; the rates come in the pane beside. */
export function NewPerson({ onAdded }: Props) {
  const { t } = useTranslation('settings');
  return (
    <Add word={t('people.person')} label={t('people.new')}>
      {(close) => <NewPersonForm onAdded={onAdded} onDone={close} />}
    </Add>
  );
}

function NewPersonForm({ onAdded, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('settings');
  const today = useToday();
  const add = useCommand('people/add');
  const [name, setName] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [managesClients, setManages] = useState(false);
  const shownCode = code ?? initials(name);
  return (
    <SmallForm
      title={t('people.new')}
      action={t('people.add')}
      failure={add.failure}
      isComplete={name.trim() !== '' && shownCode.trim() !== ''}
      isRunning={add.isRunning}
      submit={async () => {
        const { id } = await add.run({
          name: name.trim(),
          code: shownCode.trim(),
          role: role.trim(),
          managesClients,
          activeFrom: today,
          activeTo: null,
        });
        onAdded(id);
      }}
      onDone={onDone}
    >
      {(sent) => (
        <>
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
        </>
      )}
    </SmallForm>
  );
}
