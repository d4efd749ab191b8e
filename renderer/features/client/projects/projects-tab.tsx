import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { Project } from '../../../../shared/contract/work.contract';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorNote } from '../../../components/error-note';
import { LoadingShape } from '../../../components/loading-shape';
import { Pane } from '../../../components/pane';
import { Popover } from '../../../components/popover';
import { Tag } from '../../../components/tag';
import { failureOf, useCommand, useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';
import { FixedFee } from './fixed-fee';
import { NewProjectForm } from './new-project';
import { RetainerTermsTable } from './retainer-terms';

/** Retainers with their terms and fixed-fee projects with their control figures. */
export function ProjectsTab({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('client');
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRead('projects/list', { clientId: client.id });
  if (error !== null) return <ErrorNote failure={failureOf(error)} />;
  if (data === undefined) return <LoadingShape rows={6} />;
  const add = (
    <Popover
      label={t('projects.new')}
      align="end"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon="plus">
          {t('projects.project')}
        </Button>
      }
    >
      <NewProjectForm client={client} onDone={() => setOpen(false)} />
    </Popover>
  );
  if (data.projects.length === 0) {
    return (
      <EmptyState title={t('projects.emptyTitle')} text={t('projects.emptyText')}>
        {add}
      </EmptyState>
    );
  }
  const ordered = [...data.projects].sort(
    (a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'),
  );
  return (
    <>
      <div className={styles.tabHead}>
        <span className="grow t2">
          {t('projects.summary', {
            count: data.projects.filter(({ status }) => status === 'active').length,
          })}
        </span>
        {add}
      </div>
      {ordered.map((project) => (
        <ProjectPane key={project.id} project={project} client={client} />
      ))}
    </>
  );
}

function ProjectPane({
  project,
  client,
}: {
  readonly project: Project;
  readonly client: ClientOverview;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const amend = useCommand('projects/amend');
  const isActive = project.status === 'active';
  const dates =
    project.endsOn === null
      ? t('projects.from', { on: format.date(project.startsOn) })
      : format.dateRange(project.startsOn, project.endsOn);
  return (
    <Pane
      title={project.name}
      caption={`${t(`project-kind.${project.kind}`)}, ${dates}`}
      line="top"
      actions={
        <>
          {!isActive && <Tag>{t('projects.closed')}</Tag>}
          <Button
            variant="quiet"
            onClick={() =>
              amend.send({
                id: project.id,
                revision: project.revision,
                patch: { status: isActive ? 'closed' : 'active' },
              })
            }
          >
            {t(isActive ? 'projects.close' : 'projects.reopen')}
          </Button>
        </>
      }
    >
      <ErrorNote failure={amend.failure} />
      {project.kind === 'retainer' ? (
        <RetainerTermsTable project={project} currency={client.currency} />
      ) : (
        <FixedFee project={project} client={client} />
      )}
    </Pane>
  );
}
