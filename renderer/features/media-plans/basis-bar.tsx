import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/contract/media-plans.contract';
import { addressOf, type Range } from '../../components/grid/selection';
import { useFormat } from '../../lib/format';
import styles from './media-plans.module.css';
import { amountIn, type Basis, type PlanLine } from './plan-types';

type Props = {
  plan: Plan;
  /** Those that are offered. */
  bases: readonly Basis[];
  basis: Basis;
  onBasis: (basis: Basis) => void;
  range: Range;
  line: PlanLine | null;
};

/** The address of what is chosen, how the line's net comes about, and the plan's sum in each basis. */
export function BasisBar({ plan, bases, basis, onBasis, range, line }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const rate = (ppm: number) => format.ratePpm(ppm);
  const isKnown = plan.lines.every((line) => line.missingRate === null);
  const words: Record<Basis, string> = {
    net: t('basis.net'),
    commission: t('basis.commissionRate', { rate: rate(plan.commissionPpm) }),
    vat:
      plan.ratePpm === null ? t('basis.noVat') : t('basis.vatRate', { rate: rate(plan.ratePpm) }),
    client:
      plan.clientDiscountPpm === 0
        ? t('basis.client')
        : t('basis.clientRate', { rate: rate(plan.clientDiscountPpm) }),
    cost: t('basis.cost'),
  };

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowDown: 1,
      ArrowLeft: -1,
      ArrowUp: -1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = (bases.indexOf(basis) + step + bases.length) % bases.length;
    const next = bases[index];
    if (next === undefined) return;
    onBasis(next);
    box.current?.querySelectorAll('button')[index]?.focus();
  }

  return (
    <div className={styles.fx}>
      <span className={styles.address}>{addressOf(range, 2)}</span>
      <span className={`cut ${styles.formula}`}>
        {line === null ? null : <Formula line={line} plan={plan} />}
      </span>
      <div
        ref={box}
        className={styles.basis}
        role="radiogroup"
        aria-label={t('basis.label')}
        onKeyDown={onKeyDown}
      >
        {bases.map((each) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold the sum and the focus ring at once
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === basis}
            tabIndex={each === basis ? 0 : -1}
            className={each === basis ? styles.on : ''}
            onClick={() => onBasis(each)}
          >
            <i aria-hidden="true" />
            {words[each]}
            <b>{isKnown ? format.amount(amountIn(plan.totals, each), plan.currency) : '—'}</b>
          </button>
        ))}
      </div>
    </div>
  );
}

/** «1 850 × 148,00 × (1 − 5 %) = 260 110,00» */
function Formula({ line, plan }: { line: PlanLine; plan: Plan }) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const share = (ppm: number) => format.ratePpm(ppm);
  const parts = [
    format.number(line.volume, { max: 12 }),
    format.number(line.price, { min: 2, max: 12 }),
    ...line.surchargesPpm.map((ppm) => `(1 + ${share(ppm)})`),
    ...line.discountsPpm.map((ppm) => `(1 − ${share(ppm)})`),
    ...(line.rate === null ? [] : [format.number(line.rate, { max: 6 })]),
  ];
  const basis = line.priceBasis === 'net' ? '' : `, ${t(`priceBasis.${line.priceBasis}`)}`;
  return (
    <>
      <span className="t3">
        {parts.join(' × ')}
        {basis} =
      </span>{' '}
      <b className="m">{format.amount(line.netMinor, plan.currency)}</b>
    </>
  );
}
