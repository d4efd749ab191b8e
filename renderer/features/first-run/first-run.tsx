import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceStatus } from '../../../shared/contract/workspace.contract';
import { LANGS } from '../../../shared/i18n/formats';
import { fileStem } from '../../../shared/i18n/transliterate';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { TextInput } from '../../components/field';
import { SelectField } from '../../components/fields';
import { PencilBars } from '../../components/pencil-bars';
import { Segmented } from '../../components/segmented';
import { useCommand } from '../../lib/api';
import { choosePreferences, usePreferences } from '../../lib/preferences';
import styles from './first-run.module.css';

const ENDING = '.agency';

type Props = {
  closed: Extract<WorkspaceStatus, { state: 'closed' }>;
  onStatus: (status: WorkspaceStatus) => void;
};

type Country = 'RU' | 'LV';
type Role = 'manager' | 'lead';

/** The first window: three questions, a sample, or a file. Nothing else. */
export function FirstRun({ closed, onStatus }: Props) {
  const { t } = useTranslation('settings');
  const sample = useCommand('workspace/create-sample');
  const open = useCommand('workspace/open');
  const { language } = usePreferences();
  const busy = sample.isRunning || open.isRunning;

  useEffect(() => {
    document.title = 'Agency Console';
  }, []);

  async function show(work: Promise<WorkspaceStatus>) {
    try {
      onStatus(await work);
    } catch {
      // The refusal stands in the command's own failure, shown below.
    }
  }

  return (
    <div className={styles.window}>
      <header className={styles.bar}>
        <Segmented
          label={t('common:language.label')}
          value={language}
          segments={LANGS.map((value) => ({ value, label: t(`common:language.${value}`) }))}
          onChange={(value) => void choosePreferences({ language: value })}
        />
      </header>
      <main className={styles.sheet}>
        <h1>{t('first.title')}</h1>
        <p className={styles.promise}>{t('first.promise')}</p>
        <Questions closed={closed} onStatus={onStatus} />
        <div className={styles.or}>
          <span>{t('common:word.or')}</span>
        </div>
        <ul className={styles.ways}>
          <li>
            <div>
              <p className="m">{t('first.sample.title')}</p>
              <p className="sm t2">{t('first.sample.text')}</p>
            </div>
            <Button disabled={busy} onClick={() => void show(sample.run({}))}>
              {t(sample.isRunning ? 'first.sample.running' : 'first.sample.action')}
            </Button>
          </li>
          <li>
            <div className="grow">
              <p className="m">{t('first.open.title')}</p>
              <p className="sm t2">{t('first.open.text')}</p>
              {closed.recent.length === 0 ? null : (
                <ul className={styles.recent} aria-label={t('first.open.recent')}>
                  {closed.recent.slice(0, 3).map((file) => (
                    <li key={file.path}>
                      <button
                        type="button"
                        className={styles.link}
                        title={file.path}
                        disabled={busy}
                        onClick={() => void show(open.run({ path: file.path }))}
                      >
                        {file.fileName}
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <Button disabled={busy} onClick={() => void show(open.run({ path: null }))}>
              {t('first.open.action')}
            </Button>
          </li>
        </ul>
        <ErrorNote failure={sample.failure ?? open.failure} />
        <PencilBars
          width={508}
          heights={[26, 34, 30, 44, 38, 52, 48, 60, 56, 70]}
          label={t('first.drawing')}
          today={t('common:word.today')}
        />
      </main>
    </div>
  );
}

function Questions({ closed, onStatus }: Props) {
  const { t } = useTranslation('settings');
  const create = useCommand('workspace/create');
  const { language } = usePreferences();
  const [agencyName, setAgencyName] = useState('');
  const [country, setCountry] = useState<Country>(language === 'lv' ? 'LV' : 'RU');
  const [city, setCity] = useState('');
  const [userName, setUserName] = useState('');
  const [role, setRole] = useState<Role>('manager');
  const [ownFileName, setOwnFileName] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const headings = useId();

  const [year] = useState(() => new Date().getFullYear());
  const suggested = `${fileStem(agencyName) || t('first.file.stem')}-${year}`;
  const stem = (ownFileName ?? suggested).replace(/\.agency$/i, '').trim();
  const folder = closed.defaultFolder.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  const missing = {
    agency: agencyName.trim() === '' ? t('first.agency.required') : null,
    user: userName.trim() === '' ? t('first.user.required') : null,
    file: fileProblem(stem),
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSent(true);
    if (missing.agency !== null || missing.user !== null || missing.file !== null) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    try {
      const status = await create.run({
        agencyName: agencyName.trim(),
        country,
        city: city.trim(),
        userName: userName.trim(),
        userRole: role,
        fileName: `${stem}${ENDING}`,
      });
      onStatus(status);
    } catch {
      // Shown below the button.
    }
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <ol className={styles.questions}>
        <li>
          <fieldset aria-labelledby={`${headings}-1`}>
            <h2 id={`${headings}-1`}>{t('first.agency.question')}</h2>
            <div className={styles.agency}>
              <TextInput
                label={t('first.agency.name')}
                hideLabel
                autoFocus
                value={agencyName}
                placeholder={t('first.agency.placeholder')}
                problem={sent ? missing.agency : null}
                onChange={setAgencyName}
              />
              <SelectField
                label={t('first.agency.country')}
                hideLabel
                value={country}
                options={[
                  { value: 'RU', label: t('common:country.RU') },
                  { value: 'LV', label: t('common:country.LV') },
                ]}
                onCommit={setCountry}
              />
              <TextInput
                label={t('first.agency.city')}
                hideLabel
                value={city}
                placeholder={t('first.agency.city')}
                onChange={setCity}
              />
            </div>
            <p className="msg">{t(`first.agency.means.${country}`)}</p>
          </fieldset>
        </li>
        <li>
          <fieldset aria-labelledby={`${headings}-2`}>
            <h2 id={`${headings}-2`}>{t('first.user.question')}</h2>
            <div className={styles.user}>
              <TextInput
                label={t('first.user.name')}
                hideLabel
                value={userName}
                placeholder={t('first.user.name')}
                problem={sent ? missing.user : null}
                onChange={setUserName}
              />
              <Segmented
                label={t('first.user.role')}
                value={role}
                segments={[
                  { value: 'manager', label: t('first.user.manager') },
                  { value: 'lead', label: t('first.user.lead') },
                ]}
                onChange={setRole}
              />
            </div>
          </fieldset>
        </li>
        <li>
          <fieldset aria-labelledby={`${headings}-3`}>
            <h2 id={`${headings}-3`}>{t('first.file.question')}</h2>
            <TextInput
              label={t('first.file.name')}
              hideLabel
              value={ownFileName ?? suggested}
              suffix={`${ENDING} · ${t('first.file.inFolder', { folder })}`}
              problem={sent && missing.file !== null ? t(missing.file) : null}
              onChange={setOwnFileName}
            />
            <p className="msg" title={closed.defaultFolder}>
              {t('first.file.means')}
            </p>
          </fieldset>
        </li>
      </ol>
      <div className={styles.done}>
        <Button type="submit" variant="primary" disabled={create.isRunning}>
          {t('first.create', { file: `${stem || '…'}${ENDING}` })}
        </Button>
        <span className="cap">{t('first.later')}</span>
      </div>
      <div className={styles.note}>
        <ErrorNote failure={create.failure} />
      </div>
    </form>
  );
}

/** Names no file system of ours takes: empty, or with signs that Windows keeps for itself. */
function fileProblem(stem: string): string | null {
  if (stem === '') return 'first.file.required';
  return /[\\/:*?"<>|]/.test(stem) ? 'first.file.signs' : null;
}
