import { Trans, useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { useFormat } from '../../lib/format';
import { type Check, checkOf, totalsOf } from './import-model';
import { SaveRefused } from './save-refused';
import type { ImportFlow } from './use-import';

/** The state of the import in one sentence, and the two ways on. */
export function ImportHead({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const { written } = totalsOf(preview, flow.choices);
  const check = checkOf(preview, flow.choices);
  const refused = preview.rows.some((row) => row.state === 'refused');
  return (
    <div className="head">
      <p className="lede grow">
        <Trans t={t} i18nKey="lede.read" count={preview.rows.length} components={{ n: <b /> }} />
        {', '}
        {written === 0 ? (
          t('lede.nothing')
        ) : (
          <Trans t={t} i18nKey="lede.write" count={written} components={{ n: <b /> }} />
        )}
        {'. '}
        <CheckSentence check={check} currency={preview.currency} />
      </p>
      {refused ? <SaveRefused save={flow.saveRefused} /> : null}
      <Button
        variant="primary"
        keys="Ctrl Enter"
        disabled={written === 0 || flow.isBusy}
        onClick={() => void flow.write()}
      >
        {written === 0 ? t('action.nothing') : t('action.write', { count: written })}
      </Button>
    </div>
  );
}

function CheckSentence({ check, currency }: { check: Check; currency: string }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  if (check.kind === 'except' || check.kind === 'differs') {
    const amount = format.money(Math.abs(check.differenceMinor), currency);
    const row = check.kind === 'except' ? check.row : 0;
    return (
      <Trans
        t={t}
        i18nKey={`lede.${check.kind}`}
        values={{ amount, row }}
        components={{ n: <b className="neg" /> }}
      />
    );
  }
  return <>{t(`lede.${check.kind}`)}</>;
}
