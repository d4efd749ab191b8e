import { Trans, useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ImportPreview } from '../../../../shared/contract/imports.contract';
import { Button } from '../../../components/button';
import { useFormat } from '../../../lib/format';
import { SaveRefused } from '../save-refused';
import type { MediaImport } from './use-media-import';

/** Whether there is anything to write, and nothing left to be said. */
export function canWrite(flow: MediaImport, preview: ImportPreview): boolean {
  const { plan, answer } = preview;
  if (plan === null) return answer.added + answer.updated > 0 || flow.campaigns.size > 0;
  const isSettled = plan.questions.length === 0 && plan.existing === null;
  const isClean = plan.wrongRows === 0 || flow.said.accepted === true;
  return isSettled && isClean && plan.lineCount > 0;
}

/** The state of the import in one sentence, and the two ways on. */
export function MediaHead({ flow, preview }: { flow: MediaImport; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const [, navigate] = useLocation();
  const { plan, answer } = preview;
  const written = answer.added + answer.updated;
  return (
    <div className="head">
      <p className="lede grow">
        {plan === null ? (
          <StatisticsLede preview={preview} />
        ) : (
          <PlanLede preview={preview} plan={plan} />
        )}
      </p>
      {plan?.existing == null ? null : (
        <Button onClick={() => navigate(`/media-plans/${plan.existing?.id ?? ''}`)}>
          {t('media.action.openPlan')}
        </Button>
      )}
      {preview.rows.some(({ state }) => state === 'refused') ? (
        <SaveRefused save={flow.saveRefused} />
      ) : null}
      <Button disabled={flow.isBusy} onClick={() => void flow.choose()}>
        {t('action.other')}
      </Button>
      <Button
        variant="primary"
        keys="Ctrl Enter"
        disabled={!canWrite(flow, preview) || flow.isBusy}
        onClick={() => void flow.write()}
      >
        {plan === null
          ? written === 0
            ? flow.campaigns.size > 0
              ? t('media.action.map')
              : t('action.nothing')
            : t('action.write', { count: written })
          : t('media.action.writePlan')}
      </Button>
    </div>
  );
}

function StatisticsLede({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const { format, answer } = preview;
  const { added, updated, unchanged, refused, undecided } = answer;
  const parts = [
    ['new', added],
    ['changed', updated],
    ['unchanged', unchanged],
    ['asked', undecided],
    ['refused', refused],
  ] as const;
  return (
    <>
      <b>{format}</b>
      {': '}
      {parts
        .filter(([, count]) => count > 0)
        .map(([name, count]) => `${count} ${t(`tab.${name}`, { count })}`)
        .join(', ') || t('lede.nothing')}
    </>
  );
}

function PlanLede({
  preview,
  plan,
}: {
  preview: ImportPreview;
  plan: NonNullable<ImportPreview['plan']>;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { currency } = preview;
  if (plan.existing !== null) {
    const { number, name } = plan.existing;
    return <>{t('media.lede.existing', { number, name })}</>;
  }
  const amount = format.money(plan.netMinor ?? plan.statedMinor, currency);
  return (
    <>
      <Trans
        t={t}
        i18nKey={plan.netMinor === null ? 'media.lede.stated' : 'media.lede.net'}
        count={plan.lineCount}
        values={{ amount }}
        components={{ n: <b /> }}
      />{' '}
      {plan.questions.length > 0 ? (
        <span className="warn">{t('media.lede.asked', { count: plan.questions.length })}</span>
      ) : plan.wrongRows > 0 ? (
        <span className="neg">{t('media.lede.wrong', { count: plan.wrongRows })}</span>
      ) : plan.checkedSums > 0 ? (
        t('media.lede.adds', { count: plan.checkedSums })
      ) : (
        t('media.lede.noSums')
      )}
    </>
  );
}
