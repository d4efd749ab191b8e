import { BUYING_MODELS, PRICE_BASES } from '../../../shared/domain/media-plan-line';
import type { ChoiceOption } from '../../components/grid/cell-text';

/** Other words for a buying model, as tables of agencies have them. */
const MODEL_ALIASES: Readonly<Record<(typeof BUYING_MODELS)[number], readonly string[]>> = {
  cpm: ['1000 показов', 'тысяча показов', 'срм', 'per thousand'],
  cpc: ['клик', 'клики', 'click', 'clicks', 'klikšķis', 'klikšķi', 'срс'],
  cpv: ['просмотр', 'просмотры', 'view', 'views', 'skatījums', 'skatījumi'],
  cpa: ['действие', 'заказ', 'action', 'order', 'darbība', 'сра'],
  cpl: ['лид', 'лиды', 'lead', 'leads', 'заявка', 'pieteikums'],
  day: ['день', 'дни', 'day', 'days', 'diena', 'dienas'],
  week: ['неделя', 'недели', 'week', 'weeks', 'nedēļa', 'nedēļas'],
  month: ['месяц', 'месяцы', 'month', 'months', 'mēnesis', 'mēneši'],
  spot: ['выход', 'выходы', 'spot', 'spots', 'klips', 'klipi'],
  grp: ['пункт', 'пункты', 'reitinga punkts'],
  fixed: ['фикс', 'фиксированная', 'fixed', 'flat', 'fiks.', 'fiksēta'],
  sponsorship: ['спонсор', 'спонсорство', 'sponsor', 'sponsorship', 'sponsors', 'sponsorēšana'],
};

export const LEVY_PAYERS = ['none', 'agency', 'client', 'vendor'] as const;

type Words = (key: string) => string;

export function modelOptions(t: Words): ChoiceOption[] {
  return BUYING_MODELS.map((value) => ({
    value,
    label: t(`model.${value}`),
    aliases: MODEL_ALIASES[value],
  }));
}

export function basisOptions(t: Words): ChoiceOption[] {
  return PRICE_BASES.map((value) => ({ value, label: t(`priceBasis.${value}`), aliases: [] }));
}

export function vatOptions(t: Words): ChoiceOption[] {
  return (['plan', 'by-date', 'stated', 'none'] as const).map((value) => ({
    value,
    label: t(`lineVat.${value}`),
    aliases: [],
  }));
}

export function levyOptions(t: Words): ChoiceOption[] {
  return LEVY_PAYERS.map((value) => ({ value, label: t(`levy.${value}`), aliases: [] }));
}
