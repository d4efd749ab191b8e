import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { Icon } from '../../components/icon';
import { Tag } from '../../components/tag';

const TONES = {
  draft: 'warn',
  sent: 'acc',
  approved: 'pos',
  work: 'acc',
  delivered: 'acc',
  accepted: 'pos',
} as const;

export function BriefStatus({ stage }: { stage: Brief['stage'] }) {
  const { t } = useTranslation('brief');
  return (
    <Tag tone={TONES[stage]}>
      {TONES[stage] === 'pos' ? <Icon name="check" size={12} /> : null}
      {t(`stage.${stage}`)}
    </Tag>
  );
}
