import { Link } from 'wouter';
import type { MondayBrief } from '../../../shared/contract/monday.contract';
import { CONTRACT_HORIZON_DAYS } from '../../../shared/domain/dated-kinds';
import { ClientMark } from '../../components/client-mark';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import { useTranslation } from '../../lib/translation';
import styles from './monday.module.css';

/** From so many days on, the end is not a matter of these weeks. */
const SOON_DAYS = 45;

/** How long contracts still last, to one scale. */
export function ContractsPane({ contracts }: { readonly contracts: MondayBrief['contracts'] }) {
  const { t } = useTranslation('monday');
  const format = useFormat();
  return (
    <Pane
      title={t('contracts.title')}
      line="top"
      actions={<span className="cap">{t('contracts.caption')}</span>}
    >
      {contracts.length === 0 ? <p className={styles.none}>{t('contracts.none')}</p> : null}
      <ul className={styles.contracts}>
        {contracts.map(({ client, endsOn, days }) => (
          <li key={client.id}>
            <Link
              href={`/clients/${client.id}/details`}
              className={styles.contract}
              aria-label={`${client.name}: ${format.date(endsOn)} ${days}`}
            >
              <span
                className={`hatch ${styles.left}`}
                style={{ width: `${(Math.max(0, days) / CONTRACT_HORIZON_DAYS) * 55}%` }}
              />
              <ClientMark client={client} />
              <span className={days < SOON_DAYS ? 'warn m nw' : 't2 nw'}>
                {format.date(endsOn)}
              </span>{' '}
              <span className="t3 sm">{days}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
