import { useTranslation } from 'react-i18next';
import type { AgencyCard } from '../../../shared/contract/settings.contract';
import { LANGS } from '../../../shared/i18n/formats';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { MoneyField, PercentField, SelectField, TextField } from '../../components/fields';
import { LoadingShape } from '../../components/loading-shape';
import { Pane } from '../../components/pane';
import { Segmented } from '../../components/segmented';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useRequisiteWarning } from '../../lib/requisites';
import styles from './settings.module.css';

const CURRENCIES = ['RUB', 'EUR', 'USD'] as const;

type RequisiteName =
  | 'inn'
  | 'kpp'
  | 'ogrn'
  | 'bik'
  | 'account'
  | 'correspondentAccount'
  | 'bankName'
  | 'registrationNumber'
  | 'vatNumber'
  | 'iban';

const REQUISITES: Record<AgencyCard['country'], readonly RequisiteName[]> = {
  RU: ['inn', 'kpp', 'ogrn', 'bik', 'account', 'correspondentAccount', 'bankName'],
  LV: ['registrationNumber', 'vatNumber', 'iban', 'bankName'],
};

/** Who issues the papers: name, requisites, logo, and what the figures are held against. */
export function AgencyArea() {
  const { t } = useTranslation('settings');
  const { data, error } = useRead('settings/show', {});
  const people = useRead('people/list', {}).data?.people ?? [];
  const amend = useCommand('settings/amend-agency');
  const chooseLogo = useCommand('settings/choose-logo');
  const removeLogo = useCommand('settings/remove-logo');
  const warn = useRequisiteWarning();

  if (data === undefined) {
    return error === null ? <LoadingShape /> : <ErrorNote failure={failureOf(error)} />;
  }
  const { agency, warnings } = data;
  const set = (patch: Partial<AgencyCard>) => amend.send({ revision: agency.revision, patch });
  const currencies = [...new Set([agency.baseCurrency, ...CURRENCIES])];

  return (
    <>
      <ErrorNote failure={amend.failure ?? chooseLogo.failure ?? removeLogo.failure} />
      <Pane title={t('agency.title')} caption={t('agency.caption')}>
        <div className={styles.form}>
          <TextField
            label={t('agency.name')}
            value={agency.name}
            required={t('common:field.required')}
            onCommit={(name) => name !== null && set({ name })}
          />
          <TextField
            label={t('agency.city')}
            value={agency.city}
            onCommit={(city) => set({ city: city ?? '' })}
          />
          <SelectField
            label={t('agency.country')}
            value={agency.country}
            options={(['RU', 'LV'] as const).map((value) => ({
              value,
              label: t(`common:country.${value}`),
            }))}
            onCommit={(country) => set({ country })}
          />
          <SelectField
            label={t('agency.language')}
            value={agency.language}
            options={LANGS.map((value) => ({ value, label: t(`common:language.${value}`) }))}
            onCommit={(language) => set({ language })}
          />
          <SelectField
            label={t('agency.currency')}
            value={agency.baseCurrency}
            options={currencies.map((value) => ({ value, label: value }))}
            onCommit={(baseCurrency) => set({ baseCurrency })}
          />
        </div>
      </Pane>
      <Pane title={t('requisites.title')} caption={t('requisites.caption')} line="top">
        <div className={styles.form}>
          <div className={styles.wide}>
            <TextField
              label={t('requisites.legalName')}
              value={agency.legalName}
              placeholder={t(`requisites.legalNameExample.${agency.country}`)}
              onCommit={(legalName) => set({ legalName: legalName ?? '' })}
            />
          </div>
          <div className={styles.wide}>
            <TextField
              label={t('requisites.address')}
              value={agency.address}
              onCommit={(address) => set({ address: address ?? '' })}
            />
          </div>
          {REQUISITES[agency.country].map((name) => (
            <TextField
              key={name}
              label={t(`requisites.${name}`)}
              value={agency[name]}
              warning={warn(warnings, name)}
              onCommit={(text) => set({ [name]: text })}
            />
          ))}
          <TextField
            label={t('requisites.signatoryName')}
            value={agency.signatoryName}
            onCommit={(signatoryName) => set({ signatoryName: signatoryName ?? '' })}
          />
          <TextField
            label={t('requisites.signatoryBasis')}
            value={agency.signatoryBasis}
            placeholder={t('requisites.signatoryBasisExample')}
            onCommit={(signatoryBasis) => set({ signatoryBasis: signatoryBasis ?? '' })}
          />
        </div>
      </Pane>
      <Pane title={t('logo.title')} caption={t('logo.caption')} line="top">
        <div className={styles.logo}>
          {agency.logoDataUri === null ? null : (
            <img src={agency.logoDataUri} alt={t('logo.title')} />
          )}
          <Button onClick={() => chooseLogo.send({})}>
            {t(agency.hasLogo ? 'logo.replace' : 'logo.choose')}
          </Button>
          {agency.hasLogo ? (
            <Button variant="quiet" onClick={() => removeLogo.send({})}>
              {t('logo.remove')}
            </Button>
          ) : null}
        </div>
      </Pane>
      <Pane title={t('user.title')} line="top">
        <div className={styles.choices}>
          <span>{t('user.who')}</span>
          <SelectField
            label={t('user.who')}
            hideLabel
            value={agency.userId ?? ''}
            options={[
              { value: '', label: t('user.nobody') },
              ...people.map((person) => ({ value: person.id, label: person.name })),
            ]}
            onCommit={(id) => set({ userId: id === '' ? null : id })}
          />
          <span>{t('user.role')}</span>
          <div>
            <Segmented
              label={t('user.role')}
              value={agency.userRole}
              segments={[
                { value: 'manager', label: t('first.user.manager') },
                { value: 'lead', label: t('first.user.lead') },
              ]}
              onChange={(userRole) => set({ userRole })}
            />
          </div>
        </div>
      </Pane>
      <Pane title={t('targets.title')} caption={t('targets.caption')} line="top">
        <div className={styles.form}>
          <PercentField
            label={t('targets.margin')}
            value={agency.marginTargetPpm}
            required={t('common:field.required')}
            onCommit={(ppm) => ppm !== null && set({ marginTargetPpm: ppm })}
          />
          <PercentField
            label={t('targets.churn')}
            value={agency.monthlyChurnPpm}
            hint={t('targets.churnHint')}
            onCommit={(monthlyChurnPpm) => set({ monthlyChurnPpm })}
          />
          <MoneyField
            label={t('targets.acquisition')}
            value={agency.acquisitionCostMinor}
            currency={agency.baseCurrency}
            onCommit={(acquisitionCostMinor) => set({ acquisitionCostMinor })}
          />
        </div>
      </Pane>
    </>
  );
}
