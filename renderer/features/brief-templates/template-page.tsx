import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { TemplateEditor } from './template-editor';

/** One template of one's own, open for editing. */
export function TemplatePage() {
  const { t } = useTranslation('brief');
  const { id = '' } = useParams<{ id: string }>();
  const { data, error } = useRead('brief-templates/show', { id });
  const failure = failureOf(error);
  if (failure?.code === 'brief-template-not-found') {
    return (
      <EmptyState title={failure.message} text="">
        <Link href="/briefs/templates" className="btn">
          {t('templates.title')}
        </Link>
      </EmptyState>
    );
  }
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  return <TemplateEditor key={data.id} shown={data} />;
}
