import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import styles from './proposals.module.css';

/** What accepting will make, or has made: pencil before, ink after. */
export function AcceptancePane({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const { acceptance } = proposal;
  const money = (minor: number) => format.moneyWhole(minor, proposal.currency);
  const isDone = proposal.status === 'accepted';
  const mark = <i className={isDone ? styles.made : `hatch ${styles.made}`} aria-hidden="true" />;
  const rows: readonly (readonly [name: string, text: React.ReactNode])[] = [
    [
      'project',
      proposal.projectId === null ? (
        t('made.projectText', { fee: money(acceptance.feeMinor) })
      ) : (
        <Link key="project" href={`/clients/${proposal.clientId}/projects`} className="acc m">
          {t('made.projectText', { fee: money(acceptance.feeMinor) })}
        </Link>
      ),
    ],
    ...(acceptance.taskCount === 0
      ? []
      : [
          [
            'tasks',
            t('made.tasksText', {
              count: acceptance.taskCount,
              hours: format.hoursUnit(acceptance.seconds, { max: 1 }),
            }),
          ] as const,
        ]),
    ...(acceptance.months.length === 0
      ? []
      : [
          [
            'budget',
            acceptance.months
              .map(
                ({ month, sharePpm }) =>
                  `${format.monthName(month)} ${format.percent(sharePpm / 10_000, { max: 0 })}`,
              )
              .join(', '),
          ] as const,
        ]),
    ...(acceptance.mediaLineCount === 0
      ? []
      : [
          [
            'media',
            t('made.mediaText', {
              count: acceptance.mediaLineCount,
              amount: money(acceptance.mediaMinor),
            }),
          ] as const,
        ]),
    [
      'invoice',
      t('made.invoiceText', {
        amount: format.money(acceptance.firstInvoiceGrossMinor, proposal.currency),
      }),
    ],
    ...(isDone && proposal.agreement === null
      ? []
      : [['agreement', <AgreementLine key="agreement" proposal={proposal} />] as const]),
  ];
  return (
    <Pane
      title={t(isDone ? 'made.titleDone' : 'made.title')}
      caption={isDone ? '' : t('made.caption')}
      line="top"
    >
      <dl className={styles.makes}>
        {rows.map(([name, text]) => (
          <div key={name}>
            {mark}
            <dt>{t(`made.${name}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}

/** The contract or addendum: the draft that is there, or the one that would be made. */
function AgreementLine({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals');
  const { agreement, acceptance } = proposal;
  const { kind, number, contractNumber } = acceptance.agreement;
  const text =
    kind === 'addendum'
      ? t('made.addendumText', { number, contract: contractNumber ?? '' })
      : t('made.contractText', { number });
  return agreement === null ? (
    text
  ) : (
    <Link href={`/clients/${proposal.clientId}/details`} className="acc m">
      {text}
    </Link>
  );
}
