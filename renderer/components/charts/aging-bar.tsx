import styles from './charts.module.css';

export interface AgingBucket {
  readonly id: string;
  readonly label: string;
  readonly amountMinor: number;
}

/** From what is not yet due to what is long lost; the ground names how late it is. */
const GROUNDS = [
  'var(--ink-2)',
  'var(--warn-fill)',
  'color-mix(in oklab, var(--warn-fill) 45%, var(--neg-fill))',
  'var(--neg-fill)',
  'color-mix(in oklab, var(--neg-fill) 70%, var(--ink))',
];

/** Receivables by days past due. The buckets are labelled directly and add up to the total. */
export function AgingBar({
  buckets,
  label,
  money,
}: {
  readonly buckets: readonly AgingBucket[];
  readonly label: string;
  readonly money: (minor: number) => string;
}) {
  const total = buckets.reduce((sum, bucket) => sum + bucket.amountMinor, 0);
  return (
    <figure aria-label={label}>
      {total > 0 && (
        <div className={styles.aging} aria-hidden="true">
          {buckets.map((bucket, i) =>
            bucket.amountMinor === 0 ? null : (
              <span
                key={bucket.id}
                style={{ flexGrow: bucket.amountMinor, flexBasis: 0, background: GROUNDS[i] }}
              />
            ),
          )}
        </div>
      )}
      <dl className={styles.legend}>
        {buckets.map((bucket, i) => (
          <div key={bucket.id}>
            <dt>
              <i style={{ background: GROUNDS[i] }} />
              {bucket.label}
            </dt>
            <dd className={i > 0 && bucket.amountMinor > 0 ? 'neg' : undefined}>
              {money(bucket.amountMinor)}
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
