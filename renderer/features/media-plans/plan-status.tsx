import { useTranslation } from 'react-i18next';
import type { PlanHead } from '../../../shared/contract/media-plans.contract';
import { Tag } from '../../components/tag';
import { useFormat } from '../../lib/format';

const TONES = { draft: 'line', sent: 'acc', approved: 'pos', rejected: 'neg' } as const;

type Props = {
  plan: Pick<PlanHead, 'status' | 'version' | 'decidedOn' | 'sentOn'>;
  /** Names the version too: «Версия 4, согласована 27.11». */
  withVersion?: boolean;
};

/** What became of a version, and when. */
export function PlanStatus({ plan, withVersion = false }: Props) {
  const { t } = useTranslation('media-plans');
  const format = useFormat();
  const on = plan.decidedOn ?? plan.sentOn;
  const word = t(`status.${plan.status}`, {
    on: on === null ? '' : format.dateShort(on),
  }).trim();
  return (
    <Tag tone={TONES[plan.status]}>
      {withVersion ? t('status.version', { version: plan.version, word }) : word}
    </Tag>
  );
}
