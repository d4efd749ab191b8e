import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Answer, Brief, TemplateField } from '../../../shared/contract/briefs.contract';
import {
  type BriefGap,
  briefCompletePercent,
  briefGaps,
} from '../../../shared/domain/brief-templates-gaps';
import { Button } from '../../components/button';
import { ClientMark } from '../../components/client-mark';
import { ErrorNote } from '../../components/error-note';
import { Icon } from '../../components/icon';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { useToday } from '../../lib/workspace';
import { AnswerField, type AnswerProps } from './answer-fields';
import { BriefActions } from './brief-actions';
import { BriefKindContext } from './brief-context';
import { BriefCriteria } from './brief-criteria';
import styles from './brief-editor.module.css';
import { BriefFacts } from './brief-facts';
import { BriefRoute } from './brief-route';
import { ANSWERS, useBriefView } from './brief-view';
import { BriefTasksButton, BriefWork } from './brief-work';
import { ConflictNote } from './conflict-note';
import { Outline } from './outline';
import { SaveStatus } from './save-status';
import { useAmendBrief } from './use-amend-brief';
import { type BriefDraft, useBriefDraft } from './use-brief-draft';
import { useBriefKeys } from './use-brief-keys';
import { useBriefPdf } from './use-brief-pdf';

/** Where an answer is given. */
const FIELDS = 'textarea, input, select, [contenteditable="true"], [data-waiting]';

/** Outline, document, facts. The document saves itself. */
export function BriefEditor({ brief }: { brief: Brief }) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const today = useToday();
  const draft = useBriefDraft(brief);
  const { amend, failure } = useAmendBrief(brief.id, draft.flush);
  const pdf = useBriefPdf(brief.id, draft.flush);
  const doc = useRef<HTMLElement>(null);
  const [here, setHere] = useState(brief.template.sections[0]?.key ?? '');
  // What is said of the answers may come a moment after the key.
  const settled = useDeferredValue(draft.answers);
  const { gaps, percent } = useGaps(brief, settled, today);
  const fixed = brief.status === 'approved';
  const { id, templateKey, language } = brief;
  const kind = useMemo(() => ({ id, templateKey, language }), [id, templateKey, language]);
  const [view, setView] = useBriefView(brief.id);

  const go = useCallback(
    (sectionKey: string, fieldKey?: string) => {
      // What is hidden cannot be scrolled to.
      flushSync(() => setView(ANSWERS));
      const section = doc.current?.querySelector(`[data-section="${sectionKey}"]`);
      const place =
        fieldKey === undefined ? section : section?.querySelector(`[data-field="${fieldKey}"]`);
      section?.scrollIntoView({ block: 'start' });
      place?.querySelector<HTMLElement>(FIELDS)?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'nearest' });
      setHere(sectionKey);
    },
    [setView],
  );
  const sectionKeys = useMemo(
    () => brief.template.sections.map((section) => section.key),
    [brief.template.sections],
  );
  useBriefKeys({ sectionKeys, here, go, onPdf: pdf.save });

  return (
    <BriefKindContext value={kind}>
      <PageTitle title={brief.title} />
      <PageStatus>
        <SaveStatus state={draft.state} answers={settled} onRetry={draft.save} />
      </PageStatus>
      <div className={styles.bar}>
        <ClientMark client={brief.client} />
        <Link href={`/clients/${brief.client.id}/briefs`} className={`b ${styles.client}`}>
          {brief.client.name}
        </Link>
        <span className="t3 cut">
          {t('head.caption', { number: brief.number, kind: lowerFirst(brief.templateTitle) })}
        </span>
        <span className="cap nw">{t('head.version', { number: brief.version })}</span>
        <span className="grow" />
        <span className="cap">{t('head.complete')}</span>
        <span className={styles.progress} aria-hidden="true">
          <span style={{ width: `${percent}%` }} />
        </span>
        <span className="b nw">{format.percent(percent)}</span>
        <Button keys="Ctrl P" disabled={pdf.isRunning} onClick={() => pdf.save()}>
          {t('head.pdf')}
        </Button>
        <BriefTasksButton brief={brief} view={view} onView={setView} />
        <BriefActions
          brief={brief}
          answers={settled}
          gaps={gaps}
          flush={draft.flush}
          onGo={go}
          onCompare={() => setView({ kind: 'changes', since: null })}
          onPdf={pdf.save}
        />
      </div>
      <BriefRoute brief={brief} />
      <ErrorNote failure={failure ?? pdf.failure} />
      <div className={styles.editor}>
        <Outline sections={brief.template.sections} gaps={gaps} here={here} onGo={go} />
        <BriefWork brief={brief} view={view} onView={setView} onPdf={pdf.save} />
        <article
          ref={doc}
          hidden={view.kind !== 'answers'}
          className={styles.doc}
          lang={brief.language}
          onScroll={(event) => setHere(sectionAtTop(event.currentTarget) ?? here)}
        >
          <BriefTitle title={brief.title} onCommit={(title) => amend({ title })} />
          {brief.template.sections.map((section) => (
            <section key={section.key} data-section={section.key} className={styles.section}>
              <h2>
                {section.title} <span className="cap">{section.hint}</span>
              </h2>
              <Fields
                fields={section.fields}
                render={(field, describedBy) => (
                  <>
                    {draft.conflicts.has(field.key) ? (
                      <ConflictNote
                        field={field}
                        theirs={brief.answers[field.key]}
                        onResolve={(choice) =>
                          draft.resolve(field.key, choice, brief.answers[field.key])
                        }
                      />
                    ) : null}
                    <KeptField
                      field={field}
                      answer={draft.answers[field.key]}
                      change={draft.change}
                      onLeave={draft.save}
                      fixed={fixed}
                      currency={brief.client.currency}
                      describedBy={describedBy}
                    />
                  </>
                )}
                gaps={gaps}
              />
              {section.key === 'criteria' ? <BriefCriteria brief={brief} /> : null}
            </section>
          ))}
        </article>
        <BriefFacts brief={brief} amend={amend} />
      </div>
    </BriefKindContext>
  );
}

type KeptProps = Omit<AnswerProps, 'onChange'> & { change: BriefDraft['change'] };

/** A key in one field leaves the others alone. */
const KeptField = memo(function KeptField({ change, ...props }: KeptProps) {
  const { key } = props.field;
  const onChange = useCallback<AnswerProps['onChange']>(
    (answer) => change(key, answer),
    [change, key],
  );
  return <AnswerField {...props} onChange={onChange} />;
});

function useGaps(
  brief: Brief,
  answers: Readonly<Record<string, Answer | undefined>>,
  today: string,
) {
  return useMemo(() => {
    const { template, status } = brief;
    return {
      gaps: briefGaps(template, answers, status === 'approved' ? null : today),
      percent: briefCompletePercent(template, answers),
    };
  }, [answers, brief, today]);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The section that is read now: the last one whose head has come up to the top. */
function sectionAtTop(doc: HTMLElement): string | undefined {
  const top = doc.getBoundingClientRect().top + 60;
  const sections = [...doc.querySelectorAll<HTMLElement>('[data-section]')];
  const isAtEnd = doc.scrollTop + doc.clientHeight >= doc.scrollHeight - 2;
  const found = isAtEnd
    ? (sections.find((section) => section.contains(document.activeElement)) ??
      sections.findLast((section) => section.getBoundingClientRect().top <= top))
    : sections.findLast((section) => section.getBoundingClientRect().top <= top);
  return found?.dataset['section'];
}

function BriefTitle({ title, onCommit }: { title: string; onCommit: (title: string) => void }) {
  const { t } = useTranslation('brief');
  const [text, setText] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    setText(null);
    void title;
  }, [title]);
  const commit = () => {
    const next = text?.trim();
    setMissing(next === '');
    if (next === '' || next === undefined || next === title) return;
    onCommit(next);
  };
  return (
    <>
      <textarea
        className={styles.title}
        aria-label={t('facts.name')}
        aria-invalid={isMissing}
        rows={1}
        maxLength={500}
        value={text ?? title}
        spellCheck={false}
        onChange={(event) => setText(event.target.value.replaceAll('\n', ' '))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            event.currentTarget.blur();
          }
          if (event.key === 'Escape') setText(null);
        }}
      />
      {isMissing ? <p className="msg neg">{t('facts.nameMissing')}</p> : null}
    </>
  );
}

type FieldsProps = {
  fields: readonly TemplateField[];
  gaps: readonly BriefGap[];
  render: (field: TemplateField, describedBy: string | undefined) => ReactNode;
};

/** Texts and lists say what they ask for inside, amounts and dates in their name. */
const WITH_HELP: ReadonlySet<TemplateField['type']> = new Set(['table', 'choice', 'audience']);

const SHORT: ReadonlySet<TemplateField['type']> = new Set(['money', 'date', 'choice']);

/** The questions of a section; short answers that follow each other share a row. */
function Fields({ fields, gaps, render }: FieldsProps) {
  const groups: TemplateField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (SHORT.has(field.type) && last?.every((item) => SHORT.has(item.type)) === true)
      last.push(field);
    else groups.push([field]);
  }
  return groups.map((group) => (
    <div key={group[0]?.key} className={group.length > 1 ? styles.shorts : undefined}>
      {group.map((field) => (
        <Question
          key={field.key}
          field={field}
          gap={gaps.find((item) => item.fieldKey === field.key)}
          alone={fields.length === 1}
          render={render}
        />
      ))}
    </div>
  ));
}

function hintOf(field: TemplateField, gap: BriefGap | undefined): string | null {
  if (gap?.code === 'past-date') return 'past-date';
  if (gap?.code !== 'no-number') return null;
  return field.type === 'table' ? 'no-number-row' : 'no-number';
}

function Question({
  field,
  gap,
  alone,
  render,
}: {
  field: TemplateField;
  gap: BriefGap | undefined;
  /** The only question of its section: the section's name stands for it. */
  alone: boolean;
  render: FieldsProps['render'];
}) {
  const { t } = useTranslation('brief');
  const id = useId();
  const hint = hintOf(field, gap);
  return (
    <div data-field={field.key} className={styles.question}>
      {alone ? null : (
        <div className={styles.label}>
          {field.label}
          {gap?.code === 'empty' || gap?.code === 'no-criterion' ? (
            <span className="warn">{t('field.required')}</span>
          ) : null}
        </div>
      )}
      {WITH_HELP.has(field.type) ? <p className={styles.help}>{field.help}</p> : null}
      {render(field, hint === null ? undefined : id)}
      {hint === null ? null : (
        <p id={id} className={styles.hint}>
          <Icon name="bang" size={12} />
          <span>{t(`gap.hint.${hint}`)}</span>
        </p>
      )}
    </div>
  );
}
