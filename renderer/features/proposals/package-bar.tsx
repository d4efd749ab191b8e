import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../shared/contract/proposals.contract';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { Figure } from '../../components/figure';
import { Menu } from '../../components/menu';
import { useCommand } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { marginTone } from './margin-tone';
import styles from './proposals.module.css';

type Props = { proposal: Proposal; isLocked: boolean; showInternal: boolean };
type Named = { what: 'rename' | 'copy'; name: string };

/** Packages side by side: one is in the sum, each says what it comes to. */
export function PackageBar({ proposal, isLocked, showInternal }: Props) {
  const { t } = useTranslation('proposals');
  const format = useFormat();
  const choose = useCommand('proposals/choose-package');
  const dissolve = useCommand('proposals/dissolve-package');
  const [asked, setAsked] = useState<Named | null>(null);
  if (proposal.packages.length === 0) return null;
  const { id, currency } = proposal;
  return (
    <section className={styles.packages} aria-label={t('package.title')}>
      <table className={`tb flat ${styles.packageTable}`}>
        <thead>
          <tr>
            <th>{t('package.title')}</th>
            <th className="n">{t('package.lines')}</th>
            <th className="n">{t('package.discount')}</th>
            <th className="n">{t('package.net')}</th>
            <th className="n">{t('package.gross')}</th>
            {showInternal ? (
              <th className={`n ${styles.inside} ${styles.border}`}>{t('column.margin')}</th>
            ) : null}
            <th>
              <span className="unseen">{t('column.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {proposal.packages.map((each) => (
            <tr key={each.name} className={each.isChosen ? 'm' : 't2'}>
              <td title={each.name}>
                <label className={styles.packageName}>
                  <input
                    type="radio"
                    name="package"
                    checked={each.isChosen}
                    disabled={isLocked}
                    onChange={() => choose.send({ id, name: each.name })}
                  />
                  <span className="cut">{each.name}</span>
                </label>
              </td>
              <td className="n">{format.number(each.lineCount)}</td>
              <td className="n">
                {each.discountMinor === 0 ? (
                  <span className="dash">—</span>
                ) : (
                  format.amount(-each.discountMinor, currency)
                )}
              </td>
              <td className="n">{format.amount(each.amountMinor, currency)}</td>
              <td className="n">{format.amount(each.grossMinor, currency)}</td>
              {showInternal ? (
                <td className={`n ${styles.inside} ${styles.border}`}>
                  <Figure
                    figure={each.marginPpm}
                    unit="ppm"
                    tone={marginTone(each.marginPpm.value, proposal.targetPpm)}
                  />
                </td>
              ) : null}
              <td className={styles.tools}>
                {isLocked ? null : (
                  <Menu
                    trigger={
                      <Button variant="quiet" aria-label={t('package.menu', { name: each.name })}>
                        …
                      </Button>
                    }
                    items={[
                      {
                        label: t('package.copy'),
                        onChoose: () => setAsked({ what: 'copy', name: each.name }),
                      },
                      {
                        label: t('package.rename'),
                        onChoose: () => setAsked({ what: 'rename', name: each.name }),
                      },
                      {
                        label: t('package.dissolve'),
                        onChoose: () => dissolve.send({ id, name: each.name }),
                        apart: true,
                      },
                    ]}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ErrorNote failure={choose.failure ?? dissolve.failure} />
      {asked === null ? null : (
        <NamePackage proposal={proposal} asked={asked} onDone={() => setAsked(null)} />
      )}
    </section>
  );
}

type NameProps = { proposal: Proposal; asked: Named; onDone: () => void };

function NamePackage({ proposal, asked, onDone }: NameProps) {
  const { t } = useTranslation('proposals');
  const rename = useCommand('proposals/rename-package');
  const copy = useCommand('proposals/copy-package');
  const command = asked.what === 'copy' ? copy : rename;
  return (
    <PackageNameDialog
      title={t(`package.${asked.what}Title`, { name: asked.name })}
      initial={asked.what === 'rename' ? asked.name : ''}
      failure={command.failure}
      onName={(to) =>
        command.run({ id: proposal.id, name: asked.name, to }).then(onDone, () => undefined)
      }
      onClose={onDone}
    />
  );
}

type DialogProps = {
  title: string;
  initial: string;
  /** Names that are there already, one click away. */
  suggested?: readonly string[];
  failure: React.ComponentProps<typeof ErrorNote>['failure'];
  onName: (name: string) => Promise<void> | void;
  onClose: () => void;
};

/** Asks for the name of a package. */
export function PackageNameDialog(props: DialogProps) {
  const { title, initial, suggested = [], failure, onName, onClose } = props;
  const { t } = useTranslation('proposals');
  const [name, setName] = useState(initial);
  const [sent, setSent] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (name.trim() !== '') void onName(name.trim());
  }

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={title}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {suggested.length === 0 ? null : (
          <div className={styles.kinds}>
            {suggested.map((word) => (
              <Button key={word} onClick={() => void onName(word)}>
                {word}
              </Button>
            ))}
          </div>
        )}
        <TextInput
          label={t('package.name')}
          value={name}
          onChange={setName}
          autoFocus
          placeholder={t('package.example')}
          problem={sent && name.trim() === '' ? t('package.nameMissing') : null}
        />
        <ErrorNote failure={failure} />
        <div className={styles.formFoot}>
          <Button variant="primary" type="submit">
            {t('package.use')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
