import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/contract';
import type { Failure } from '../../../shared/contract/result';
import type { Backup } from '../../../shared/contract/workspace.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Icon } from '../../components/icon';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { Popover } from '../../components/popover';
import { call, failureOf, useCommand, useRead } from '../../lib/api';
import { fileSize } from '../../lib/file-size';
import { useFormat } from '../../lib/format';
import { useShowStatus, useWorkspace } from '../../lib/workspace';
import styles from './settings.module.css';

/** Copies and the way back to one, the check of the file, and other files. */
export function BackupsArea() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const client = useQueryClient();
  const { data, error } = useRead('workspace/list-backups', {});
  const backUp = useCommand('workspace/back-up');
  const backups = [...(data?.backups ?? [])].sort((a, b) => b.madeAt - a.madeAt);
  const verified = backups.find((backup) => backup.verified);

  async function make() {
    try {
      await backUp.run({});
      await client.invalidateQueries({ queryKey: ['workspace/list-backups'] });
    } catch {
      // Shown below the head.
    }
  }

  return (
    <>
      <Pane
        title={t('backups.title')}
        caption={
          verified === undefined
            ? t('backups.noneVerified')
            : t('backups.lastVerified', { when: format.dateTime(verified.madeAt) })
        }
        actions={
          <Button disabled={backUp.isRunning} onClick={() => void make()}>
            {t(backUp.isRunning ? 'backups.making' : 'backups.make')}
          </Button>
        }
      >
        <ErrorNote failure={backUp.failure ?? failureOf(error)} />
        {data === undefined && error === null ? <LoadingShape /> : null}
        {backups.length === 0 ? (
          <p className={styles.note}>{t('backups.rule')}</p>
        ) : (
          <BackupTable backups={backups} />
        )}
      </Pane>
      <FileCheck />
      <FilePane />
    </>
  );
}

function BackupTable({ backups }: { backups: readonly Backup[] }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <>
      <table className={`tb flat ${styles.table}`}>
        <colgroup>
          <col style={{ width: 180 }} />
          <col style={{ width: 150 }} />
          <col style={{ width: 92 }} />
          <col />
          <col style={{ width: 136 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{t('backups.made')}</th>
            <th>{t('backups.why')}</th>
            <th className="n">{t('backups.size')}</th>
            <th>{t('backups.file')}</th>
            <th>
              <span className="t3">{t('backups.back')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.path}>
              <td>
                <span className="row">
                  {backup.verified ? (
                    <span className="pos" title={t('backups.verified')}>
                      <Icon name="check" size={12} />
                    </span>
                  ) : (
                    <span className="warn" title={t('backups.unverified')}>
                      <Icon name="bang" size={12} />
                    </span>
                  )}
                  <span className="m">{format.dateTime(backup.madeAt)}</span>
                </span>
              </td>
              <td className="t2">{t(`backups.reason.${backup.reason}`)}</td>
              <td className="n">{fileSize(backup.bytes, format, t)}</td>
              <td className="t2" title={backup.path}>
                {backup.fileName}
              </td>
              <td>
                <Restore backup={backup} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={`cap ${styles.note}`}>{t('backups.rule')}</p>
    </>
  );
}

/** One plain question: the state before the return is kept as a copy, so this has a way back too. */
function Restore({ backup }: { backup: Backup }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const showStatus = useShowStatus();
  const restore = useCommand('workspace/restore');

  async function run() {
    try {
      showStatus(await restore.run({ path: backup.path }));
    } catch {
      // Shown in the question.
    }
  }

  return (
    <Popover
      label={t('backups.restore')}
      align="end"
      trigger={
        <button type="button" className={styles.go}>
          {t('backups.restore')}
        </button>
      }
    >
      <div className={styles.confirm}>
        <p>{t('backups.question', { when: format.dateTime(backup.madeAt) })}</p>
        <ErrorNote failure={restore.failure} />
        <Button variant="primary" disabled={restore.isRunning} onClick={() => void run()}>
          {t('backups.confirm', { when: format.dateTime(backup.madeAt) })}
        </Button>
      </div>
    </Popover>
  );
}

type CheckAnswer = Output<'workspace/check'>;

function FileCheck() {
  const { t } = useTranslation('settings');
  const [answer, setAnswer] = useState<CheckAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);

  async function run() {
    setRunning(true);
    setFailure(null);
    try {
      setAnswer(await call('workspace/check', {}));
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setRunning(false);
    }
  }

  return (
    <Pane
      title={t('check.title')}
      caption={answer === null ? t('check.caption') : t(answer.ok ? 'check.good' : 'check.bad')}
      line="top"
      actions={
        <Button disabled={isRunning} onClick={() => void run()}>
          {t(isRunning ? 'check.running' : 'check.run')}
        </Button>
      }
    >
      <ErrorNote failure={failure} />
      {answer === null ? null : (
        <ul className={styles.checks} aria-live="polite">
          {answer.checks.map((check) => (
            <li key={check.name}>
              <span className={check.ok ? 'pos' : 'neg'}>
                <Icon name={check.ok ? 'check' : 'close'} size={12} />
              </span>
              <span className={check.ok ? 't2' : 'neg'}>{check.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </Pane>
  );
}

function FilePane() {
  const { t } = useTranslation('settings');
  const workspace = useWorkspace();
  const showStatus = useShowStatus();
  const open = useCommand('workspace/open');
  const close = useCommand('workspace/close');

  async function show(work: ReturnType<typeof open.run>) {
    try {
      showStatus(await work);
    } catch {
      // Shown below.
    }
  }

  return (
    <Pane title={t('file.title')} line="top">
      <div className={styles.choices}>
        <span>{workspace.fileName}</span>
        <span className="t2 cut" title={workspace.folder}>
          {workspace.folder}
        </span>
      </div>
      <div className={styles.logo}>
        <Button onClick={() => void show(open.run({ path: null }))}>{t('file.open')}</Button>
        <Button variant="quiet" onClick={() => void show(close.run({}))}>
          {t('file.close')}
        </Button>
      </div>
      <ErrorNote failure={open.failure ?? close.failure} />
    </Pane>
  );
}
