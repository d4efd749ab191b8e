import { useTranslation } from 'react-i18next';
import type { ClientOverview } from '../../../../shared/contract/clients.contract';
import type { FigureDto } from '../../../../shared/contract/primitives';
import type { Project } from '../../../../shared/contract/work.contract';
import { Figure } from '../../../components/figure';
import { Pane } from '../../../components/pane';
import { useRead } from '../../../lib/api';
import { useFormat } from '../../../lib/format';

const COLUMNS = ['bac', 'eacBottomUp', 'eacBudgetRate', 'eacCpi', 'vac'] as const;

/** What projects for a fixed fee will have cost, reckoned three ways. */
export function EacPane({ client }: { readonly client: ClientOverview }) {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const { data } = useRead('projects/list', { clientId: client.id });
  const rows = (data?.projects ?? []).flatMap((project) =>
    project.control !== null && project.status === 'active'
      ? [{ project, control: project.control }]
      : [],
  );
  if (rows.length === 0) return null;
  const bad = (figure: FigureDto) => ((figure.value ?? 0) < 0 ? 'neg' : 'plain');
  const money = (control: NonNullable<Project['control']>, name: (typeof COLUMNS)[number]) => (
    <Figure
      figure={control[name]}
      unit="money"
      currency={client.currency}
      whole
      tone={name === 'vac' ? bad(control.vac) : 'plain'}
    />
  );
  return (
    <Pane title={t('eac.title')} caption={t('eac.caption')} line="top">
      <table className="tb flat" aria-label={t('eac.title')}>
        <thead>
          <tr>
            <th>{t('eac.project')}</th>
            {COLUMNS.map((name) => (
              <th key={name} className="n" title={t(`eac.tip.${name}`)}>
                {t(`eac.${name}`)}, {format.currencySign(client.currency)}
              </th>
            ))}
            <th className="n" title={t('eac.tip.margin')}>
              {t('eac.margin')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ project, control }) => (
            <tr key={project.id}>
              <td>{project.name}</td>
              {COLUMNS.map((name) => (
                <td key={name} className="n">
                  {money(control, name)}
                </td>
              ))}
              <td className="n">
                <Figure
                  figure={control.forecastMarginPpm}
                  unit="ppm"
                  withUnit
                  tone={bad(control.forecastMarginPpm)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}
