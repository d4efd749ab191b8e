import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import styles from '../client.module.css';
import { InlineEdit } from '../inline-edit';

type Contact = ClientOverview['contacts'][number];

const FIELDS = ['name', 'position', 'phone', 'email'] as const;

/** People on the client's side. */
export function ContactsPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const amend = useCommand('contacts/amend');
  const remove = useCommand('contacts/remove');
  const [isOpen, setOpen] = useState(false);
  return (
    <Pane
      title={t('contacts.title')}
      actions={
        <Popover
          label={t('contacts.add')}
          align="end"
          open={isOpen}
          onOpenChange={setOpen}
          trigger={
            <Button variant="quiet" icon="plus">
              {t('contacts.contact')}
            </Button>
          }
        >
          <ContactForm clientId={client.id} onDone={() => setOpen(false)} />
        </Popover>
      }
    >
      <ErrorNote failure={amend.failure ?? remove.failure} />
      {client.contacts.length === 0 ? (
        <p className={`sm t2 ${styles.paneText}`}>{t('contacts.none')}</p>
      ) : (
        <table className={`tb flat ${styles.sideTable}`} aria-label={t('contacts.title')}>
          <thead>
            <tr>
              {FIELDS.map((field) => (
                <th key={field}>{t(`contacts.${field}`)}</th>
              ))}
              <th className={styles.narrow}>
                <span className="unseen">{t('media.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {client.contacts.map((contact) => (
              <tr key={contact.id}>
                {FIELDS.map((field) => (
                  <td key={field} title={contact[field] ?? undefined}>
                    <ContactCell
                      contact={contact}
                      field={field}
                      onSave={(patch) =>
                        amend.send({ id: contact.id, revision: contact.revision, patch })
                      }
                    />
                  </td>
                ))}
                <td className="n">
                  <Button
                    variant="quiet"
                    className={styles.rowAction}
                    aria-label={t('contacts.removeOne', { name: contact.name })}
                    onClick={() => remove.send({ id: contact.id })}
                  >
                    {t('media.remove')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  );
}

function ContactCell({
  contact,
  field,
  onSave,
}: {
  readonly contact: Contact;
  readonly field: (typeof FIELDS)[number];
  readonly onSave: (patch: Partial<Pick<Contact, (typeof FIELDS)[number]>>) => void;
}) {
  const { t } = useTranslation('client');
  const value = contact[field];
  const label = t(`contacts.${field}`);
  const isRequired = field === 'name';
  return (
    <InlineEdit
      label={t('change', { what: label })}
      view={value === null || value === '' ? <span className="dash">—</span> : value}
    >
      {(close) => (
        <TextField
          label={label}
          hideLabel
          autoFocus
          value={value}
          {...(isRequired ? { required: t('contacts.nameMissing') } : {})}
          onEscape={close}
          onCommit={(text) => {
            close();
            if (field === 'phone' || field === 'email') onSave({ [field]: text });
            else onSave({ [field]: text ?? '' });
          }}
        />
      )}
    </InlineEdit>
  );
}

function ContactForm({
  clientId,
  onDone,
}: {
  readonly clientId: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('client');
  const add = useCommand('contacts/add');
  const [name, setName] = useState<string | null>(null);
  const [position, setPosition] = useState<string | null>(null);
  const [phone, setPhone] = useState<string | null>(null);
  const [email, setEmail] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);
  return (
    <Form
      className={styles.form}
      onSubmit={async () => {
        if (name === null) {
          setLacking(true);
          return;
        }
        const done = await add
          .run({ clientId, name, position: position ?? '', phone, email })
          .catch(() => null);
        if (done !== null) onDone();
      }}
    >
      <TextField
        label={t('contacts.name')}
        value={name}
        autoFocus
        required={t('contacts.nameMissing')}
        onCommit={setName}
      />
      {isLacking && name === null && <p className="msg neg">{t('contacts.nameMissing')}</p>}
      <TextField label={t('contacts.position')} value={position} onCommit={setPosition} />
      <div className={styles.pair}>
        <TextField label={t('contacts.phone')} value={phone} onCommit={setPhone} />
        <TextField label={t('contacts.email')} value={email} onCommit={setEmail} />
      </div>
      <ErrorNote failure={add.failure} />
      <Button variant="primary" type="submit" disabled={add.isRunning}>
        {t('contacts.save')}
      </Button>
    </Form>
  );
}
