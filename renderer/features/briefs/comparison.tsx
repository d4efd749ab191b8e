import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Brief,
  BriefDiffPiece,
  BriefFieldDiff,
  TemplateField,
} from '../../../shared/contract/briefs.contract';
import { SEGMENT_PARTS } from '../../../shared/domain/brief-answers';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { SelectField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import styles from './comparison.module.css';
import { useAnswerWords } from './use-answer-words';

const NOW = '';

/** Two versions of a brief beside each other: what went is struck with −, what came underlined with +. */
export function Comparison({
  brief,
  since,
  onClose,
}: {
  brief: Brief;
  /** Number of the version to compare with what stands there now; null: the last one. */
  since: number | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const [newest, second] = brief.versions;
  const unchanged = newest !== undefined && brief.version === newest.number;
  const asked = brief.versions.find(({ number }) => since !== null && number <= since);
  const [from, setFrom] = useState((asked ?? (unchanged ? (second ?? newest) : newest))?.id ?? '');
  const [to, setTo] = useState(
    asked === undefined && unchanged && second !== undefined ? newest.id : NOW,
  );
  const { data, error } = useRead('briefs/compare', {
    id: brief.id,
    from,
    to: to === NOW ? null : to,
  });
  const versions = brief.versions.map(({ id, number, kind, frozenOn }) => ({
    value: id,
    label: t(`diff.version.${kind}`, { number, on: format.date(frozenOn) }),
  }));
  const sections = brief.template.sections
    .map((section) => ({
      ...section,
      diffs: (data?.fields ?? []).filter(({ sectionKey }) => sectionKey === section.key),
    }))
    .filter(({ diffs }) => diffs.length > 0);
  const titleChanged = data?.title.some(({ kind }) => kind !== 'same') === true;
  const count = (data?.fields.length ?? 0) + (titleChanged ? 1 : 0);
  return (
    <section className={styles.comparison} aria-label={t('diff.title')}>
      <div className={styles.head}>
        <SelectField label={t('diff.from')} value={from} options={versions} onCommit={setFrom} />
        <SelectField
          label={t('diff.to')}
          value={to}
          options={[{ value: NOW, label: t('diff.now') }, ...versions]}
          onCommit={setTo}
        />
        <Button onClick={onClose}>{t('diff.close')}</Button>
      </div>
      <ErrorNote failure={failureOf(error)} />
      {data === undefined && error === null ? <LoadingShape rows={6} /> : null}
      {data === undefined ? null : (
        <p className={styles.count}>
          <b>{count === 0 ? t('diff.none') : t('diff.count', { count })}</b>
          {count === 0 ? null : <Legend />}
        </p>
      )}
      <div lang={brief.language}>
        {titleChanged ? (
          <article className={styles.field}>
            <h3>{t('facts.name')}</h3>
            <p>
              <Pieces pieces={data.title} />
            </p>
          </article>
        ) : null}
        {sections.map(({ key, title, fields, diffs }) => (
          <section key={key} className={styles.section}>
            <h2>{title}</h2>
            {diffs.map((diff) => {
              const field = fields.find((item) => item.key === diff.fieldKey);
              return field === undefined ? null : (
                <article key={diff.fieldKey} className={styles.field}>
                  {fields.length === 1 ? null : <h3>{field.label}</h3>}
                  <FieldDiff field={field} diff={diff} />
                </article>
              );
            })}
          </section>
        ))}
      </div>
    </section>
  );
}

function Legend() {
  const { t } = useTranslation('brief');
  return (
    <>
      <del className={styles.gone}>{t('diff.gone')}</del>
      <ins className={styles.come}>{t('diff.come')}</ins>
    </>
  );
}

function Pieces({ pieces }: { pieces: readonly BriefDiffPiece[] }) {
  return pieces.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'removed' ? (
      <del key={key} className={styles.gone}>
        {text}
      </del>
    ) : (
      <ins key={key} className={styles.come}>
        {text}
      </ins>
    );
  });
}

const SIGNS = { changed: '±', removed: '−', added: '+' } as const;

function FieldDiff({ field, diff }: { field: TemplateField; diff: BriefFieldDiff }) {
  const { t } = useTranslation('brief');
  const words = useAnswerWords(field);
  const columns = useColumns(field);
  switch (diff.kind) {
    case 'text':
      return (
        <p className={styles.text}>
          <Pieces pieces={diff.pieces} />
        </p>
      );
    case 'value':
      return (
        <p>
          {diff.before === null ? null : <del className={styles.gone}>{words(diff.before)}</del>}
          {diff.before === null || diff.after === null ? null : ' '}
          {diff.after === null ? null : <ins className={styles.come}>{words(diff.after)}</ins>}
        </p>
      );
    case 'rows':
      return (
        <table className={styles.rows}>
          {columns.length === 0 ? null : (
            <thead>
              <tr>
                <th scope="col" className={styles.sign}>
                  {t('diff.row')}
                </th>
                {columns.map((label) => (
                  <th key={label} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {diff.rows.map(({ kind, number, cells }) => (
              <tr key={`${kind} ${number}`}>
                <th scope="row" className={styles.sign} aria-label={t(`diff.${kind}`, { number })}>
                  {`${SIGNS[kind]} ${number}`}
                </th>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                  <td key={index}>
                    <Pieces pieces={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

/** Heads of what is compared row by row; a list needs none. */
function useColumns(field: TemplateField): readonly string[] {
  const { t } = useTranslation('brief');
  switch (field.type) {
    case 'table':
      return field.columns.map(({ label }) => label);
    case 'audience':
      return SEGMENT_PARTS.map((part) => t(`segment.${part}`));
    case 'checklist':
      return [t('diff.done'), t('diff.point')];
    case 'file':
      return [t('diff.file')];
    default:
      return [];
  }
}
