import { useState } from 'react';
import { Link } from 'wouter';
import type { MondayBrief } from '../../../shared/contract/monday.contract';
import { ClientMark } from '../../components/client-mark';
import { ContactForm } from '../../components/contact-form';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { useTranslation } from '../../lib/translation';
import styles from './monday.module.css';

type Call = MondayBrief['calls'][number];

/** Longest silence a bar can show, in norms. */
const NORMS_SHOWN = 3;
const SILENT_FROM = 1.5;

/** Whom the agency has not talked to for longer than it should; a talk is recorded on the spot. */
export function CallsPane({ calls }: { readonly calls: readonly Call[] }) {
  const { t } = useTranslation('monday');
  return (
    <Pane
      title={t('calls.title')}
      actions={
        calls.length === 0 ? null : (
          <span className="cap">{t('calls.count', { count: calls.length })}</span>
        )
      }
    >
      {calls.length === 0 ? <p className={styles.none}>{t('calls.none')}</p> : null}
      <ul className={styles.calls}>
        {calls.map((call) => (
          <CallLine key={call.client.id} call={call} />
        ))}
      </ul>
    </Pane>
  );
}

function CallLine({ call }: { readonly call: Call }) {
  const { t } = useTranslation('monday');
  const [isOpen, setOpen] = useState(false);
  const { client, contact, silentDays, normDays } = call;
  const norms = Math.min(NORMS_SHOWN, silentDays / normDays);
  const name = t('calls.recordFor', { client: client.name });
  return (
    <li className={styles.call}>
      <ClientMark client={client} />
      <span className="cut" title={contact === null ? client.name : contact.name}>
        <Link href={`/clients/${client.id}/profitability`} className="m">
          {contact?.name ?? client.name}
        </Link>{' '}
        <span className="t3">{contact === null ? '' : contact.position}</span>
      </span>
      <Popover
        label={name}
        align="end"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className={styles.go} aria-label={name}>
            {t('calls.record')}
          </button>
        }
      >
        <div className={styles.record}>
          <p className="b">{name}</p>
          <ContactForm clientId={client.id} onDone={() => setOpen(false)} />
        </div>
      </Popover>
      <span className={styles.silence}>
        <span className={styles.silenceBar} aria-hidden="true">
          <span style={{ width: `${(Math.min(1, norms) / NORMS_SHOWN) * 100}%` }} />
          <span
            data-over=""
            style={{ width: `${(Math.max(0, norms - 1) / NORMS_SHOWN) * 100}%` }}
          />
        </span>
        <span className={silentDays >= normDays * SILENT_FROM ? 'neg sm' : 'warn sm'}>
          {t('calls.silent', { count: silentDays, norm: normDays })}
        </span>
      </span>
    </li>
  );
}
