import { Link } from 'wouter';
import { useFormat } from '../lib/format';
import { useTranslation } from '../lib/translation';
import { useWorkspace } from '../lib/workspace';

/** Left: what the screen says of itself. Right: where the data is and where the keys are told. */
export function StatusBar({ slotRef }: { slotRef: (element: HTMLElement | null) => void }) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const { lastBackupAt } = useWorkspace();
  return (
    <footer className="status">
      <span className="status-slot" ref={slotRef} />
      <span className="grow" />
      <Link href="/settings/backups" className="status-link">
        {lastBackupAt === null
          ? t('status.noBackup')
          : t('status.backup', { when: format.dateTime(lastBackupAt) })}
      </Link>
      <span>{t('status.local')}</span>
      <Link href="/help" className="status-link">
        <kbd>?</kbd> {t('status.keys')}
      </Link>
    </footer>
  );
}
