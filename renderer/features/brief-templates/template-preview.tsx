import { useTranslation } from 'react-i18next';
import type {
  TemplateDraft,
  TemplateDraftField,
} from '../../../shared/contract/brief-templates.contract';
import { SEGMENT_PARTS } from '../../../shared/domain/brief-answers';
import { Icon } from '../../components/icon';
import styles from './templates.module.css';

/** The brief as it opens empty: what is asked, with the help beside it. Nothing here takes answers. */
export function TemplatePreview({ draft }: { draft: TemplateDraft }) {
  const { t } = useTranslation('brief');
  return (
    <article
      // It scrolls: the keys have to reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by Tab
      tabIndex={0}
      className={styles.preview}
      lang={draft.language}
      aria-label={t('templates.view.preview')}
    >
      <h1>{draft.title}</h1>
      {draft.sections.map((section) => (
        <section key={section.key}>
          <h2>
            {section.title} <span className="cap">{section.hint}</span>
          </h2>
          {section.fields.map((field) => (
            <div key={field.key} className={styles.asked}>
              <p className={styles.askedLabel}>
                {field.internal ? <Icon name="lock" size={12} /> : null}
                {field.label}
                {field.required ? <span className="warn">{t('field.required')}</span> : null}
                {field.internal ? <span className="t3">{t('templates.internalShort')}</span> : null}
              </p>
              <p className="t3">{field.help}</p>
              <Blank field={field} />
            </div>
          ))}
        </section>
      ))}
    </article>
  );
}

/** The shape of an answer, in pencil. */
function Blank({ field }: { field: TemplateDraftField }) {
  const { t } = useTranslation('brief');
  switch (field.type) {
    case 'choice':
      return (
        <ul className={styles.options}>
          {field.choices.map(({ key, label }) => (
            <li key={key}>{label}</li>
          ))}
        </ul>
      );
    case 'checklist':
      return (
        <ul className={styles.ticks}>
          {field.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ticks have no identity but their place
            <li key={index}>
              <span className="chk" />
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Heads labels={field.columns.map(({ label }) => label)} />;
    case 'audience':
      return <Heads labels={SEGMENT_PARTS.map((part) => t(`segment.${part}`))} />;
    case 'rich':
      return <div className={`${styles.blank} ${styles.tall}`} />;
    default:
      return <div className={styles.blank} />;
  }
}

function Heads({ labels }: { labels: readonly string[] }) {
  return (
    <div className={styles.heads}>
      {labels.map((label, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
        <span key={index} className="cut">
          {label}
        </span>
      ))}
    </div>
  );
}
