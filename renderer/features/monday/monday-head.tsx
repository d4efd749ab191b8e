import { useMutation } from '@tanstack/react-query';
import { Trans } from 'react-i18next';
import type { MondayBrief } from '../../../shared/contract/monday.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Segmented } from '../../components/segmented';
import { call, failureOf } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { useToast } from '../../lib/toast';
import { useTranslation } from '../../lib/translation';
import styles from './monday.module.css';

export type MondayFilter = 'all' | 'today' | 'debt';

const FILTERS: readonly MondayFilter[] = ['all', 'today', 'debt'];

type Props = {
  readonly brief: MondayBrief;
  readonly filter: MondayFilter;
  readonly counts: Record<MondayFilter, number>;
  readonly onFilter: (filter: MondayFilter) => void;
};

/** The week in one sentence, what is shown of it, and its sheet of paper. */
export function MondayHead({ brief, filter, counts, onFilter }: Props) {
  const { t } = useTranslation('monday');
  const toast = useToast();
  const paper = useMutation({
    mutationFn: () => call('monday/export', {}),
    onSuccess: ({ path }) => {
      if (path !== null) toast({ text: t('printed', { name: path.split(/[/\\]/).at(-1) }) });
    },
  });
  return (
    <>
      <div className={`head ${styles.head}`}>
        <Lede brief={brief} />
        <div className={styles.controls}>
          <Segmented
            label={t('filter.label')}
            value={filter}
            segments={FILTERS.map((value) => ({
              value,
              label: t(`filter.${value}`, { count: counts[value] }),
            }))}
            onChange={onFilter}
          />
          <Button disabled={paper.isPending} onClick={() => paper.mutate()}>
            {t('print')}
          </Button>
        </div>
      </div>
      <ErrorNote failure={failureOf(paper.error)} />
    </>
  );
}

function Lede({ brief }: { readonly brief: MondayBrief }) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  const { totals, baseCurrency } = brief;
  const debt = totals.debt.value ?? 0;
  const income = totals.income.value ?? 0;
  const state = debt > 0 ? (income > 0 ? 'both' : 'debt') : income > 0 ? 'income' : 'calm';
  const share = totals.firstThreePpm;
  return (
    <p className="lede grow">
      <Trans
        t={t}
        i18nKey={`lede.${state}`}
        values={{
          debt: format.moneyWhole(debt, baseCurrency),
          income: format.moneyWhole(income, baseCurrency),
        }}
        components={{ b: <b />, neg: <b className="neg" /> }}
      />{' '}
      {share === null || brief.items.length <= 3 ? null : (
        <Trans
          t={t}
          i18nKey="lede.first"
          values={{ share: format.percent(share / 10_000) }}
          components={{ b: <b /> }}
        />
      )}
    </p>
  );
}
