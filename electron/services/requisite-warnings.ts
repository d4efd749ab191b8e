import type { Requisites, RequisiteWarningDto } from '../../shared/contract/clients.contract';
import { checkRequisites, type RequisiteField } from '../../shared/domain/requisites';

/** Field names of the forms by those of the checks; the rest are the same. */
const FORM_FIELD: Partial<Record<RequisiteField, keyof Requisites>> = {
  corrAccount: 'correspondentAccount',
  lvRegNo: 'registrationNumber',
  lvVatNo: 'vatNumber',
};

/** What looks wrong with a legal entity's numbers. Latvian checks apply to Latvian entities only. */
export function warnOfRequisites(
  entity: Partial<Requisites> & { country: string },
): RequisiteWarningDto[] {
  const isLatvian = entity.country === 'LV';
  return checkRequisites({
    inn: entity.inn,
    kpp: entity.kpp,
    ogrn: entity.ogrn,
    bik: entity.bik,
    account: entity.account,
    corrAccount: entity.correspondentAccount,
    iban: entity.iban,
    lvRegNo: isLatvian ? entity.registrationNumber : null,
    lvVatNo: isLatvian ? entity.vatNumber : null,
  }).map((warning) => ({
    field: FORM_FIELD[warning.field] ?? warning.field,
    code: warning.code,
    params: { ...warning.params },
  }));
}
