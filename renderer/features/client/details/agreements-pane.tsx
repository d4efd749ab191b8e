import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Agreement } from '../../../../shared/contract/agreements.contract';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, TextField } from '../../../components/fields';
import { Form } from '../../../components/form';
import { Menu } from '../../../components/menu';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { Tag } from '../../../components/tag';
import { call, failureOf, useCommand, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToast } from '../../../lib/toast';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

/** Contracts and addenda made from proposals: drafts to send, and what was signed. */
export function AgreementsPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('proposals');
  const { data, error } = useRead('agreements/list', { clientId: client.id });
  const agreements = data?.agreements ?? [];
  const drafts = agreements.filter(({ status }) => status === 'draft').length;
  return (
    <Pane
      title={t('agreement.title')}
      line="top"
      actions={
        drafts === 0 ? null : <Tag tone="warn">{t('agreement.drafts', { count: drafts })}</Tag>
      }
    >
      {error === null ? null : <ErrorNote failure={failureOf(error)} />}
      {agreements.length === 0 ? (
        <p className={`sm t2 ${styles.paneText}`}>{t('agreement.none')}</p>
      ) : (
        <ul className={styles.agreements} aria-label={t('agreement.title')}>
          {agreements.map((agreement) => (
            <AgreementItem key={agreement.id} agreement={agreement} />
          ))}
        </ul>
      )}
    </Pane>
  );
}

function AgreementItem({ agreement }: { readonly agreement: Agreement }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const toast = useToast();
  const remove = useCommand('agreements/remove');
  const [failure, setFailure] = useState(failureOf(null));
  const [isSigning, setSigning] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const { id, revision, proposal, kind, number } = agreement;
  const isDraft = agreement.status === 'draft';
  const name = t(`agreement.${kind}`, { number });

  async function save() {
    try {
      const { path } = await call('agreements/export', { id });
      setFailure(null);
      if (path !== null) toast({ text: t('page.saved', { name: path.split(/[/\\]/).at(-1) }) });
    } catch (error) {
      setFailure(failureOf(error));
    }
  }

  return (
    <li>
      <div className="row">
        <span className="grow cut m" title={name}>
          {name}
        </span>
        <Tag tone={isDraft ? 'line' : 'pos'}>
          {isDraft
            ? t('agreement.draft')
            : t('agreement.signed', { on: format.date(agreement.signedOn ?? agreement.datedOn) })}
        </Tag>
        <Button onClick={() => void save()} aria-label={t('agreement.pdfOf', { name })}>
          PDF
        </Button>
        {isDraft ? (
          <Popover
            label={t('agreement.sign')}
            align="end"
            open={isSigning}
            onOpenChange={setSigning}
            trigger={<Button>{t('agreement.sign')}</Button>}
          >
            <SignForm agreement={agreement} onDone={() => setSigning(false)} />
          </Popover>
        ) : null}
        {isDraft ? (
          <Menu
            trigger={
              <Button variant="quiet" aria-label={t('agreement.menu', { name })}>
                …
              </Button>
            }
            items={[
              { label: t('agreement.edit'), onChoose: () => setEditing(!isEditing) },
              {
                label: t('agreement.remove'),
                onChoose: () => remove.send({ id, revision }),
                danger: true,
                apart: true,
              },
            ]}
          />
        ) : null}
      </div>
      <p className="sm t2">
        {agreement.contractNumber === null || kind === 'contract'
          ? ''
          : `${t('agreement.toContract', { number: agreement.contractNumber })} · `}
        {format.date(agreement.datedOn)}
        {' · '}
        <span className="nw">
          {format.money(agreement.grossMinor, agreement.currency)}
          {agreement.vatPpm === null ? '' : ` ${t('agreement.withVat')}`}
        </span>
        {' · '}
        <Link href={`/proposals/${proposal.id}`} className={styles.link}>
          {t('agreement.proposal', { number: proposal.number })}
        </Link>
      </p>
      <p className="sm cut" title={agreement.subject}>
        {agreement.subject}
      </p>
      {isEditing ? <EditForm agreement={agreement} onDone={() => setEditing(false)} /> : null}
      <ErrorNote failure={remove.failure ?? failure} />
    </li>
  );
}

type FormProps = { readonly agreement: Agreement; readonly onDone: () => void };

function SignForm({ agreement, onDone }: FormProps) {
  const { t } = useTranslation('proposals');
  const today = useToday();
  const sign = useCommand('agreements/sign');
  const [signedOn, setSignedOn] = useState<string | null>(today);
  const [evidence, setEvidence] = useState<string | null>(null);
  return (
    <Form
      className={styles.form}
      onSubmit={async () => {
        const { id, revision } = agreement;
        const done = await sign
          .run({ id, revision, signedOn: signedOn ?? today, evidence: evidence ?? '' })
          .catch(() => null);
        if (done !== null) onDone();
      }}
    >
      <DateField
        label={t('agreement.signedOn')}
        value={signedOn}
        onCommit={setSignedOn}
        required={t('terms.dateMissing')}
      />
      <TextField
        label={t('agreement.evidence')}
        value={evidence}
        onCommit={setEvidence}
        placeholder={t('agreement.evidenceExample')}
      />
      <ErrorNote failure={sign.failure} />
      <Button variant="primary" type="submit" disabled={sign.isRunning}>
        {t('agreement.signButton')}
      </Button>
    </Form>
  );
}

/** Number, day and subject of a draft, saved field by field. */
function EditForm({ agreement, onDone }: FormProps) {
  const { t } = useTranslation('proposals');
  const amend = useCommand('agreements/amend', { announce: false });
  const { id, revision } = agreement;
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <TextField
          label={t('agreement.number')}
          value={agreement.number}
          autoFocus
          required={t('agreement.numberMissing')}
          onEscape={onDone}
          onCommit={(number) => number !== null && amend.send({ id, revision, patch: { number } })}
        />
        <DateField
          label={t('agreement.datedOn')}
          value={agreement.datedOn}
          required={t('terms.dateMissing')}
          onCommit={(datedOn) =>
            datedOn !== null && amend.send({ id, revision, patch: { datedOn } })
          }
        />
      </div>
      <TextField
        label={t('agreement.subject')}
        value={agreement.subject}
        required={t('agreement.subjectMissing')}
        onCommit={(subject) => subject !== null && amend.send({ id, revision, patch: { subject } })}
      />
      <ErrorNote failure={amend.failure} />
    </div>
  );
}
