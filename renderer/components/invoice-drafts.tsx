import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import type { InvoiceDraft } from '../../shared/contract/budgets.contract';
import { useCommand, useRead } from '../lib/api';
import { useFormat } from '../lib/format';
import { useTranslation } from '../lib/translation';
import { useToday } from '../lib/workspace';
import { Button } from './button';
import { ClientMark } from './client-mark';
import { ErrorNote } from './error-note';
import { DateField, TextField } from './fields';
import styles from './invoice-drafts.module.css';
import { Pane } from './pane';
import { Popover } from './popover';

/** Invoices that approved media plans and accepted proposals have prepared: looked through, issued or put away. Nothing where there are none. */
export function InvoiceDrafts({ clientId }: { readonly clientId: string | null }) {
  const { t } = useTranslation('budgets');
  const { data } = useRead('invoice-drafts/list', { clientId });
  const discard = useCommand('invoice-drafts/discard');
  const [openId, setOpenId] = useState<string | null>(null);
  const drafts = data?.drafts ?? [];
  if (drafts.length === 0) return null;
  const hasClients = clientId === null;
  return (
    <Pane
      title={t('drafts.title')}
      caption={t('drafts.caption')}
      line="top"
      className={styles.pane}
    >
      <ErrorNote failure={discard.failure} />
      <table className="tb flat" aria-label={t('drafts.title')}>
        <colgroup>
          <col style={{ width: 150 }} />
          {hasClients ? <col /> : null}
          <col />
          <col style={{ width: 130 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 240 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('drafts.month')}</th>
            {hasClients ? <th>{t('drafts.client')}</th> : null}
            <th>{t('drafts.plan')}</th>
            <th className="n">{t('drafts.net')}</th>
            <th className="n">{t('drafts.vat')}</th>
            <th className="n">{t('drafts.gross')}</th>
            <th>
              <span className="unseen">{t('drafts.issue')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <Fragment key={draft.id}>
              <DraftRow
                draft={draft}
                hasClients={hasClients}
                isOpen={openId === draft.id}
                onToggle={() => setOpenId(openId === draft.id ? null : draft.id)}
                onDiscard={() => discard.send({ id: draft.id })}
              />
              {openId === draft.id ? <DraftLines draft={draft} hasClients={hasClients} /> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}

function DraftRow({
  draft,
  hasClients,
  isOpen,
  onToggle,
  onDiscard,
}: {
  readonly draft: InvoiceDraft;
  readonly hasClients: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onDiscard: () => void;
}) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const [isIssuing, setIssuing] = useState(false);
  const month = format.month(draft.month);
  const mark = {
    id: draft.clientId,
    name: draft.clientName,
    mark: draft.clientMark,
    hue: draft.clientHue,
  };
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={t('drafts.showLines', { month })}
          onClick={onToggle}
        >
          {month}
        </button>
      </td>
      {hasClients ? (
        <td>
          <span className="row">
            <ClientMark client={mark} />
            <Link href={`/clients/${draft.clientId}/receivables`} className="cut m">
              {draft.clientName}
            </Link>
          </span>
        </td>
      ) : null}
      <td>
        <Link
          href={
            draft.planId === null
              ? `/proposals/${draft.proposalId ?? ''}`
              : `/media-plans/${draft.planId}`
          }
          className="cut"
        >
          {t(draft.planId === null ? 'drafts.proposalName' : 'drafts.planName', {
            number: draft.sourceNumber,
            name: draft.sourceName,
            version: draft.sourceVersion,
          })}
        </Link>
      </td>
      <td className="n">{format.amount(draft.netMinor, draft.currency)}</td>
      <td className="n t2">{format.amount(draft.vatMinor, draft.currency)}</td>
      <td className="n">{format.money(draft.grossMinor, draft.currency)}</td>
      <td className="n">
        <span className={styles.actions}>
          <Button
            variant="quiet"
            aria-label={t('drafts.discardOne', { month })}
            onClick={onDiscard}
          >
            {t('drafts.discard')}
          </Button>
          <Popover
            label={t('drafts.issueOne', { month })}
            align="end"
            open={isIssuing}
            onOpenChange={setIssuing}
            trigger={
              <Button aria-label={t('drafts.issueOne', { month })}>{t('drafts.issue')}</Button>
            }
          >
            <IssueForm draft={draft} onDone={() => setIssuing(false)} />
          </Popover>
        </span>
      </td>
    </tr>
  );
}

function DraftLines({
  draft,
  hasClients,
}: {
  readonly draft: InvoiceDraft;
  readonly hasClients: boolean;
}) {
  const format = useFormat();
  return draft.lines.map((line) => (
    <tr key={line.title} className={styles.line}>
      <td />
      <td colSpan={hasClients ? 2 : 1}>{line.title}</td>
      <td className="n">{format.amount(line.netMinor, draft.currency)}</td>
      <td className="n t2">{format.amount(line.vatMinor, draft.currency)}</td>
      <td className="n">{format.amount(line.grossMinor, draft.currency)}</td>
      <td />
    </tr>
  ));
}

function IssueForm({
  draft,
  onDone,
}: {
  readonly draft: InvoiceDraft;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('budgets');
  const today = useToday();
  const issue = useCommand('invoice-drafts/issue');
  const [issuedOn, setIssued] = useState(today);
  const next = useRead(
    'invoices/next-number',
    { clientId: draft.clientId, issuedOn },
    { keepPrevious: true },
  );
  const [number, setNumber] = useState<string | null>(null);
  const [dueOn, setDue] = useState<string | null>(null);
  const [isLacking, setLacking] = useState(false);
  const given = number ?? next.data?.number ?? null;
  const due = dueOn ?? next.data?.dueOn ?? null;

  async function submit() {
    if (given === null || due === null) {
      setLacking(true);
      return;
    }
    const done = await issue
      .run({ id: draft.id, number: given, issuedOn, dueOn: due })
      .catch(() => null);
    if (done !== null) onDone();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
        if (wrong === null) void submit();
        else wrong.focus();
      }}
    >
      <TextField label={t('drafts.number')} value={given} autoFocus onCommit={setNumber} />
      <div className={styles.pair}>
        <DateField
          label={t('drafts.issuedOn')}
          value={issuedOn}
          onCommit={(value) => value !== null && setIssued(value)}
        />
        <DateField label={t('drafts.dueOn')} value={due} onCommit={setDue} />
      </div>
      {isLacking ? <p className="msg neg">{t('drafts.lacking')}</p> : null}
      <ErrorNote failure={issue.failure} />
      <Button variant="primary" type="submit" disabled={issue.isRunning}>
        {t('drafts.issue')}
      </Button>
    </form>
  );
}
