import type { ClientCard, ClientOverview } from '../../../../shared/contract/clients.contract';
import { useCommand } from '../../../lib/api';

/** Saves one field of the client's card as soon as it is left. */
export function useAmend(client: ClientOverview) {
  const amend = useCommand('clients/amend');
  return {
    failure: amend.failure,
    save: (patch: Partial<ClientCard>) =>
      amend.send({ id: client.id, revision: client.revision, patch }),
  };
}
