import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { DateField, TextField } from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { useCommand } from '../../../lib/api';
import { useToday } from '../../../lib/workspace';
import styles from '../client.module.css';

/** The contract in force: number, days, and by when it must be renewed. Saved field by field. */
export function ContractPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const today = useToday();
  const set = useCommand('contracts/set');
  const [isStarting, setStarting] = useState(false);
  const { contract } = client;

  function save(patch: {
    number?: string;
    signedOn?: string;
    endsOn?: string | null;
    renewByOn?: string | null;
  }) {
    set.send({
      clientId: client.id,
      number: contract?.number ?? '',
      signedOn: contract?.signedOn ?? today,
      endsOn: contract?.endsOn ?? null,
      renewByOn: contract?.renewByOn ?? null,
      ...patch,
    });
  }

  return (
    <Pane title={t('contract.title')} line="top">
      {contract === null && !isStarting ? (
        <div className={styles.paneText}>
          <p className="sm t2">{t('contract.none')}</p>
          <Button onClick={() => setStarting(true)}>{t('contract.start')}</Button>
        </div>
      ) : (
        <div className={styles.fieldGrid}>
          <TextField
            label={t('contract.number')}
            value={contract?.number ?? null}
            autoFocus={contract === null}
            required={t('contract.numberMissing')}
            onCommit={(number) => number !== null && save({ number })}
          />
          <DateField
            label={t('contract.signedOn')}
            value={contract?.signedOn ?? today}
            required={t('record.onMissing')}
            disabled={contract === null}
            onCommit={(signedOn) => signedOn !== null && save({ signedOn })}
          />
          <DateField
            label={t('contract.endsOn')}
            value={contract?.endsOn ?? null}
            hint={t('contract.endsHint')}
            disabled={contract === null}
            onCommit={(endsOn) => save({ endsOn })}
          />
          <DateField
            label={t('contract.renewByOn')}
            value={contract?.renewByOn ?? null}
            disabled={contract === null}
            onCommit={(renewByOn) => save({ renewByOn })}
          />
        </div>
      )}
      <div className={styles.paneText}>
        <ErrorNote failure={set.failure} />
      </div>
    </Pane>
  );
}
