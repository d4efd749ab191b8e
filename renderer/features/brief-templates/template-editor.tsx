import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TemplateDraft } from '../../../shared/contract/brief-templates.contract';
import {
  type TemplateProblem,
  templateProblems,
} from '../../../shared/domain/brief-template-problems';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Icon } from '../../components/icon';
import { Segmented } from '../../components/segmented';
import { Tag } from '../../components/tag';
import { read } from '../../lib/api';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { QuestionForm } from './question-form';
import { SectionForm } from './section-form';
import { type Place, removeAt, stepAt } from './template-edits';
import { TemplateOutline } from './template-outline';
import { TemplatePreview } from './template-preview';
import styles from './templates.module.css';
import { type ShownTemplate, type TemplateSaving, useTemplateDraft } from './use-template-draft';

/** The questions in their order, beside them what the chosen one is like. It saves itself. */
export function TemplateEditor({ shown }: { shown: ShownTemplate }) {
  const { t } = useTranslation('brief');
  const { draft, state, change, flush, adopt } = useTemplateDraft(shown);
  const [chosen, setChosen] = useState<Place | null>(null);
  const [view, setView] = useState<'questions' | 'preview'>('questions');
  const outline = useRef<HTMLElement>(null);
  const place = placeIn(draft, chosen);
  const problems = templateProblems(draft);

  // What was moved keeps the focus, wherever it stands now.
  const focusNext = useRef(false);
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    outline.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  });

  // A question that has just been added is written at once; one that is walked over is not.
  const [freshKey, setFreshKey] = useState<string | null>(null);

  function choose(next: Place) {
    setFreshKey(null);
    setChosen(next);
  }

  function apply(edit: { draft: TemplateDraft; place: Place | null } | null) {
    if (edit === null) return;
    change(edit.draft);
    setChosen(edit.place);
    setFreshKey(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (place === null) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (event.altKey && step !== null) {
      event.preventDefault();
      focusNext.current = true;
      apply(stepAt(draft, place, step));
    }
    if (event.key === 'Delete') {
      event.preventDefault();
      focusNext.current = true;
      apply(removeAt(draft, place));
    }
  }

  async function takeKept() {
    adopt(await read('brief-templates/show', { id: shown.id }));
  }

  return (
    <>
      <PageTitle title={draft.title} />
      <PageStatus>
        <SavingStatus state={state} />
      </PageStatus>
      <div className={styles.bar}>
        <Link href="/briefs/templates" className={`b ${styles.back}`}>
          {t('templates.title')}
        </Link>
        <span className="t3 cut">
          {t('templates.caption', { number: shown.edition, count: shown.briefCount })}
        </span>
        {shown.isArchived ? <Tag>{t('templates.archived')}</Tag> : null}
        <span className="grow" />
        <Segmented
          label={t('templates.view.label')}
          value={view}
          segments={[
            { value: 'questions', label: t('templates.view.questions') },
            { value: 'preview', label: t('templates.view.preview') },
          ]}
          onChange={setView}
        />
      </div>
      {shown.isUsed ? <p className={styles.used}>{t('templates.used')}</p> : null}
      {state.kind === 'failed' ? (
        <ErrorNote failure={state.failure}>
          <div className="row">
            <Button onClick={() => void flush().catch(() => undefined)}>{t('save.retry')}</Button>
            {state.failure.code === 'row-changed-elsewhere' ? (
              <Button onClick={() => void takeKept()}>{t('templates.takeKept')}</Button>
            ) : null}
          </div>
        </ErrorNote>
      ) : null}
      {view === 'preview' ? (
        <TemplatePreview draft={draft} />
      ) : (
        <div className={styles.editor}>
          <TemplateOutline
            ref={outline}
            draft={draft}
            place={place}
            problems={problems}
            onChange={change}
            onEdit={apply}
            onAdd={(edit) => {
              apply(edit);
              setFreshKey(edit.place.fieldKey ?? edit.place.sectionKey);
            }}
            onChoose={choose}
            onKeyDown={onKeyDown}
          />
          <div className={styles.side}>
            <Problems problems={problems} onGo={choose} />
            <SideForm
              draft={draft}
              place={place}
              freshKey={freshKey}
              onChange={change}
              onEdit={apply}
            />
          </div>
        </div>
      )}
    </>
  );
}

type SideProps = {
  draft: TemplateDraft;
  place: Place | null;
  freshKey: string | null;
  onChange: (draft: TemplateDraft) => void;
  onEdit: (edit: { draft: TemplateDraft; place: Place | null } | null) => void;
};

function SideForm({ draft, place, freshKey, onChange, onEdit }: SideProps) {
  const { t } = useTranslation('brief');
  const section = draft.sections.find(({ key }) => key === place?.sectionKey);
  if (place === null || section === undefined) {
    return <p className={`t2 ${styles.nothing}`}>{t('templates.nothingChosen')}</p>;
  }
  const field = section.fields.find(({ key }) => key === place.fieldKey);
  return field === undefined ? (
    <SectionForm
      key={section.key}
      draft={draft}
      section={section}
      isFresh={freshKey === section.key}
      onChange={onChange}
      onEdit={onEdit}
    />
  ) : (
    <QuestionForm
      key={field.key}
      draft={draft}
      sectionKey={section.key}
      field={field}
      isFresh={freshKey === field.key}
      onChange={onChange}
      onEdit={onEdit}
    />
  );
}

/** The chosen place while it is there: an undo may have taken it. */
function placeIn(draft: TemplateDraft, chosen: Place | null): Place | null {
  const section = draft.sections.find(({ key }) => key === chosen?.sectionKey);
  if (section === undefined) {
    const [first] = draft.sections;
    return first === undefined ? null : { sectionKey: first.key, fieldKey: null };
  }
  const field = section.fields.find(({ key }) => key === chosen?.fieldKey);
  return { sectionKey: section.key, fieldKey: field?.key ?? null };
}

function Problems({
  problems,
  onGo,
}: {
  problems: readonly TemplateProblem[];
  onGo: (place: Place) => void;
}) {
  const { t } = useTranslation(['brief', 'errors']);
  if (problems.length === 0) {
    return (
      <p className={styles.ready}>
        <Icon name="check" size={12} />
        {t('templates.ready')}
      </p>
    );
  }
  return (
    <section className={styles.problems} aria-label={t('templates.problems')}>
      <h2 className="cap">{t('templates.problems')}</h2>
      <ul>
        {problems.map(({ code, name, sectionKey, fieldKey }) => (
          <li key={`${code} ${sectionKey} ${fieldKey}`}>
            {sectionKey === null ? (
              t(`errors:brief-template-${code}`, { name })
            ) : (
              <button
                type="button"
                className={styles.link}
                onClick={() => onGo({ sectionKey, fieldKey })}
              >
                {t(`errors:brief-template-${code}`, { name })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function SavingStatus({ state }: { state: TemplateSaving }) {
  const { t } = useTranslation('brief');
  return (
    <>
      <span role="status">
        {state.kind === 'idle' ? t('save.auto') : null}
        {state.kind === 'saving' ? t('save.saving') : null}
        {state.kind === 'saved' ? t('templates.saved') : null}
        {state.kind === 'failed' ? (
          <span className="neg">{t('save.failed', { reason: state.failure.message })}</span>
        ) : null}
      </span>
      <span>
        <kbd>Alt ↑ ↓</kbd> {t('templates.keys.move')}
      </span>
    </>
  );
}
