import { useTranslation } from 'react-i18next';
import type {
  ClientOverview,
  ClientProfitability,
} from '../../../../shared/contract/clients.contract';
import type { FigureId } from '../../../../shared/contract/portfolio.contract';
import type { Period } from '../../../../shared/contract/primitives';
import { Figure } from '../../../components/figure';
import { Pane } from '../../../components/pane';
import { useFigureGrid } from '../../../lib/figure-grid';
import { useFormat } from '../../../lib/format';
import styles from '../client.module.css';
import { periodWords } from '../period-words';

/** Where the client's income and hours went: retainer, projects, media. */
export function ProjectsPane({
  client,
  data,
  period,
}: {
  readonly client: ClientOverview;
  readonly data: ClientProfitability;
  readonly period: Period;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const grid = useFigureGrid<HTMLTableElement>();
  const { currency } = client;
  const money = { unit: 'money', currency } as const;
  if (data.projects.length === 0) return null;
  return (
    <Pane
      title={t('byProject.title')}
      caption={t('byProject.caption', { period: periodWords(period, format) })}
      line="top"
    >
      <table
        ref={grid.ref}
        onKeyDown={grid.onKeyDown}
        className={`tb flat ${styles.tabTable}`}
        aria-label={t('byProject.title')}
      >
        <colgroup>
          <col />
          <col style={{ width: 124 }} />
          <col style={{ width: 112 }} />
          <col style={{ width: 76 }} />
          <col style={{ width: 112 }} />
          <col style={{ width: 112 }} />
          <col style={{ width: 92 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('byProject.project')}</th>
            <th className="n">{t('figures.recognised')}</th>
            <th className="n">AGI</th>
            <th className="n">{t('byProject.hours')}</th>
            <th className="n">{t('figures.delivery-cost')}</th>
            <th className="n">{t('figures.delivery-margin')}</th>
            <th className="n">{t('byProject.share')}</th>
          </tr>
        </thead>
        <tbody>
          {data.projects.map((project) => {
            const explain = (figureId: FigureId) => ({
              figureId,
              scope: {
                kind: 'project' as const,
                clientId: client.id,
                projectId: project.id,
                period,
              },
            });
            // Media and production are the client's, not of one project: they have no scope of their own.
            const own = project.kind === 'retainer' || project.kind === 'fixed-fee';
            const why = (figureId: FigureId) => (own ? explain(figureId) : undefined);
            return (
              <tr key={project.id}>
                <td>
                  <span className="m">{projectName(project, t)}</span>{' '}
                  {own && <span className="t3">{t(`project-kind.${project.kind}`)}</span>}
                </td>
                <td className="n">
                  <Figure figure={project.recognised} {...money} explain={why('recognised')} />
                </td>
                <td className="n">
                  <Figure figure={project.agi} {...money} tone="signed" explain={why('agi')} />
                </td>
                <td className="n t2">{format.hours(project.seconds)}</td>
                <td className="n">
                  <Figure figure={project.deliveryCost} {...money} explain={why('delivery-cost')} />
                </td>
                <td className="n">
                  <Figure
                    figure={project.deliveryMargin}
                    {...money}
                    tone="signed"
                    explain={why('delivery-margin')}
                  />
                </td>
                <td className="n">
                  <Figure figure={project.deliveryMarginPpm} unit="ppm" tone="signed" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Pane>
  );
}

type Translate = ReturnType<typeof useTranslation<'client'>>['t'];

/** What belongs to no project has no name of its own. */
function projectName(project: ClientProfitability['projects'][number], t: Translate): string {
  return project.name === '' ? t(`project-kind.${project.kind}`) : project.name;
}
