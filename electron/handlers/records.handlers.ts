import type { Handlers } from '../ipc/dispatcher';
import type { Dialogs } from '../platform/dialogs';
import { keepClientLogo, showClientLogo, takeClientLogo } from '../services/client-logo.service';
import {
  addClient,
  addContact,
  addDeadline,
  amendClient,
  amendContact,
  archiveClient,
  checkRequisites,
  completeDeadline,
  moveDeadline,
  recordContact,
  recordNps,
  removeContact,
  setContract,
} from '../services/clients.write.service';
import {
  addPerson,
  amendPerson,
  listPeople,
  setBillRate,
  setPayRate,
} from '../services/people.service';
import type { Session } from '../services/session';
import {
  amendAgency,
  removeLogo,
  setAccountingRate,
  setLogo,
  setOverhead,
  setRate,
  showSettings,
} from '../services/settings.service';

type ClientMethods =
  | 'clients/add'
  | 'clients/amend'
  | 'clients/archive'
  | 'clients/logo'
  | 'clients/choose-logo'
  | 'clients/remove-logo'
  | 'clients/check-requisites'
  | 'contacts/add'
  | 'contacts/amend'
  | 'contacts/remove'
  | 'contracts/set'
  | 'deadlines/add'
  | 'deadlines/move'
  | 'deadlines/complete'
  | 'contact-log/record'
  | 'nps/record';

/** What is written down of a client. */
export function clientHandlers(session: () => Session, dialogs: Dialogs): Handlers<ClientMethods> {
  return {
    'clients/add': (input) => addClient(session(), input),
    'clients/amend': (input) => amendClient(session(), input),
    'clients/archive': (input) => archiveClient(session(), input),
    'clients/logo': (input) => showClientLogo(session(), input),
    'clients/choose-logo': async ({ clientId }) => {
      const bytes = await dialogs.openPicture();
      if (bytes !== null) keepClientLogo(session(), clientId, bytes);
      return { id: clientId, chosen: bytes !== null };
    },
    'clients/remove-logo': (input) => takeClientLogo(session(), input),
    'clients/check-requisites': (input) => checkRequisites(input),
    'contacts/add': (input) => addContact(session(), input),
    'contacts/amend': (input) => amendContact(session(), input),
    'contacts/remove': (input) => removeContact(session(), input),
    'contracts/set': (input) => setContract(session(), input),
    'deadlines/add': (input) => addDeadline(session(), input),
    'deadlines/move': (input) => moveDeadline(session(), input),
    'deadlines/complete': (input) => completeDeadline(session(), input),
    'contact-log/record': (input) => recordContact(session(), input),
    'nps/record': (input) => recordNps(session(), input),
  };
}

type SettingMethods =
  | 'people/list'
  | 'people/add'
  | 'people/amend'
  | 'people/set-pay-rate'
  | 'people/set-bill-rate'
  | 'settings/show'
  | 'settings/amend-agency'
  | 'settings/choose-logo'
  | 'settings/remove-logo'
  | 'settings/set-rate'
  | 'settings/set-accounting-rate'
  | 'settings/set-overhead';

/** The agency, its people, and the dated rates everything is reckoned with. */
export function settingHandlers(
  session: () => Session,
  dialogs: Dialogs,
): Handlers<SettingMethods> {
  return {
    'people/list': () => listPeople(session()),
    'people/add': (input) => addPerson(session(), input),
    'people/amend': (input) => amendPerson(session(), input),
    'people/set-pay-rate': (input) => setPayRate(session(), input),
    'people/set-bill-rate': (input) => setBillRate(session(), input),
    'settings/show': () => showSettings(session()),
    'settings/amend-agency': (input) => amendAgency(session(), input),
    'settings/choose-logo': async () => {
      const bytes = await dialogs.openPicture();
      return { logoDataUri: bytes === null ? null : setLogo(session(), bytes) };
    },
    'settings/remove-logo': () => removeLogo(session()),
    'settings/set-rate': (input) => setRate(session(), input),
    'settings/set-accounting-rate': (input) => setAccountingRate(session(), input),
    'settings/set-overhead': (input) => setOverhead(session(), input),
  };
}
