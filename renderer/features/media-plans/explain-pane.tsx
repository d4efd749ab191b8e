import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { useFormat } from '../../lib/format';
import styles from './media-plans.module.css';
import { amountIn, type Basis, type PlanLine } from './plan-types';
import { SidePane } from './side-pane';

type Props = {
  plan: Plan;
  /** Null: the totals of the plan. */
  line: PlanLine | null;
  basis: Basis;
  showInternal: boolean;
  onClose: () => void;
};

type Step = { key: string; minor: number; isSum?: boolean };

/** Where a sum comes from: what is added and taken off step by step, and for a total, the groups it adds up. */
export function ExplainPane({ plan, line, basis, showInternal, onClose }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const money = (minor: number) => format.amount(minor, plan.currency);
  const costs = line ?? plan.totals;
  const discount = costs.withCommissionMinor - costs.clientNetMinor;
  const steps: Step[] = [
    { key: 'netSum', minor: costs.netMinor, isSum: true },
    { key: 'commission', minor: costs.commissionMinor },
    { key: 'withCommission', minor: costs.withCommissionMinor, isSum: true },
    { key: 'discount', minor: -discount },
    { key: 'clientNet', minor: costs.clientNetMinor, isSum: true },
    { key: 'clientVat', minor: costs.clientVatMinor },
    { key: 'client', minor: amountIn(costs, 'client'), isSum: true },
  ];
  const internal: Step[] = [
    { key: 'netSum', minor: costs.netMinor, isSum: true },
    { key: 'rebate', minor: -costs.rebateMinor },
    { key: 'cost', minor: costs.ourCostMinor, isSum: true },
    { key: 'levy', minor: costs.levyMinor },
  ];
  const missing =
    line === null
      ? plan.lines.find((each) => each.missingRate !== null)?.missingRate
      : line.missingRate;
  return (
    <SidePane title={t('explain.title')} onClose={onClose}>
      <p className="m">
        {line === null
          ? t('explain.plan')
          : [line.channel, line.placement].filter(Boolean).join(', ') || t('grid.nameless')}
      </p>
      {missing == null ? null : (
        <p className="warn">{t('grid.noRate', { currency: missing.currency })}</p>
      )}
      {line === null ? null : <p className="t2">{t('explain.net')}</p>}
      {line === null ? null : <LineNet line={line} plan={plan} />}
      {missing == null ? <Steps steps={steps} money={money} /> : null}
      {missing == null && showInternal ? <Steps steps={internal} money={money} /> : null}
      <p className="t2">
        {t('explain.rates', {
          commission: format.ratePpm(line?.commission?.ppm ?? plan.commissionPpm),
          basis: t(`terms.${line?.commission?.basis ?? plan.commissionBasis}`).toLocaleLowerCase(
            format.lang,
          ),
          discount: format.ratePpm(plan.clientDiscountPpm),
          vat:
            plan.ratePpm === null && line?.ownVatPpm == null
              ? t('basis.noVat')
              : format.ratePpm(line?.ownVatPpm ?? plan.ratePpm ?? 0),
        })}
      </p>
      {line !== null || missing != null ? null : (
        <>
          <h4 className={styles.part}>
            {t('explain.groups', { basis: t(`basis.${basis}`).toLocaleLowerCase(format.lang) })}
          </h4>
          <table className={styles.diffTotals}>
            <tbody>
              {plan.byGroup.map((group) => (
                <tr key={group.name}>
                  <th scope="row">{group.name || t('grid.nameless')}</th>
                  <td className="n">{money(amountIn(group, basis))}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">
                  <b className="m">{t('explain.sum')}</b>
                </th>
                <td className="n">
                  <b className="m">{money(amountIn(plan.totals, basis))}</b>
                </td>
              </tr>
            </tbody>
          </table>
        </>
      )}
    </SidePane>
  );
}

function LineNet({ line, plan }: { line: PlanLine; plan: Plan }) {
  const format = useFormat();
  const { t } = useTranslation('media-plans');
  const parts = [
    format.number(line.volume, { max: 12 }),
    `${format.number(line.price, { min: 2, max: 12 })} ${format.currencySign(line.currency ?? plan.currency)}`,
    ...line.surchargesPpm.map((ppm) => `(1 + ${format.ratePpm(ppm)})`),
    ...line.discountsPpm.map((ppm) => `(1 − ${format.ratePpm(ppm)})`),
  ];
  const rate =
    line.rate === null || line.rateOn === null
      ? ''
      : t('explain.rate', {
          rate: format.number(line.rate, { max: 6 }),
          on: format.date(line.rateOn),
        });
  return (
    <p>
      {parts.join(' × ')}
      {line.priceBasis === 'net' ? '' : `, ${t(`priceBasis.${line.priceBasis}`)}`}
      {rate === '' ? '' : `; ${rate}`}
    </p>
  );
}

function Steps({ steps, money }: { steps: readonly Step[]; money: (minor: number) => string }) {
  const { t } = useTranslation('media-plans');
  return (
    <table className={styles.diffTotals}>
      <tbody>
        {steps
          .filter(({ minor, isSum }) => isSum === true || minor !== 0)
          .map(({ key, minor, isSum }) => (
            <tr key={key}>
              <th scope="row">
                {isSum === true ? <b className="m">{t(`explain.${key}`)}</b> : t(`explain.${key}`)}
              </th>
              <td className="n">
                {isSum === true ? <b className="m">{money(minor)}</b> : money(minor)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
