import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import type { BriefAnswers } from '../../../shared/domain/brief-answers';
import { type BriefStep, NEXT_STEPS } from '../../../shared/domain/brief-stages';
import type { BriefGap } from '../../../shared/domain/brief-templates-gaps';
import { Button } from '../../components/button';
import { Menu } from '../../components/menu';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { BriefFormFailure, BriefFormPreviewDialog } from './brief-form-preview';
import { StepDialog } from './step-dialog';
import { useBriefForm } from './use-brief-form';
import { useStepBrief } from './use-step-brief';

type Props = {
  brief: Brief;
  answers: BriefAnswers;
  gaps: readonly BriefGap[];
  flush: () => Promise<void>;
  onGo: (sectionKey: string, fieldKey: string) => void;
  onCompare: () => void;
  onPdf: (versionId: string) => void;
};

/** The step that leads on, and behind «more» the others, the comparison and the versions on paper. */
export function BriefActions({ brief, answers, gaps, flush, onGo, onCompare, onPdf }: Props) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const stepBrief = useStepBrief(brief.id, flush);
  const openWindow = useCommand('briefs/open-window', { announce: false });
  const form = useBriefForm(brief.id, flush);
  const [asked, setAsked] = useState<BriefStep | null>(null);
  const [next, ...others] = NEXT_STEPS[brief.stage];
  const items = [
    ...others.map((step) => ({
      label: t(step === 'sent' ? 'step.again' : `step.${step}.button`),
      onChoose: () => setAsked(step),
    })),
    {
      label: t('forms.menu.docx'),
      onChoose: () => form.save('docx'),
      apart: others.length > 0,
    },
    { label: t('forms.menu.xlsx'), onChoose: () => form.save('xlsx') },
    ...(brief.status === 'approved' ? [] : [{ label: t('forms.menu.load'), onChoose: form.load }]),
    ...(brief.versions.length === 0
      ? []
      : [{ label: t('versions.compare'), onChoose: onCompare, apart: true }]),
    ...brief.versions.map(({ id, number, kind, frozenOn }, index) => ({
      label: t(`versions.pdf.${kind}`, { number, on: format.date(frozenOn) }),
      onChoose: () => onPdf(id),
      apart: index === 0,
    })),
    {
      label: t('editor.openWindow'),
      onChoose: () => openWindow.send({ id: brief.id }),
      apart: brief.versions.length > 0 || others.length > 0,
    },
  ];
  return (
    <>
      <Menu trigger={<Button>{t('head.more')}</Button>} items={items} />
      {next === undefined ? null : (
        <Button variant="primary" onClick={() => setAsked(next)}>
          {t(`step.${next}.button`)}
        </Button>
      )}
      {form.preview === null ? null : (
        <BriefFormPreviewDialog preview={form.preview} lang={brief.language} onClose={form.close} />
      )}
      <BriefFormFailure failure={form.failure} onClose={form.forget} />
      {asked === null ? null : (
        <StepDialog
          brief={brief}
          step={asked}
          answers={answers}
          gaps={gaps}
          stepBrief={stepBrief}
          onGo={onGo}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
