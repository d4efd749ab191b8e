import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';

const TONES = { draft: 'line', sent: 'acc', accepted: 'pos', lost: 'neg' } as const;

/** What became of a version, and when. */
export function ProposalStatus({
  proposal,
}: {
  proposal: Pick<Proposal, 'status' | 'decidedOn' | 'sentOn'>;
}) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const on = proposal.decidedOn ?? proposal.sentOn;
  return (
    <Tag tone={TONES[proposal.status]}>
      {t(`status.${proposal.status}`, { on: on === null ? '' : format.dateShort(on) }).trim()}
    </Tag>
  );
}
