import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useRead } from '../../lib/api';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { AbsencesArea } from './absences-area';
import { AgencyArea } from './agency-area';
import { BackupsArea } from './backups-area';
import { CalendarArea } from './calendar-area';
import { LanguageArea } from './language-area';
import { PeopleArea } from './people-area';
import { PricesArea } from './prices-area';
import styles from './settings.module.css';
import { TaxesArea } from './taxes-area';

const AREAS = [
  'agency',
  'people',
  'absences',
  'calendar',
  'prices',
  'taxes',
  'language',
  'backups',
] as const;
type Area = (typeof AREAS)[number];

function areaOf(text: string | undefined): Area {
  return AREAS.find((area) => area === text) ?? 'agency';
}

/** What the agency is: everything here is written into the file at once. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const params = useParams<{ area?: string }>();
  const area = areaOf(params.area);
  const people = useRead('people/list', {}).data?.people ?? [];
  const withoutRate = people.filter((person) => person.uncostedSeconds > 0).length;

  return (
    <>
      <PageTitle title={t('title')} caption={t(`area.${area}`)} />
      <PageStatus>{t('status')}</PageStatus>
      <div className={styles.page}>
        <nav className={styles.nav} aria-label={t('title')}>
          {AREAS.map((name) => (
            <Link
              key={name}
              href={`/settings/${name}`}
              className={name === area ? styles.on : ''}
              aria-current={name === area ? 'page' : undefined}
            >
              {t(`area.${name}`)}
              {name === 'people' && withoutRate > 0 ? (
                <i className="warn" title={t('people.withoutRate', { count: withoutRate })}>
                  {withoutRate}
                </i>
              ) : null}
            </Link>
          ))}
        </nav>
        <div className={styles.area}>
          {area === 'agency' ? <AgencyArea /> : null}
          {area === 'people' ? <PeopleArea /> : null}
          {area === 'prices' ? <PricesArea /> : null}
          {area === 'absences' ? <AbsencesArea /> : null}
          {area === 'calendar' ? <CalendarArea /> : null}
          {area === 'taxes' ? <TaxesArea /> : null}
          {area === 'language' ? <LanguageArea /> : null}
          {area === 'backups' ? <BackupsArea /> : null}
        </div>
      </div>
    </>
  );
}
