import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { PercentField, TextField } from '../../components/fields';
import { Pane } from '../../components/pane';
import { Tag } from '../../components/tag';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useWorkspace } from '../../lib/workspace';
import styles from './proposals.module.css';

type Props = { proposal: Proposal; isLocked: boolean };

/** The discount, what it costs in margin, and who may give it. */
export function DiscountPane({ proposal, isLocked }: Props) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const amend = useCommand('proposals/amend');
  const approve = useCommand('proposals/approve-discount');
  const { discount } = proposal;
  const isLead = useWorkspace().userRole === 'lead';
  const patch = (fields: { discountPpm?: number; discountReason?: string }) =>
    amend.send({ id: proposal.id, revision: proposal.revision, patch: fields });
  return (
    <Pane
      title={t('discount.title')}
      caption={
        discount.amountMinor === 0 ? '' : format.moneyWhole(discount.amountMinor, proposal.currency)
      }
      actions={
        discount.needs === 'nobody' ? null : (
          <Tag tone="warn">{t(`discount.needs.${discount.needs}`)}</Tag>
        )
      }
    >
      <div className={styles.paneBody}>
        <DiscountScale proposal={proposal} />
        <div className={styles.pair}>
          <PercentField
            label={t('discount.share')}
            value={proposal.discountPpm}
            disabled={isLocked}
            onCommit={(discountPpm) => patch({ discountPpm: discountPpm ?? 0 })}
          />
          <TextField
            label={t('discount.reason')}
            value={proposal.discountReason}
            disabled={isLocked}
            onCommit={(reason) => patch({ discountReason: reason ?? '' })}
          />
        </div>
        <p className="t2">
          {discount.atTargetPpm === null
            ? t('discount.noRoom', { target: format.ratePpm(proposal.targetPpm) })
            : t('discount.room', {
                share: format.percent(Math.floor(discount.atTargetPpm / 1000) / 10, { min: 1 }),
                target: format.ratePpm(proposal.targetPpm),
              })}
        </p>
        {discount.approvedBy === null ? null : (
          <p className="t2">{t('discount.approvedBy', { name: discount.approvedBy })}</p>
        )}
        <ErrorNote failure={amend.failure ?? approve.failure} />
        {discount.needs === 'lead' && isLead ? (
          <Button variant="primary" onClick={() => approve.send({ id: proposal.id })}>
            {t('discount.approve', { share: format.ratePpm(proposal.discountPpm) })}
          </Button>
        ) : null}
      </div>
    </Pane>
  );
}

const SCALE = 312;

/** How far the discount goes into what a manager and a lead may give: ink, amber, red. */
function DiscountScale({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const { managerMaxPpm, leadMaxPpm } = proposal.discount;
  const end = Math.max(leadMaxPpm * 1.2, proposal.discountPpm, 1);
  const at = (ppm: number) => (ppm / end) * SCALE;
  const given = proposal.discountPpm;
  const own = Math.min(given, managerMaxPpm);
  const lead = Math.max(0, Math.min(given, leadMaxPpm) - managerMaxPpm);
  const above = Math.max(0, given - leadMaxPpm);
  const label = t('discount.scale', {
    share: format.ratePpm(given),
    own: format.ratePpm(managerMaxPpm),
    lead: format.ratePpm(leadMaxPpm),
  });
  return (
    <svg className={styles.scale} viewBox={`0 0 ${String(SCALE)} 40`} role="img" aria-label={label}>
      <rect x={0} y={8} width={at(own)} height={8} fill="var(--ink)" />
      <rect x={at(managerMaxPpm)} y={8} width={at(lead)} height={8} fill="var(--warn-fill)" />
      <rect x={at(leadMaxPpm)} y={8} width={at(above)} height={8} fill="var(--neg-fill)" />
      <rect x={0.5} y={8.5} width={SCALE - 1} height={7} fill="none" stroke="var(--pencil-line)" />
      {[managerMaxPpm, leadMaxPpm].map((ppm, index) => (
        <g key={index === 0 ? 'own' : 'lead'}>
          <line x1={at(ppm)} x2={at(ppm)} y1={3} y2={21} stroke="var(--tx-1)" />
          <text
            x={index === 0 ? at(ppm) : SCALE}
            y={34}
            textAnchor={index === 0 ? 'middle' : 'end'}
            className={styles.scaleText}
          >
            {t(index === 0 ? 'discount.own' : 'discount.lead', { share: format.ratePpm(ppm) })}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** What the client owes already, and with this on top. */
export function CreditPane({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const { credit } = proposal;
  const money = (minor: number) => format.moneyWhole(minor, proposal.currency);
  const over = credit.limitMinor === null ? 0 : credit.withProposalMinor - credit.limitMinor;
  return (
    <Pane
      title={t('credit.title')}
      line="top"
      actions={
        over > 0 ? (
          <Tag tone="neg">{t('credit.over', { amount: money(over) })}</Tag>
        ) : (
          <Tag tone="pos">{t('credit.fine')}</Tag>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>{t('credit.debt')}</dt>
        <dd>{money(credit.receivablesMinor)}</dd>
        <dt>{t('credit.with')}</dt>
        <dd className={over > 0 ? 'neg' : ''}>{money(credit.withProposalMinor)}</dd>
        <dt>{t('credit.limit')}</dt>
        <dd>{credit.limitMinor === null ? t('credit.noLimit') : money(credit.limitMinor)}</dd>
      </dl>
    </Pane>
  );
}

/** Hours wanted of each role against those free, in the days of its lines. */
export function CapacityPane({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  if (proposal.capacity.length === 0) return null;
  const most = Math.max(
    ...proposal.capacity.map((row) => Math.max(row.wantedSeconds, row.freeSeconds)),
    1,
  );
  const at = (seconds: number) => (seconds / most) * 56;
  const short = proposal.capacity.filter((row) => row.wantedSeconds > row.freeSeconds);
  return (
    <Pane
      title={t('capacity.title')}
      caption={short.length === 0 ? format.dateRange(proposal.startsOn, proposal.endsOn) : ''}
      line="top"
      actions={
        short.length === 0 ? null : (
          <Tag tone="neg">{t('capacity.short', { count: short.length })}</Tag>
        )
      }
    >
      <ul className={styles.capacity}>
        {proposal.capacity.map((row) => {
          const isShort = row.wantedSeconds > row.freeSeconds;
          return (
            <li key={row.role}>
              <span className="cut" title={row.role}>
                {row.role}
              </span>
              <svg width={57} height={14} aria-hidden="true">
                <rect
                  x={0.5}
                  y={2.5}
                  width={at(Math.min(row.wantedSeconds, row.freeSeconds))}
                  height={9}
                  className="plan"
                />
                {isShort ? (
                  <rect
                    x={at(row.freeSeconds)}
                    y={2}
                    width={at(row.wantedSeconds - row.freeSeconds)}
                    height={10}
                    fill="var(--neg-fill)"
                  />
                ) : null}
                <line
                  x1={at(row.freeSeconds) + 0.5}
                  x2={at(row.freeSeconds) + 0.5}
                  y1={0}
                  y2={14}
                  stroke="var(--tx-1)"
                />
              </svg>
              <span className={isShort ? 'n neg m' : 'n'}>
                {t('capacity.of', {
                  wanted: format.hours(row.wantedSeconds, { max: 0 }),
                  free: format.hours(row.freeSeconds, { max: 0 }),
                })}
              </span>
            </li>
          );
        })}
      </ul>
    </Pane>
  );
}
