import { useTranslation } from 'react-i18next';
import type { ImportPreview, PreviewCampaign } from '../../../../shared/contract/imports.contract';
import { SelectField } from '../../../components/fields';
import { Segmented } from '../../../components/segmented';
import { useFormat } from '../../../lib/format';
import styles from '../import.module.css';
import own from './media.module.css';
import type { MediaImport } from './use-media-import';

/** Which line of a plan each campaign belongs to; it is remembered for the files to come. */
export function CampaignsPane({ flow, preview }: { flow: MediaImport; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { campaigns, lines } = preview;
  const options = [
    { value: '', label: t('media.campaigns.none') },
    ...lines.map(({ id, title, planName }) => ({ value: id, label: `${planName}: ${title}` })),
  ];
  const chosenOf = ({ campaignKey, lineId, countsAs }: PreviewCampaign) =>
    flow.campaigns.get(campaignKey) ?? { lineId, countsAs };
  return (
    <>
      {lines.length === 0 ? <p className={own.pad}>{t('media.campaigns.noLines')}</p> : null}
      <table
        className={`tb ${styles.table}`}
        aria-label={t('media.view.campaigns', { count: campaigns.length })}
      >
        <colgroup>
          <col className={own.colCampaign} />
          <col className={own.colMoney} />
          <col />
          <col className={own.colCounts} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('media.table.campaign')}</th>
            <th scope="col" className="n">
              {t('media.campaigns.spend')}
            </th>
            <th scope="col">{t('media.table.line')}</th>
            <th scope="col">{t('media.campaigns.countsAs')}</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => {
            const { campaignKey, spendMinor, currency } = campaign;
            const chosen = chosenOf(campaign);
            return (
              <tr key={campaignKey}>
                <td className="cut m" title={campaign.campaign}>
                  {campaign.campaign}
                </td>
                <td className="n">{format.money(spendMinor, currency)}</td>
                <td>
                  <SelectField
                    label={t('media.campaigns.lineOf', { campaign: campaign.campaign })}
                    hideLabel
                    value={chosen.lineId ?? ''}
                    options={options}
                    onCommit={(id) =>
                      flow.putCampaign(campaignKey, { ...chosen, lineId: id === '' ? null : id })
                    }
                  />
                </td>
                <td>
                  <Segmented
                    label={t('media.campaigns.countsAsOf', { campaign: campaign.campaign })}
                    value={chosen.countsAs}
                    segments={(['leads', 'orders'] as const).map((value) => ({
                      value,
                      label: t(`media.campaigns.${value}`),
                    }))}
                    onChange={(countsAs) => flow.putCampaign(campaignKey, { ...chosen, countsAs })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
