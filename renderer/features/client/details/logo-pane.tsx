import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { Pane } from '../../../components/pane';
import { useCommand, useRead } from '../../../lib/api';
import styles from '../client.module.css';

/** The client's logo, which stands beside the agency's on papers made from now on. */
export function LogoPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const { data } = useRead('clients/logo', { clientId: client.id });
  const choose = useCommand('clients/choose-logo');
  const remove = useCommand('clients/remove-logo');
  const logo = data?.logoDataUri ?? null;
  return (
    <Pane
      title={t('logo.title')}
      line="top"
      actions={
        <>
          <Button variant="quiet" onClick={() => choose.send({ clientId: client.id })}>
            {t(logo === null ? 'logo.choose' : 'logo.replace')}
          </Button>
          {logo === null ? null : (
            <Button variant="quiet" onClick={() => remove.send({ clientId: client.id })}>
              {t('logo.remove')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.paneText}>
        <ErrorNote failure={choose.failure ?? remove.failure} />
        {logo === null ? (
          <p className="sm t2">{t('logo.none')}</p>
        ) : (
          <img className={styles.logo} src={logo} alt={t('logo.of', { client: client.name })} />
        )}
      </div>
    </Pane>
  );
}
