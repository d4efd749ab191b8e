import { useTranslation } from 'react-i18next';
import { LANGS } from '../../../shared/i18n/formats';
import { Pane } from '../../components/pane';
import { Segmented } from '../../components/segmented';
import { choosePreferences, usePreferences } from '../../lib/preferences';
import styles from './settings.module.css';

const THEMES = ['light', 'dark', 'system'] as const;
const DENSITIES = ['compact', 'comfortable'] as const;

/** How the window speaks and looks: on this computer only, at once. */
export function LanguageArea() {
  const { t } = useTranslation('settings');
  const { language, theme, density } = usePreferences();
  return (
    <Pane title={t('language.title')} caption={t('language.caption')}>
      <div className={styles.choices}>
        <span>{t('common:language.label')}</span>
        <div>
          <Segmented
            label={t('common:language.label')}
            value={language}
            segments={LANGS.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            onChange={(value) => void choosePreferences({ language: value })}
          />
        </div>
        <span>{t('common:theme.label')}</span>
        <div>
          <Segmented
            label={t('common:theme.label')}
            value={theme}
            segments={THEMES.map((value) => ({ value, label: t(`common:theme.${value}`) }))}
            onChange={(value) => void choosePreferences({ theme: value })}
          />
        </div>
        <span>{t('common:density.label')}</span>
        <div>
          <Segmented
            label={t('common:density.label')}
            value={density}
            segments={DENSITIES.map((value) => ({ value, label: t(`common:density.${value}`) }))}
            onChange={(value) => void choosePreferences({ density: value })}
          />
        </div>
      </div>
      <p className={`cap ${styles.note}`}>{t('language.documents')}</p>
    </Pane>
  );
}
