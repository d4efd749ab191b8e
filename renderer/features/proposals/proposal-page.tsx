import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import type { Failure } from '../../../shared/contract/result';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { Figure } from '../../components/figure';
import { LoadingShape } from '../../components/loading-shape';
import { Menu } from '../../components/menu';
import { Tag } from '../../components/tag';
import { call, failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useToast } from '../../lib/toast';
import { useToday } from '../../lib/workspace';
import { AcceptancePane } from './acceptance-pane';
import { AccuracyPane } from './accuracy-pane';
import { AddLine } from './add-line';
import { AcceptProposal, LoseProposal } from './decide-proposal';
import { EstimateTable } from './estimate-table';
import { marginTone } from './margin-tone';
import { PackageBar } from './package-bar';
import { CapacityPane, CreditPane, DiscountPane } from './proposal-panes';
import { ProposalStatus } from './proposal-status';
import styles from './proposals.module.css';
import { TermsPane } from './terms-pane';

/** One version of a proposal. */
export function ProposalPage() {
  const { t } = useTranslation('proposals');
  const { id = '' } = useParams<{ id: string }>();
  const { data, error } = useRead('proposals/show', { id }, { keepPrevious: true });
  const [showInternal, setInternal] = useState(true);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'F9') return;
      event.preventDefault();
      setInternal((shown) => !shown);
    }
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  const isLocked = data.status !== 'draft';
  return (
    <div className={`${styles.page} ${showInternal ? '' : styles.safe}`}>
      <PageTitle title={data.title} caption={t('page.number', { number: data.number })} />
      <PageStatus>
        <kbd>F9</kbd> {t(showInternal ? 'page.hideInternal' : 'page.showInternal')}
      </PageStatus>
      <Head
        proposal={data}
        showInternal={showInternal}
        onInternal={() => setInternal(!showInternal)}
      />
      <Summary proposal={data} showInternal={showInternal} />
      {isLocked ? (
        <p className={styles.frozen} role="note">
          {t(`frozen.${data.status}`, { reason: data.lostReason, by: data.decidedBy })}
        </p>
      ) : null}
      <div className={styles.body}>
        <div className={styles.sheet}>
          <PackageBar proposal={data} isLocked={isLocked} showInternal={showInternal} />
          {data.lines.length === 0 ? (
            <EmptyState title={t('page.empty')} text={t('page.emptyText')}>
              {isLocked ? null : <AddLine proposal={data} />}
            </EmptyState>
          ) : (
            <>
              <EstimateTable proposal={data} isLocked={isLocked} showInternal={showInternal} />
              {isLocked ? null : (
                <div className={styles.addBar}>
                  <AddLine proposal={data} />
                </div>
              )}
              {showInternal ? <AccuracyPane proposal={data} /> : null}
              <TermsPane proposal={data} isLocked={isLocked} />
            </>
          )}
        </div>
        {showInternal ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keys
          <aside className={styles.side} tabIndex={0} aria-label={t('page.side')}>
            <DiscountPane proposal={data} isLocked={isLocked} />
            <CapacityPane proposal={data} />
            <CreditPane proposal={data} />
            <AcceptancePane proposal={data} />
          </aside>
        ) : null}
      </div>
    </div>
  );
}

type HeadProps = { proposal: Proposal; showInternal: boolean; onInternal: () => void };

/** Whose proposal it is, until when, and what can be done with it. */
function Head({ proposal, showInternal, onInternal }: HeadProps) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const [, navigate] = useLocation();
  const toast = useToast();
  const [isLosing, setLosing] = useState(false);
  const [isAccepting, setAccepting] = useState(false);
  const [exportFailure, setExportFailure] = useState<Failure | null>(null);
  const send = useCommand('proposals/send');
  const withdraw = useCommand('proposals/withdraw');
  const duplicate = useCommand('proposals/duplicate');
  const archive = useCommand('proposals/archive');
  const isDraft = proposal.status === 'draft';
  const isDecided = proposal.status === 'accepted';
  const today = useToday();
  const hasExpired = (isDraft || proposal.status === 'sent') && proposal.validUntil < today;

  async function newVersion() {
    try {
      const { id } = await duplicate.run({ id: proposal.id });
      navigate(`/proposals/${id}`);
    } catch {
      // The refusal stands below.
    }
  }

  async function save(format: 'pdf' | 'xlsx') {
    try {
      const { path } = await call('proposals/export', { id: proposal.id, format });
      setExportFailure(null);
      if (path !== null) toast({ text: t('page.saved', { name: path.split(/[/\\]/).at(-1) }) });
    } catch (error) {
      setExportFailure(failureOf(error));
    }
  }

  async function putAway() {
    try {
      await archive.run({ id: proposal.id });
      navigate('/proposals');
    } catch {
      // The refusal stands below.
    }
  }

  return (
    <header>
      <div className={styles.head}>
        <ClientMark client={{ mark: proposal.clientMark, hue: proposal.clientHue }} size="l" />
        <div className={styles.names}>
          <h2 className="cut">{proposal.title}</h2>
          <p className="t2 cut">
            <Link href={`/clients/${proposal.clientId}/profitability`}>{proposal.clientName}</Link>
            {', '}
            {t('page.about', {
              number: proposal.number,
              until: format.date(proposal.validUntil),
              days: format.dateRange(proposal.startsOn, proposal.endsOn),
            })}
          </p>
        </div>
        <ProposalStatus proposal={proposal} />
        {hasExpired ? <Tag tone="neg">! {t('status.expired')}</Tag> : null}
        <Button disabled={proposal.lines.length === 0} onClick={() => void save('pdf')}>
          {t('page.pdf')}
        </Button>
        {isDraft ? (
          <Button
            variant="primary"
            disabled={proposal.lines.length === 0 || proposal.discount.needs !== 'nobody'}
            title={proposal.discount.needs === 'nobody' ? undefined : t('page.waitsForDiscount')}
            onClick={() => send.send({ id: proposal.id })}
          >
            {t('page.send')}
          </Button>
        ) : null}
        {proposal.status === 'sent' ? (
          <Button variant="primary" onClick={() => setAccepting(true)}>
            {t('page.accept')}
          </Button>
        ) : null}
        {proposal.status === 'lost' || isDecided ? (
          <Button onClick={() => void newVersion()}>{t('page.newVersion')}</Button>
        ) : null}
        <Menu
          trigger={<Button aria-label={t('page.more')}>…</Button>}
          items={[
            { label: t('page.xlsx'), onChoose: () => void save('xlsx') },
            {
              label: t(showInternal ? 'page.hideInternal' : 'page.showInternal'),
              onChoose: onInternal,
              keys: 'F9',
            },
            ...(isDraft || proposal.status === 'sent'
              ? [{ label: t('page.newVersion'), onChoose: () => void newVersion() }]
              : []),
            ...(isDraft || isDecided
              ? []
              : [
                  { label: t('page.withdraw'), onChoose: () => withdraw.send({ id: proposal.id }) },
                ]),
            ...(isDecided || proposal.status === 'lost'
              ? []
              : [{ label: t('page.lose'), onChoose: () => setLosing(true), apart: true }]),
            ...(isDecided
              ? []
              : [{ label: t('page.archive'), onChoose: () => void putAway(), danger: true }]),
          ]}
        />
      </div>
      <ErrorNote
        failure={
          send.failure ?? withdraw.failure ?? duplicate.failure ?? archive.failure ?? exportFailure
        }
      />
      {isAccepting ? <AcceptProposal proposal={proposal} open onOpenChange={setAccepting} /> : null}
      <LoseProposal proposal={proposal} open={isLosing} onOpenChange={setLosing} />
    </header>
  );
}

/** «Цена 871 924 ₽ без НДС · Маржа 36,7 % AGI при цели 45 % · Версия 1: было 912 400» */
function Summary({ proposal, showInternal }: { proposal: Proposal; showInternal: boolean }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const money = (minor: number) => format.moneyWhole(minor, proposal.currency);
  const before = proposal.versions.filter(({ version }) => version < proposal.version).at(-1);
  const { discount, total } = proposal;
  return (
    <div className={styles.summary}>
      <span>
        {t('summary.price')} <b>{money(total.amountMinor)}</b> {t('summary.noVat')}
      </span>
      {showInternal ? (
        <>
          <span>
            {t('summary.margin')}{' '}
            <b>
              <Figure
                figure={total.marginPpm}
                unit="ppm"
                withUnit
                tone={marginTone(total.marginPpm.value, proposal.targetPpm)}
              />
            </b>{' '}
            {t('summary.target', { target: format.ratePpm(proposal.targetPpm) })}
          </span>
          {discount.amountMinor === 0 ? null : (
            <span>
              {t('summary.discountCosts')}{' '}
              <b>
                <Figure figure={discount.marginCostPpm} unit="ppm" />
              </b>{' '}
              {t('summary.points')}
            </span>
          )}
        </>
      ) : null}
      <span className="grow" />
      <span className="t3">{t('summary.prices', { on: format.date(proposal.pricesOn) })}</span>
      {before === undefined ? null : (
        <Link href={`/proposals/${before.id}`} className="acc m">
          {t('summary.before', { version: before.version, amount: money(before.amountMinor) })}
        </Link>
      )}
    </div>
  );
}
