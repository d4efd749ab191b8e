import type { Handlers } from '../ipc/dispatcher';
import {
  addProposalLines,
  amendProposalLineFields,
  moveProposalLine,
  removeProposalLines,
} from '../services/proposal-lines.service';
import {
  acceptProposal,
  addProposal,
  amendProposal,
  approveDiscount,
  archiveProposal,
  duplicateProposal,
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
  | 'proposals/duplicate'
  | 'proposals/archive'
  | 'proposals/approve-discount'
  | 'proposals/send'
  | 'proposals/withdraw'
  | 'proposals/accept'
  | 'proposals/lose'
  | 'rate-card/list'
  | 'rate-card/set'
  | 'rate-card/remove'
  | 'rate-card/set-discount-limit';

/** Proposals: estimates, versions, discounts, outcome; the price list they are made from. */
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
    'proposals/duplicate': (input) => duplicateProposal(session(), input),
    'proposals/archive': (input) => archiveProposal(session(), input),
    'proposals/approve-discount': (input) => approveDiscount(session(), input),
    'proposals/send': (input) => sendProposal(session(), input),
    'proposals/withdraw': (input) => withdrawProposal(session(), input),
    'proposals/accept': (input) => acceptProposal(session(), input),
    'proposals/lose': (input) => loseProposal(session(), input),
    'rate-card/list': () => listPrices(session()),
    'rate-card/set': (input) => setPrice(session(), input),
    'rate-card/remove': (input) => removePrice(session(), input),
    'rate-card/set-discount-limit': (input) => setLimit(session(), input),
  };
}
