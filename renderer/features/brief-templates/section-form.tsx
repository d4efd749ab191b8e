import { useTranslation } from 'react-i18next';
import type {
  TemplateDraft,
  TemplateDraftSection,
} from '../../../shared/contract/brief-templates.contract';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { Pane } from '../../components/pane';
import { MoveButtons } from './move-buttons';
import { amendSection, type Place, removeAt } from './template-edits';
import styles from './templates.module.css';

type Props = {
  draft: TemplateDraft;
  section: TemplateDraftSection;
  /** Just added: the cursor stands in its title. */
  isFresh: boolean;
  onChange: (draft: TemplateDraft) => void;
  onEdit: (edit: { draft: TemplateDraft; place: Place | null } | null) => void;
};

/** What a section is called. */
export function SectionForm({ draft, section, isFresh, onChange, onEdit }: Props) {
  const { t } = useTranslation('brief');
  const place = { sectionKey: section.key, fieldKey: null };
  return (
    <Pane title={t('templates.section')}>
      <div className={styles.fields} lang={draft.language}>
        <TextInput
          label={t('templates.field.sectionTitle')}
          value={section.title}
          autoFocus={isFresh}
          problem={section.title.trim() === '' ? t('templates.sectionMissing') : null}
          onChange={(title) => onChange(amendSection(draft, section.key, { title }))}
        />
        <TextInput
          label={t('templates.field.hint')}
          value={section.hint}
          onChange={(hint) => onChange(amendSection(draft, section.key, { hint }))}
        />
        <div className={styles.tools}>
          <MoveButtons draft={draft} place={place} onEdit={onEdit} />
          <Button variant="danger" onClick={() => onEdit(removeAt(draft, place))}>
            {t('templates.removeSection')}
          </Button>
        </div>
      </div>
    </Pane>
  );
}
