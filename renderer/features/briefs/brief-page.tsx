import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { EmptyState } from '../../components/empty-state';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { BriefEditor } from './brief-editor';

/** One brief, open for editing. */
export function BriefPage() {
  const { t } = useTranslation('brief');
  const { id = '' } = useParams<{ id: string }>();
  const { data, error } = useRead('briefs/show', { id });
  const failure = failureOf(error);
  if (failure?.code === 'brief-not-found') {
    return (
      <EmptyState title={failure.message} text="">
        <Link href="/briefs" className="btn">
          {t('list.title')}
        </Link>
      </EmptyState>
    );
  }
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  return <BriefEditor key={data.id} brief={data} />;
}
