import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../../shared/contract/imports.contract';
import { SelectField } from '../../../components/fields';
import { Pane } from '../../../components/pane';
import { useFormat } from '../../../lib/format';
import { usePhrase } from '../../../lib/phrase';
import styles from '../import.module.css';
import { CampaignsPane } from './campaigns-pane';
import { ColumnsPane } from './columns-pane';
import own from './media.module.css';
import { MediaRows } from './media-rows';
import { type ClientChoice, PlanFields, StatisticsFields } from './said-fields';
import type { MediaImport } from './use-media-import';

type Props = {
  readonly flow: MediaImport;
  readonly preview: ImportPreview;
  readonly client: ClientChoice;
};

type View = 'rows' | 'columns' | 'campaigns';

/** The file and what is said of it at the left; its rows, its columns and its campaigns at the right. */
export function MediaSheet({ flow, preview, client }: Props) {
  const { t } = useTranslation('import');
  const loose = preview.campaigns.filter(
    ({ campaignKey, lineId }) => (flow.campaigns.get(campaignKey)?.lineId ?? lineId) === null,
  ).length;
  const [view, setView] = useState<View>('rows');
  const views: readonly (readonly [View, number])[] = [
    ['rows', preview.rows.length],
    ...(preview.plan === null
      ? []
      : [['columns', preview.plan.columns.filter(({ use }) => use !== null).length] as const]),
    ...(preview.campaigns.length === 0 ? [] : [['campaigns', preview.campaigns.length] as const]),
  ];
  const shown = views.some(([one]) => one === view) ? view : 'rows';
  return (
    <div className={styles.sheet}>
      <div className={styles.filePane}>
        <FilePane flow={flow} preview={preview} client={client} />
      </div>
      <div className={styles.right}>
        <fieldset className={styles.tabs} aria-label={t('media.view.label')}>
          {views.map(([one, count]) => (
            <button
              key={one}
              type="button"
              className={one === shown ? styles.tabOn : ''}
              aria-pressed={one === shown}
              onClick={() => setView(one)}
            >
              <b>{count}</b>
              {t(`media.view.${one}`, { count })}
              {one === 'campaigns' && loose > 0 ? (
                <span className="warn">{t('media.view.loose', { count: loose })}</span>
              ) : null}
            </button>
          ))}
        </fieldset>
        <div className={styles.scroll}>
          {shown === 'rows' ? <MediaRows preview={preview} /> : null}
          {shown === 'columns' ? <ColumnsPane flow={flow} preview={preview} /> : null}
          {shown === 'campaigns' ? <CampaignsPane flow={flow} preview={preview} /> : null}
        </div>
      </div>
    </div>
  );
}

function FilePane({ flow, preview, client }: Props) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const phrase = usePhrase();
  const { period, accounts, warnings, plan } = preview;
  return (
    <>
      <Pane title={t('file.title')}>
        <dl className={styles.facts}>
          <dt>{t('file.name')}</dt>
          <dd className="m cut" title={preview.fileName}>
            {preview.fileName}
          </dd>
          <dt>{t('file.format')}</dt>
          <dd>
            {plan === null
              ? preview.format
              : t('media.file.plan', { sheet: plan.sheet, row: plan.headRow })}
          </dd>
          {plan?.isRemembered === true ? (
            <>
              <dt>{t('media.file.columns')}</dt>
              <dd>{t('media.file.remembered')}</dd>
            </>
          ) : null}
          {accounts.length === 0 ? null : (
            <>
              <dt>{t('file.account', { count: accounts.length })}</dt>
              <dd>
                {accounts.map(({ number, isNew }) => (
                  <div key={number}>
                    {number}{' '}
                    {isNew ? <span className="t3">{t('media.file.newAccount')}</span> : null}
                  </div>
                ))}
              </dd>
            </>
          )}
          {period.from === null || period.to === null ? null : (
            <>
              <dt>{t('file.period')}</dt>
              <dd>{format.dateRange(period.from, period.to)}</dd>
            </>
          )}
        </dl>
      </Pane>
      <Pane title={t('media.said.title')} line="top">
        <div className={own.said}>
          <SelectField
            label={t('media.client')}
            value={client.id}
            options={client.clients.map(({ id, name }) => ({ value: id, label: name }))}
            onCommit={client.choose}
          />
          {plan === null ? (
            preview.kind === 'ads' || preview.kind === 'analytics' ? (
              <StatisticsFields flow={flow} />
            ) : null
          ) : (
            <PlanFields flow={flow} preview={preview} />
          )}
        </div>
      </Pane>
      {warnings.length === 0 ? null : (
        <Pane title={t('warnings.title')} line="top">
          <ul className={styles.warnings}>
            {warnings.slice(0, 12).map((warning, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same warning may stand for two rows of the file
              <li key={`${warning.key}${at}`}>
                <span className="warn b">!</span>{' '}
                {t('warnings.row', { row: warning.params['row'], text: phrase(warning) })}
              </li>
            ))}
          </ul>
        </Pane>
      )}
    </>
  );
}
