import { useTranslation } from 'react-i18next';
import type {
  TemplateDraft,
  TemplateDraftField,
} from '../../../shared/contract/brief-templates.contract';
import { BRIEF_FIELD_TYPES } from '../../../shared/domain/brief-templates';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { CheckField, SelectField } from '../../components/fields';
import { Pane } from '../../components/pane';
import { MoveButtons } from './move-buttons';
import { PartsEditor } from './parts-editor';
import { amendQuestion, freePartKey, type Place, removeAt, retypeQuestion } from './template-edits';
import styles from './templates.module.css';

type Props = {
  draft: TemplateDraft;
  sectionKey: string;
  field: TemplateDraftField;
  /** Just added: the cursor stands in its words. */
  isFresh: boolean;
  onChange: (draft: TemplateDraft) => void;
  onEdit: (edit: { draft: TemplateDraft; place: Place | null } | null) => void;
};

/** Types whose answer can be asked to hold a number. */
const WITH_NUMBER: ReadonlySet<TemplateDraftField['type']> = new Set(['text', 'rich', 'list']);

/** What a question asks and how it is answered. */
export function QuestionForm({ draft, sectionKey, field, isFresh, onChange, onEdit }: Props) {
  const { t } = useTranslation('brief');
  const place = { sectionKey, fieldKey: field.key };
  const isCriteria = field.key === 'criteria';
  const amend = (patch: Partial<Omit<TemplateDraftField, 'key'>>) =>
    onChange(amendQuestion(draft, field.key, patch));
  return (
    <Pane title={t('templates.question')}>
      <div className={styles.fields} lang={draft.language}>
        <TextInput
          label={t('templates.field.label')}
          value={field.label}
          autoFocus={isFresh}
          problem={field.label.trim() === '' ? t('templates.labelMissing') : null}
          onChange={(label) => amend({ label })}
        />
        <TextInput
          label={t('templates.field.help')}
          value={field.help}
          onChange={(help) => amend({ help })}
        />
        <SelectField
          label={t('templates.field.type')}
          value={field.type}
          disabled={isCriteria}
          options={BRIEF_FIELD_TYPES.map((type) => ({
            value: type,
            label: t(`templates.type.${type}`),
          }))}
          note={{
            tone: 'plain',
            text: t(`templates.about.${isCriteria ? 'criteria' : field.type}`),
          }}
          onCommit={(type) => onEdit(retypeQuestion(draft, place, type))}
        />
        <CheckField
          label={t('templates.field.required')}
          checked={field.required}
          onChange={(required) => amend({ required })}
        />
        <CheckField
          label={t('templates.field.internal')}
          checked={field.internal}
          onChange={(internal) => amend({ internal })}
        />
        {WITH_NUMBER.has(field.type) ? (
          <CheckField
            label={t('templates.field.needsNumber')}
            checked={field.needsNumber === 'text'}
            onChange={(needs) => amend({ needsNumber: needs ? 'text' : null })}
          />
        ) : null}
        {field.type === 'choice' ? (
          <PartsEditor
            label={t('templates.field.choices')}
            addLabel={t('templates.addChoice')}
            parts={field.choices.map(({ label }) => label)}
            onChange={(index, label) =>
              amend({
                choices: field.choices.map((choice, at) =>
                  at === index ? { ...choice, label } : choice,
                ),
              })
            }
            onAdd={() =>
              amend({ choices: [...field.choices, { key: freePartKey(field.choices), label: '' }] })
            }
            onRemove={(index) => amend({ choices: field.choices.filter((_, at) => at !== index) })}
          />
        ) : null}
        {field.type === 'table' ? <Columns field={field} fixed={isCriteria} amend={amend} /> : null}
        {field.type === 'checklist' ? (
          <PartsEditor
            label={t('templates.field.items')}
            addLabel={t('field.addItem')}
            parts={field.items}
            onChange={(index, item) =>
              amend({ items: field.items.map((old, at) => (at === index ? item : old)) })
            }
            onAdd={() => amend({ items: [...field.items, ''] })}
            onRemove={(index) => amend({ items: field.items.filter((_, at) => at !== index) })}
          />
        ) : null}
        <div className={styles.tools}>
          <MoveButtons draft={draft} place={place} onEdit={onEdit} />
          <Button variant="danger" onClick={() => onEdit(removeAt(draft, place))}>
            {t('templates.removeQuestion')}
          </Button>
        </div>
      </div>
    </Pane>
  );
}

type ColumnsProps = {
  field: TemplateDraftField;
  /** The three columns of criteria stay what they are. */
  fixed: boolean;
  amend: (patch: Partial<Omit<TemplateDraftField, 'key'>>) => void;
};

const KINDS = ['text', 'number', 'sum'] as const;

function Columns({ field, fixed, amend }: ColumnsProps) {
  const { t } = useTranslation('brief');
  const { columns, needsNumber } = field;
  const number = needsNumber === null || needsNumber === 'text' ? null : needsNumber.column;
  const put = (index: number, patch: Partial<TemplateDraftField['columns'][number]>) =>
    amend({ columns: columns.map((old, at) => (at === index ? { ...old, ...patch } : old)) });
  const remove = (index: number) =>
    amend({
      columns: columns.filter((_, at) => at !== index),
      needsNumber:
        number === null || number === index
          ? null
          : { column: number > index ? number - 1 : number },
    });
  return (
    <>
      <PartsEditor
        label={t('templates.field.columns')}
        addLabel={t('templates.addColumn')}
        parts={columns.map(({ label }) => label)}
        fixed={fixed}
        most={12}
        onChange={(index, label) => put(index, { label })}
        onAdd={() =>
          amend({
            columns: [
              ...columns,
              { key: freePartKey(columns), label: '', numeric: false, summed: false },
            ],
          })
        }
        onRemove={remove}
        beside={(index) => {
          const column = columns[index];
          if (column === undefined || fixed) return null;
          const kind = column.summed ? 'sum' : column.numeric ? 'number' : 'text';
          return (
            <SelectField
              label={t('templates.columnKind.label', { number: index + 1 })}
              hideLabel
              value={kind}
              options={KINDS.map((value) => ({ value, label: t(`templates.columnKind.${value}`) }))}
              onCommit={(next) => put(index, { numeric: next !== 'text', summed: next === 'sum' })}
            />
          );
        }}
      />
      {fixed || columns.length === 0 ? null : (
        <SelectField
          label={t('templates.field.numberColumn')}
          value={number === null ? '' : String(number)}
          options={[
            { value: '', label: t('templates.noColumn') },
            ...columns.map(({ label }, index) => ({ value: String(index), label })),
          ]}
          onCommit={(value) =>
            amend({ needsNumber: value === '' ? null : { column: Number(value) } })
          }
        />
      )}
    </>
  );
}
