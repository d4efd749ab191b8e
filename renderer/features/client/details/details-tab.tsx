import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import styles from '../client.module.css';
import { AgreementsPane } from './agreements-pane';
import { CardPane } from './card-pane';
import { ContactsPane } from './contacts-pane';
import { ContractPane } from './contract-pane';
import { LogoPane } from './logo-pane';
import { NpsPane } from './nps-pane';
import { RequisitesPane } from './requisites-pane';

/** Everything that stands in the papers: who, by which contract, with which requisites. */
export function DetailsTab({ client }: { readonly client: ClientOverview }) {
  return (
    <div className={styles.halves}>
      <div>
        <CardPane client={client} />
        <RequisitesPane client={client} />
      </div>
      <div className={styles.leftLine}>
        <ContactsPane client={client} />
        <ContractPane client={client} />
        <AgreementsPane client={client} />
        <NpsPane client={client} />
        <LogoPane client={client} />
      </div>
    </div>
  );
}
