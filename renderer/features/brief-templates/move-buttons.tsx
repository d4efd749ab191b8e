import { useTranslation } from 'react-i18next';
import type { TemplateDraft } from '../../../shared/contract/brief-templates.contract';
import { Button } from '../../components/button';
import { type Place, stepAt } from './template-edits';

type Props = {
  draft: TemplateDraft;
  place: Place;
  onEdit: (edit: { draft: TemplateDraft; place: Place | null } | null) => void;
};

/** Up and down for those who do not drag. */
export function MoveButtons({ draft, place, onEdit }: Props) {
  const { t } = useTranslation('brief');
  const up = stepAt(draft, place, -1);
  const down = stepAt(draft, place, 1);
  return (
    <>
      <Button disabled={up === null} onClick={() => onEdit(up)}>
        {t('templates.up')}
      </Button>
      <Button disabled={down === null} onClick={() => onEdit(down)}>
        {t('templates.down')}
      </Button>
    </>
  );
}
