import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { Icon } from '../../components/icon';
import { Tag } from '../../components/tag';

const TONES = { draft: 'warn', sent: 'acc', approved: 'pos' } as const;

export function BriefStatus({ status }: { status: Brief['status'] }) {
  const { t } = useTranslation('brief');
  return (
    <Tag tone={TONES[status]}>
      {status === 'approved' ? <Icon name="check" size={12} /> : null}
      {t(`status.${status}`)}
    </Tag>
  );
}
