import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Proposal,
  ProposalAmounts,
  ProposalLineFields,
} from '../../../shared/contract/proposals.contract';
import { Figure } from '../../components/figure';
import { Icon } from '../../components/icon';
import { useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { EstimateRow, type Line } from './estimate-row';
import { marginTone } from './margin-tone';
import { PackageNameDialog } from './package-bar';
import styles from './proposals.module.css';

type Props = { proposal: Proposal; isLocked: boolean; showInternal: boolean };

/** From here on an amount has seven digits and needs more room. */
const MILLION_MINOR = 100_000_000;

/** Lines in groups, the discount, VAT and what the client pays; costs and margin inside the agency. */
export function EstimateTable({ proposal, isLocked, showInternal }: Props) {
  const { t } = useTranslation('proposals');
  const people = useRead('people/list', {}).data?.people ?? [];
  const roles = [...new Set(people.map(({ role }) => role).filter((role) => role !== ''))].sort();
  const amend = useCommand('proposals/amend-line');
  const remove = useCommand('proposals/remove-lines');
  const move = useCommand('proposals/move-line');
  const whole = [proposal.total, ...proposal.groups].every(
    ({ amountMinor, passThroughMinor }) => amountMinor % 100 === 0 && passThroughMinor % 100 === 0,
  );
  const isLarge = proposal.lines.some(({ amounts }) => amounts.amountMinor >= MILLION_MINOR);
  const hasMarkup = proposal.lines.some(
    ({ kind, markupPpm }) => kind === 'production' && markupPpm !== 0,
  );
  const [packed, setPacked] = useState<Line | null>(null);
  const order = proposal.groups.flatMap((group) => group.lineIds);
  const byId = new Map(proposal.lines.map((line) => [line.id, line]));

  function moveBy(line: Line, by: -1 | 1) {
    const at = order.indexOf(line.id);
    const target = by === -1 ? order[at - 2] : order[at + 1];
    if (by === 1 && target === undefined) return;
    const beside = byId.get(order[at + by] ?? '');
    move.send({
      id: line.id,
      afterId: target ?? null,
      groupName: beside?.groupName ?? line.groupName,
    });
  }

  return (
    <>
      {packed === null ? null : (
        <PackageNameDialog
          title={t('package.lineTitle', { title: packed.title })}
          initial=""
          suggested={proposal.packages
            .map(({ name }) => name)
            .filter((name) => name !== packed.package)}
          failure={amend.failure}
          onName={(name) =>
            amend.run({ id: packed.id, revision: packed.revision, patch: { package: name } }).then(
              () => setPacked(null),
              () => undefined,
            )
          }
          onClose={() => setPacked(null)}
        />
      )}
      <table
        className={`tb ${styles.estimate} ${whole ? '' : styles.wide}`}
        aria-label={t('table')}
      >
        <colgroup>
          <col />
          <col style={{ width: 96 }} />
          <col style={{ width: 46 }} />
          <col style={{ width: 38 }} />
          <col style={{ width: (whole ? 96 : 112) + (hasMarkup ? 20 : 0) }} />
          <col style={{ width: whole ? 96 : 112 }} />
          {showInternal ? (
            <>
              <col style={{ width: (whole ? 76 : 104) + (isLarge ? 16 : 0) }} />
              <col style={{ width: (whole ? 76 : 104) + (isLarge ? 16 : 0) }} />
              <col style={{ width: 76 }} />
              <col style={{ width: 72 }} />
            </>
          ) : null}
          <col style={{ width: 34 }} />
        </colgroup>
        <Head proposal={proposal} showInternal={showInternal} />
        <tbody>
          {proposal.groups.map((group) => (
            <Fragment key={group.name}>
              {group.name === '' && proposal.groups.length === 1 ? null : (
                <tr className="sub">
                  <td colSpan={5}>{group.name === '' ? t('group.none') : group.name}</td>
                  <Amounts
                    amounts={group}
                    proposal={proposal}
                    showInternal={showInternal}
                    whole={whole}
                  />
                  <td />
                </tr>
              )}
              {group.lineIds.map((id) => {
                const line = byId.get(id);
                if (line === undefined) return null;
                return (
                  <EstimateRow
                    key={id}
                    proposal={proposal}
                    line={line}
                    row={order.indexOf(id)}
                    isLocked={isLocked}
                    showInternal={showInternal}
                    roles={roles}
                    whole={whole}
                    onAmend={(patch: Partial<ProposalLineFields>) =>
                      amend.send({ id, revision: line.revision, patch })
                    }
                    onRemove={() => remove.send({ ids: [id] })}
                    onMove={(by) => moveBy(line, by)}
                    onPackage={() => setPacked(line)}
                  />
                );
              })}
            </Fragment>
          ))}
          <Totals proposal={proposal} showInternal={showInternal} whole={whole} />
        </tbody>
      </table>
    </>
  );
}

function Head({ proposal, showInternal }: Pick<Props, 'proposal' | 'showInternal'>) {
  const { t } = useTranslation('proposals');
  const sign = useFormat().currencySign(proposal.currency);
  return (
    <thead>
      <tr className="grp">
        <th colSpan={6}>
          <u>{t('head.client', { currency: sign })}</u>
        </th>
        {showInternal ? (
          <th colSpan={4} className={`${styles.inside} ${styles.border}`}>
            <u>
              <Icon name="lock" size={11} /> {t('head.inside', { currency: sign })}
            </u>
          </th>
        ) : null}
        <th />
      </tr>
      <tr>
        <th>{t('column.title')}</th>
        <th>{t('column.who')}</th>
        <th className="n">{t('column.quantity')}</th>
        <th>
          <span className="unseen">{t('column.unit')}</span>
        </th>
        <th className="n">{t('column.price')}</th>
        <th className="n">{t('column.amount')}</th>
        {showInternal ? (
          <>
            <th className={`n ${styles.inside} ${styles.border}`}>{t('column.passThrough')}</th>
            <th className={`n ${styles.inside}`}>{t('column.agi')}</th>
            <th className={`n ${styles.inside}`}>{t('column.cost')}</th>
            <th className={`n ${styles.inside}`}>{t('column.margin')}</th>
          </>
        ) : null}
        <th>
          <span className="unseen">{t('column.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}

type AmountsProps = {
  amounts: ProposalAmounts;
  proposal: Proposal;
  showInternal: boolean;
  whole: boolean;
};

function Amounts({ amounts, proposal, showInternal, whole }: AmountsProps) {
  const format = useFormat();
  const amount = (minor: number) =>
    minor === 0 ? (
      <span className="dash">—</span>
    ) : (
      format.amount(minor, proposal.currency, { whole })
    );
  return (
    <>
      <td className="n">{amount(amounts.amountMinor)}</td>
      {showInternal ? (
        <>
          <td className={`n ${styles.inside} ${styles.border}`}>
            {amount(amounts.passThroughMinor)}
          </td>
          <td className={`n ${styles.inside}`}>{amount(amounts.agiMinor)}</td>
          <td className={`n ${styles.inside}`}>
            {amounts.seconds === 0 ? (
              <span className="dash">—</span>
            ) : (
              <Figure figure={amounts.cost} unit="money" currency={proposal.currency} whole />
            )}
          </td>
          <td className={`n ${styles.inside}`}>
            <Figure
              figure={amounts.marginPpm}
              unit="ppm"
              tone={marginTone(amounts.marginPpm.value, proposal.targetPpm)}
            />
          </td>
        </>
      ) : null}
    </>
  );
}

function Totals({ proposal, showInternal, whole }: Omit<AmountsProps, 'amounts'>) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const { discount, total, vatRatePpm } = proposal;
  const exact = (minor: number) => format.amount(minor, proposal.currency);
  const inside = (note: React.ReactNode, value: React.ReactNode) =>
    showInternal ? (
      <>
        <td colSpan={3} className={`n t2 ${styles.inside} ${styles.border}`}>
          {note}
        </td>
        <td className={`n t2 ${styles.inside}`}>{value}</td>
      </>
    ) : null;
  return (
    <>
      {discount.amountMinor === 0 ? null : (
        <tr>
          <td colSpan={5}>
            {t('total.discount', { share: format.ratePpm(proposal.discountPpm) })}{' '}
            <span className="t3">
              {t('total.discountFrom', {
                amount: format.amount(discount.discountableMinor, proposal.currency, { whole }),
              })}
            </span>
          </td>
          <td className="n">
            {format.amount(-discount.amountMinor, proposal.currency, { whole })}
          </td>
          {inside('', '')}
          <td />
        </tr>
      )}
      <tr className={`sub ${styles.net}`}>
        <td colSpan={5}>{t('total.net')}</td>
        <Amounts amounts={total} proposal={proposal} showInternal={showInternal} whole={whole} />
        <td />
      </tr>
      <tr>
        <td colSpan={5}>
          {vatRatePpm === null
            ? t('total.noVat')
            : t('total.vat', { rate: format.ratePpm(vatRatePpm) })}
        </td>
        <td className="n">{vatRatePpm === null ? '—' : exact(proposal.vatMinor)}</td>
        {inside(
          discount.amountMinor === 0 ? '' : t('total.withoutDiscount'),
          discount.amountMinor === 0 ? '' : <Figure figure={discount.marginBeforePpm} unit="ppm" />,
        )}
        <td />
      </tr>
      <tr className="sum">
        <td colSpan={5}>{t(vatRatePpm === null ? 'total.gross' : 'total.grossWithVat')}</td>
        <td className="n">{exact(proposal.grossMinor)}</td>
        {inside('', '')}
        <td />
      </tr>
    </>
  );
}
