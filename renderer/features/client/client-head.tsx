import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../shared/contract/clients.contract';
import type { FigureId } from '../../../shared/contract/portfolio.contract';
import type { Phrase } from '../../../shared/contract/primitives';
import { ClientMark } from '../../components/client-mark';
import { Figure } from '../../components/figure';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';
import { usePeriod } from '../../lib/period';
import { usePhrase } from '../../lib/phrase';
import styles from './client-head.module.css';
import { inSentence } from './period-words';

/** What a reason is about: the tag says it in a word, the line below in full. */
function subjectOf({ key }: Phrase): 'money' | 'hours' | 'contract' | 'trust' {
  if (/overdue|limit|loss/.test(key)) return 'money';
  if (/burn/.test(key)) return 'hours';
  return /contract/.test(key) ? 'contract' : 'trust';
}

/** Name, papers, what is wrong, and the four facts that are asked first. */
export function ClientHead({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  return (
    <header className={styles.head}>
      <div>
        <div className={styles.titleRow}>
          <ClientMark client={client} size="l" />
          <h2>{client.name}</h2>
          <Tag tone="line">{t('tier', { tier: client.tier })}</Tag>
          <RiskTag risks={client.risks} />
        </div>
        <div className={styles.papers}>
          <Papers client={client} />
          <Reasons risks={client.risks} />
        </div>
      </div>
      <Facts client={client} />
    </header>
  );
}

function RiskTag({ risks }: { readonly risks: readonly Phrase[] }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  if (risks.length === 0) return <Tag tone="pos">▲ {t('calm')}</Tag>;
  const subjects = [...new Set(risks.map(subjectOf))].map((subject) =>
    t(`risk-subject.${subject}`),
  );
  return <Tag tone="neg">▼ {t('atRisk', { list: format.list(subjects) })}</Tag>;
}

function Reasons({ risks }: { readonly risks: readonly Phrase[] }) {
  const phrase = usePhrase();
  if (risks.length === 0) return null;
  return <p className={styles.reasons}>{risks.map(phrase).join(' · ')}</p>;
}

function Papers({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { card, contract, managerName, deputyName } = client;
  const parts = [
    card.legalName === '' ? null : card.legalName,
    card.registrationNumber === null || card.country !== 'LV'
      ? null
      : t('papers.registration', { number: card.registrationNumber }),
    card.sinceOn === null
      ? null
      : t('papers.since', { month: inSentence(format.month(card.sinceOn.slice(0, 7)), format) }),
    contract === null
      ? t('papers.noContract')
      : contract.endsOn === null
        ? t('papers.contractOpen', { number: contract.number })
        : t('papers.contract', { number: contract.number, on: format.date(contract.endsOn) }),
    contract?.renewByOn == null
      ? null
      : t('papers.renew', { on: format.dateShort(contract.renewByOn) }),
    managerName === null ? null : t('papers.manager', { name: managerName }),
    deputyName === null ? null : t('papers.deputy', { name: deputyName }),
  ];
  return <p className="t2">{parts.filter((part) => part !== null).join(' · ')}</p>;
}

function Facts({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const { period } = usePeriod();
  const { currency, receivables, overdue, limitUsedPpm, nps, card } = client;
  const explain = (figureId: FigureId) => ({
    figureId,
    scope: { kind: 'client' as const, clientId: client.id, period },
  });
  const share =
    receivables.value === null || overdue.value === null || receivables.value === 0
      ? null
      : overdue.value / receivables.value;
  const isOverdue = (overdue.value ?? 0) > 0;
  const isOver = (limitUsedPpm.value ?? 0) > 1_000_000;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('fact.receivables')}</dt>
        <dd>
          <Figure
            figure={receivables}
            unit="money"
            currency={currency}
            withUnit
            explain={explain('receivables')}
          />
        </dd>
      </div>
      <div>
        <dt>{t('fact.overdue')}</dt>
        <dd className={isOverdue ? 'neg' : undefined}>
          <Figure
            figure={overdue}
            unit="money"
            currency={currency}
            tone={isOverdue ? 'neg' : 'plain'}
            explain={explain('overdue')}
          />{' '}
          {share !== null && isOverdue && (
            <small className="neg">{format.percent(share * 100, { min: 1 })}</small>
          )}
        </dd>
      </div>
      <div>
        <dt>
          {card.creditLimitMinor === null
            ? t('fact.limitNone')
            : t('fact.limit', {
                amount: format.amount(card.creditLimitMinor, currency, { whole: true }),
              })}
        </dt>
        <dd>
          <Figure
            figure={limitUsedPpm}
            unit="ppm"
            withUnit
            tone={isOver ? 'neg' : 'plain'}
            explain={limitUsedPpm.value === null ? undefined : explain('credit-limit-used')}
          />
        </dd>
      </div>
      <div>
        <dt>
          {nps === null ? t('fact.nps') : t('fact.npsOn', { on: format.date(nps.answeredOn) })}
        </dt>
        <dd>
          {nps === null ? (
            <span className="dash">{t('fact.noNps')}</span>
          ) : (
            <NpsFact nps={nps} explain={explain('nps')} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function NpsFact({
  nps,
  explain,
}: {
  readonly nps: NonNullable<ClientOverview['nps']>;
  readonly explain: NonNullable<Parameters<typeof Figure>[0]['explain']>;
}) {
  const { t } = useTranslation('client');
  const { score, previous } = nps;
  const tone = previous === null || previous === score ? 'plain' : score > previous ? 'pos' : 'neg';
  const sign = { plain: '', pos: '▲ ', neg: '▼ ' }[tone];
  return (
    <>
      <Figure figure={{ value: score, missing: [] }} unit="score" tone={tone} explain={explain}>
        {`${sign}${score}`}
      </Figure>{' '}
      {previous === null ? null : <small>{t('fact.npsBefore', { score: previous })}</small>}
    </>
  );
}
