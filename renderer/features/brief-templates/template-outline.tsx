import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  TemplateDraft,
  TemplateDraftField,
  TemplateDraftSection,
} from '../../../shared/contract/brief-templates.contract';
import type { TemplateProblem } from '../../../shared/domain/brief-template-problems';
import { BRIEF_FIELD_TYPES } from '../../../shared/domain/brief-templates';
import { Button } from '../../components/button';
import { TextInput } from '../../components/field';
import { Icon } from '../../components/icon';
import { Menu } from '../../components/menu';
import {
  addQuestion,
  addSection,
  hasCriteria,
  type Place,
  putAt,
  putSectionAt,
  type QuestionKind,
} from './template-edits';
import styles from './templates.module.css';

type Props = {
  ref: Ref<HTMLElement>;
  draft: TemplateDraft;
  place: Place | null;
  problems: readonly TemplateProblem[];
  onChange: (draft: TemplateDraft) => void;
  onEdit: (edit: { draft: TemplateDraft; place: Place | null }) => void;
  onAdd: (edit: { draft: TemplateDraft; place: Place }) => void;
  onChoose: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** Sections and questions in their order; a click chooses, a drag or Alt with an arrow moves. */
export function TemplateOutline(props: Props) {
  const { ref, draft, place, problems, onChange, onEdit, onAdd, onChoose, onKeyDown } = props;
  const { t } = useTranslation('brief');
  useDrops(draft, onEdit);
  const words = (key: string) => t(`column.criteria.${key}`);
  const kinds: readonly QuestionKind[] = hasCriteria(draft)
    ? BRIEF_FIELD_TYPES
    : [...BRIEF_FIELD_TYPES, 'criteria'];

  return (
    <section ref={ref} className={styles.outline} lang={draft.language}>
      <div className={styles.title}>
        <TextInput
          label={t('templates.field.title')}
          value={draft.title}
          problem={
            problems.some(({ code }) => code === 'untitled') ? t('templates.titleMissing') : null
          }
          onChange={(title) => onChange({ ...draft, title })}
        />
      </div>
      {draft.sections.map((section, index) => (
        <div key={section.key} className={styles.section}>
          <SectionRow
            section={section}
            index={index}
            isChosen={place?.sectionKey === section.key && place.fieldKey === null}
            isWrong={problems.some(
              ({ sectionKey, fieldKey }) => sectionKey === section.key && fieldKey === null,
            )}
            onChoose={() => onChoose({ sectionKey: section.key, fieldKey: null })}
            onKeyDown={onKeyDown}
          />
          <ul>
            {section.fields.map((field, at) => (
              <QuestionRow
                key={field.key}
                field={field}
                sectionKey={section.key}
                index={at}
                isChosen={place?.fieldKey === field.key}
                isWrong={problems.some(({ fieldKey }) => fieldKey === field.key)}
                onChoose={() => onChoose({ sectionKey: section.key, fieldKey: field.key })}
                onKeyDown={onKeyDown}
              />
            ))}
          </ul>
          <Menu
            align="start"
            trigger={
              <button type="button" className={styles.add}>
                <Icon name="plus" size={12} />
                {t('templates.addQuestion')}
                <span className={styles.unseen}> {section.title}</span>
              </button>
            }
            items={kinds.map((kind) => ({
              label: t(`templates.type.${kind}`),
              onChoose: () => {
                const after = place?.sectionKey === section.key ? place.fieldKey : null;
                onAdd(
                  addQuestion(draft, { sectionKey: section.key, fieldKey: after }, kind, words),
                );
              },
              ...(kind === 'criteria' ? { apart: true } : {}),
            }))}
          />
        </div>
      ))}
      <Button
        icon="plus"
        className={styles.addSection}
        onClick={() => onAdd(addSection(draft, place))}
      >
        {t('templates.addSection')}
      </Button>
    </section>
  );
}

type RowProps = {
  index: number;
  isChosen: boolean;
  isWrong: boolean;
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function SectionRow({
  section,
  index,
  isChosen,
  isWrong,
  onChoose,
  onKeyDown,
}: RowProps & { section: TemplateDraftSection }) {
  const { t } = useTranslation('brief');
  const { ref, over } = useRow({ kind: 'section', sectionKey: section.key, index });
  return (
    <button
      ref={ref}
      type="button"
      className={rowClass(styles.head, isChosen, over)}
      aria-current={isChosen}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
    >
      <Grip />
      <span className={section.title.trim() === '' ? 't3' : 'b'}>
        {section.title.trim() === '' ? t('templates.noTitle') : section.title}
      </span>
      <span className="cap cut">{section.hint}</span>
      {isWrong ? <Wrong /> : null}
    </button>
  );
}

function QuestionRow({
  field,
  sectionKey,
  index,
  isChosen,
  isWrong,
  onChoose,
  onKeyDown,
}: RowProps & { field: TemplateDraftField; sectionKey: string }) {
  const { t } = useTranslation('brief');
  const data = { kind: 'question', sectionKey, fieldKey: field.key, index };
  const { ref, over } = useRow(data);
  return (
    <li>
      <button
        ref={ref}
        type="button"
        className={rowClass(styles.question, isChosen, over)}
        aria-current={isChosen}
        onClick={onChoose}
        onFocus={onChoose}
        onKeyDown={onKeyDown}
      >
        <Grip />
        <span className={`cut ${field.label.trim() === '' ? 't3' : ''}`}>
          {field.label.trim() === '' ? t('templates.noLabel') : field.label}
        </span>
        {isWrong ? <Wrong /> : null}
        <span className="grow" />
        {field.internal ? (
          <span className={styles.internal}>
            <Icon name="lock" size={12} />
            {t('templates.internalShort')}
          </span>
        ) : null}
        {field.required ? <span className="cap">{t('field.required')}</span> : null}
        <span className={`cap ${styles.type}`}>
          {t(`templates.type.${field.key === 'criteria' ? 'criteria' : field.type}`)}
        </span>
      </button>
    </li>
  );
}

function rowClass(base: string | undefined, isChosen: boolean, over: Edge): string {
  return [base, isChosen ? styles.chosen : '', over === null ? '' : styles[over]]
    .filter(Boolean)
    .join(' ');
}

function Grip() {
  return (
    <span className={styles.grip} aria-hidden="true">
      ⠿
    </span>
  );
}

function Wrong() {
  const { t } = useTranslation('brief');
  return (
    <span className="warn">
      <Icon name="bang" size={12} />
      <span className={styles.unseen}>{t('templates.toFix')}</span>
    </span>
  );
}

type RowData = { kind: string; sectionKey: string; fieldKey?: string; index: number };

/** Where the line stands that shows the place. */
type Edge = 'top' | 'bottom' | null;

/** A row that the mouse can take hold of, and before or after which another can be let go. */
function useRow(data: RowData) {
  const ref = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState<Edge>(null);
  const latest = useRef(data);
  latest.current = data;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const endDrag = draggable({ element, getInitialData: () => ({ ...latest.current }) });
    const endDrop = dropTargetForElements({
      element,
      // A section goes only before sections; a question before questions, or to the top of a section.
      canDrop: ({ source }) =>
        latest.current.kind === 'section' || source.data['kind'] === 'question',
      getData: ({ input }) => {
        const box = element.getBoundingClientRect();
        const isLower = input.clientY > box.top + box.height / 2;
        const { index } = latest.current;
        return { ...latest.current, index: isLower ? index + 1 : index };
      },
      onDrag: ({ self }) => setOver(self.data['index'] === latest.current.index ? 'top' : 'bottom'),
      onDragLeave: () => setOver(null),
      onDrop: () => setOver(null),
    });
    return () => {
      endDrag();
      endDrop();
    };
  }, []);
  return { ref, over };
}

/** Moves what was let go over another row. */
function useDrops(draft: TemplateDraft, onEdit: Props['onEdit']): void {
  const latest = useRef({ draft, onEdit });
  latest.current = { draft, onEdit };
  useEffect(
    () =>
      monitorForElements({
        onDrop: ({ source, location }) => {
          const from = source.data;
          const to = location.current.dropTargets[0]?.data;
          const { draft: now, onEdit: edit } = latest.current;
          if (typeof to?.['sectionKey'] !== 'string' || typeof to['index'] !== 'number') return;
          if (from['kind'] === 'section' && typeof from['sectionKey'] === 'string') {
            const { sectionKey } = from;
            edit({
              draft: putSectionAt(now, sectionKey, to['index']),
              place: { sectionKey, fieldKey: null },
            });
          }
          if (from['kind'] === 'question' && typeof from['fieldKey'] === 'string') {
            const before = to['kind'] === 'section' ? 0 : to['index'];
            edit(putAt(now, from['fieldKey'], { sectionKey: to['sectionKey'], before }));
          }
        },
      }),
    [],
  );
}
