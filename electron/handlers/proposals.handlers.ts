import type { Handlers } from '../ipc/dispatcher';
import {
  amendAgreementDraft,
  listClientAgreements,
  removeAgreementDraft,
  signAgreement,
} from '../services/agreements.service';
import { offerOverservice } from '../services/overservice-offer.service';
import {
  addProposalLines,
  amendProposalLineFields,
  moveProposalLine,
  removeProposalLines,
} from '../services/proposal-lines.service';
import {
  choosePackage,
  copyPackage,
  dissolvePackage,
  renamePackage,
} from '../services/proposal-packages.service';
import {
  acceptProposal,
  addProposal,
  amendProposal,
  approveDiscount,
  archiveProposal,
  duplicateProposal,
  listProposalPrices,
  listProposals,
  loseProposal,
  sendProposal,
  showProposal,
  withdrawProposal,
} from '../services/proposals.service';
import { listPrices, removePrice, setLimit, setPrice } from '../services/rate-card.service';
import type { Session } from '../services/session';

type Methods =
  | 'proposals/list'
  | 'proposals/show'
  | 'proposals/add'
  | 'proposals/amend'
  | 'proposals/add-lines'
  | 'proposals/amend-line'
  | 'proposals/move-line'
  | 'proposals/remove-lines'
  | 'proposals/prices'
  | 'proposals/choose-package'
  | 'proposals/rename-package'
  | 'proposals/copy-package'
  | 'proposals/dissolve-package'
  | 'proposals/duplicate'
  | 'proposals/archive'
  | 'proposals/approve-discount'
  | 'proposals/send'
  | 'proposals/withdraw'
  | 'proposals/accept'
  | 'proposals/lose'
  | 'agreements/list'
  | 'agreements/amend'
  | 'agreements/sign'
  | 'agreements/remove'
  | 'overservice/offer'
  | 'rate-card/list'
  | 'rate-card/set'
  | 'rate-card/remove'
  | 'rate-card/set-discount-limit';

/** Proposals: estimates, versions, packages, outcome; agreements made of them; the price list they are made from. */
export function proposalHandlers(session: () => Session): Handlers<Methods> {
  return {
    'proposals/list': (input) => listProposals(session(), input),
    'proposals/show': (input) => showProposal(session(), input),
    'proposals/add': (input) => addProposal(session(), input),
    'proposals/amend': (input) => amendProposal(session(), input),
    'proposals/add-lines': (input) => addProposalLines(session(), input),
    'proposals/amend-line': (input) => amendProposalLineFields(session(), input),
    'proposals/move-line': (input) => moveProposalLine(session(), input),
    'proposals/remove-lines': (input) => removeProposalLines(session(), input),
    'proposals/prices': (input) => listProposalPrices(session(), input),
    'proposals/choose-package': (input) => choosePackage(session(), input),
    'proposals/rename-package': (input) => renamePackage(session(), input),
    'proposals/copy-package': (input) => copyPackage(session(), input),
    'proposals/dissolve-package': (input) => dissolvePackage(session(), input),
    'proposals/duplicate': (input) => duplicateProposal(session(), input),
    'proposals/archive': (input) => archiveProposal(session(), input),
    'proposals/approve-discount': (input) => approveDiscount(session(), input),
    'proposals/send': (input) => sendProposal(session(), input),
    'proposals/withdraw': (input) => withdrawProposal(session(), input),
    'proposals/accept': (input) => acceptProposal(session(), input),
    'proposals/lose': (input) => loseProposal(session(), input),
    'agreements/list': (input) => listClientAgreements(session(), input),
    'agreements/amend': (input) => amendAgreementDraft(session(), input),
    'agreements/sign': (input) => signAgreement(session(), input),
    'agreements/remove': (input) => removeAgreementDraft(session(), input),
    'overservice/offer': (input) => offerOverservice(session(), input),
    'rate-card/list': () => listPrices(session()),
    'rate-card/set': (input) => setPrice(session(), input),
    'rate-card/remove': (input) => removePrice(session(), input),
    'rate-card/set-discount-limit': (input) => setLimit(session(), input),
  };
}
