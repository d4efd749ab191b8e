import { useTranslation } from 'react-i18next';
import type { Brief } from '../../../shared/contract/briefs.contract';
import { averageCycleDays } from '../../../shared/domain/brief-stages';
import { Button } from '../../components/button';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import styles from './brief-work.module.css';

type Props = {
  brief: Brief;
  onPdf: (versionId: string) => void;
  /** With the number of the version to compare with what stands there now. */
  onCompare: (since: number) => void;
};

/** Every move of a brief, the last one first: when, who decided, how it was told and what proves it. */
export function BriefHistory({ brief, onPdf, onCompare }: Props) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  const days = averageCycleDays(brief.turnaround);
  const { returnCount } = brief.turnaround;
  const caption = [
    days === null ? '' : t('tasks.cycle', { count: days }),
    returnCount === 0 ? '' : t('tasks.returns', { count: returnCount }),
  ];
  return (
    <Pane title={t('tasks.history')} caption={caption.filter(Boolean).join(', ')} line="top">
      {brief.steps.length === 0 ? (
        <p className={`t2 ${styles.note}`}>{t('tasks.historyNone')}</p>
      ) : (
        <table className={`tb ${styles.history}`} aria-label={t('tasks.history')}>
          <colgroup>
            <col style={{ width: 104 }} />
            <col style={{ width: 156 }} />
            <col style={{ width: 128 }} />
            <col />
            <col style={{ width: 176 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('tasks.at.on')}</th>
              <th>{t('tasks.at.what')}</th>
              <th>{t('tasks.at.client')}</th>
              <th>{t('tasks.at.evidence')}</th>
              <th>{t('tasks.at.version')}</th>
            </tr>
          </thead>
          <tbody>
            {brief.steps.toReversed().map((step, index) => {
              const version = brief.versions.find(
                ({ number, kind }) =>
                  number === step.versionNumber &&
                  kind === (step.step === 'approved' ? 'approved' : 'sent'),
              );
              const channel = step.channel === null ? '' : t(`channel.${step.channel}`);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: moves are only ever added
                <tr key={index}>
                  <td>{format.date(step.madeOn)}</td>
                  <td>
                    <b className="m">{t(`step.${step.step}.title`)}</b>
                    {step.personName === null ? null : <p className="t2">{step.personName}</p>}
                  </td>
                  <td>{step.clientName || <span className="dash">—</span>}</td>
                  <td>
                    {[channel, step.evidence].filter(Boolean).join(': ')}
                    {step.note === '' ? null : (
                      <p className="t2">{t('tasks.note', { note: step.note })}</p>
                    )}
                  </td>
                  <td>
                    {version === undefined ? null : (
                      <span className="row">
                        <span className="m">{`v${version.number}`}</span>
                        <Button
                          variant="quiet"
                          aria-label={t(`versions.pdf.${version.kind}`, {
                            number: version.number,
                            on: format.date(version.frozenOn),
                          })}
                          onClick={() => onPdf(version.id)}
                        >
                          {t('tasks.pdf')}
                        </Button>
                        <Button variant="quiet" onClick={() => onCompare(version.number)}>
                          {t('tasks.compareWith')}
                        </Button>
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Pane>
  );
}
