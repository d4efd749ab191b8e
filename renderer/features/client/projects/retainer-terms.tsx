import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../../../shared/contract/work.contract';
import { addMonths, monthOf, monthPeriod } from '../../../../shared/domain/dates';
import { Button } from '../../../components/button';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';
import { EMPTY_TERMS, TermsForm } from './terms-form';

/** Terms by date: each month keeps those it was billed by; new ones begin with a month. */
export function RetainerTermsTable({
  project,
  currency,
}: {
  readonly project: Project;
  readonly currency: string;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const set = useCommand('projects/set-terms');
  const [isOpen, setOpen] = useState(false);
  const terms = [...project.terms].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const [latest] = terms;
  const nextMonth = monthPeriod(addMonths(monthOf(today), 1)).from;
  return (
    <>
      <table className={`tb flat ${styles.tabTable}`} aria-label={t('terms.title')}>
        <colgroup>
          <col style={{ width: 230 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 90 }} />
          <col style={{ width: 130 }} />
          <col style={{ width: 110 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>{t('terms.valid')}</th>
            <th className="n">{t('terms.listFee', { sign: format.currencySign(currency) })}</th>
            <th className="n">{t('terms.discount')}</th>
            <th className="n">{t('terms.fee')}</th>
            <th className="n">{t('terms.included')}</th>
            <th>{t('terms.rollover')}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id}>
              <td>
                {term.validTo === null
                  ? t('projects.from', { on: format.date(term.validFrom) })
                  : format.dateRange(term.validFrom, term.validTo)}
              </td>
              <td className="n">{format.amount(term.listFeeMinor, currency)}</td>
              <td className="n">
                {term.discountPpm === 0 ? (
                  <span className="dash">—</span>
                ) : (
                  format.ratePpm(term.discountPpm)
                )}
              </td>
              <td className="n m">
                {format.amount(feeOf(term.listFeeMinor, term.discountPpm), currency)}
              </td>
              <td className="n">{format.hoursUnit(term.includedSeconds, { max: 2 })}</td>
              <td className="t2">
                {t(`terms.rollover-kind.${term.rollover}`, {
                  hours: format.hoursUnit(term.rolloverSeconds, { max: 2 }),
                })}
              </td>
            </tr>
          ))}
          {terms.length === 0 && (
            <tr>
              <td colSpan={6} className="warn">
                {t('terms.none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <div className={styles.paneText}>
        <Popover
          label={t('terms.new')}
          open={isOpen}
          onOpenChange={setOpen}
          trigger={<Button>{t('terms.new')}</Button>}
        >
          <TermsForm
            currency={currency}
            initial={{ ...(latest ?? EMPTY_TERMS), validFrom: nextMonth, validTo: null }}
            failure={set.failure}
            submitLabel={t('terms.save')}
            onSubmit={async (next) => {
              const done = await set.run({ ...next, projectId: project.id }).catch(() => null);
              if (done !== null) setOpen(false);
            }}
          />
        </Popover>
      </div>
    </>
  );
}

/** The fee of a full month: the list fee less its discount, one line, half away from zero. */
function feeOf(listFeeMinor: number, discountPpm: number): number {
  const exact = BigInt(listFeeMinor) * BigInt(1_000_000 - discountPpm);
  const half = exact < 0n ? -500_000n : 500_000n;
  return Number((exact + half) / 1_000_000n);
}
