import type { Plan } from '../../../shared/contract/media-plans.contract';
import { basisOptions, levyOptions, modelOptions, vatOptions } from './choices';
import { type ColumnTerms, columnKit, type PlanColumn } from './column-kit';
import { reckonedColumns } from './reckoned-columns';
import { typedColumns } from './typed-columns';

/** How many columns stay at the left in every view. */
export const FROZEN = 2;

/** The columns of a view, left to right. */
export function planColumns(terms: ColumnTerms): PlanColumn[] {
  const { view, showInternal } = terms;
  const kit = columnKit(terms);
  const make = { ...typedColumns(kit), ...reckonedColumns(kit) };
  const head = [
    make.text('channel', 124, 'strong', known(terms.plan, 'channel')),
    make.text('placement', 154, 'quiet'),
  ];
  switch (view) {
    case 'plan':
      return [
        ...head,
        make.text('geo', 100, 'quiet', known(terms.plan, 'geo')),
        make.choice('model', 68, modelOptions(terms.t)),
        make.decimal('volume', 58, 'count'),
        make.decimal('price', 84, 'price'),
        make.percents('discountsPpm', 58),
        make.net(),
        ...make.periods(),
        make.pace(),
        ...(showInternal ? make.internal() : []),
      ];
    case 'terms':
      return [
        ...head,
        make.text('groupName', 120, 'quiet', known(terms.plan, 'groupName')),
        make.text('format', 110, 'quiet'),
        make.text('audience', 120, 'quiet'),
        make.text('unit', 80, 'quiet'),
        make.choice('priceBasis', 120, basisOptions(terms.t)),
        make.currency(),
        make.rate(),
        make.rateOn(),
        make.date('from'),
        make.date('to'),
        make.percents('surchargesPpm', 76),
        make.commission(),
        make.choice('vatMode', 108, vatOptions(terms.t)),
        make.vat(),
        make.text('erid', 110, 'quiet'),
        make.choice('levyPayer', 90, levyOptions(terms.t)),
        make.flag('locked', 84),
        make.decimal('weight', 60, 'count'),
        make.money('minMinor', 100),
        make.text('note', 180, 'quiet'),
        ...(showInternal ? make.internal() : []),
      ];
    case 'forecast':
      return [
        ...head,
        make.net(),
        ...make.forecasts(),
        make.count('reach', 90),
        make.frequency(),
        make.money('revenueMinor', 110),
        make.expectedCtr(),
        ...make.expected(),
        ...(showInternal ? make.internal() : []),
      ];
    case 'fact':
      return [...head, make.net(), ...make.facts(), ...(showInternal ? make.internal() : [])];
  }
}

/** All columns that a channel may show, left to right; which of them it does is its own set. */
export function channelColumns(terms: ColumnTerms): PlanColumn[] {
  const { plan, t } = terms;
  const kit = columnKit(terms);
  const make = { ...typedColumns(kit), ...reckonedColumns(kit) };
  const volume = make.decimal('volume', 84, 'count');
  const models = new Set(plan.lines.map(({ model }) => model));
  const [model] = models;
  const counted =
    models.size === 1 ? t(`channels.volume.${model ?? ''}`, { defaultValue: volume.head }) : null;
  return [
    make.text('channel', 124, 'strong', known(plan, 'channel')),
    make.text('placement', 154, 'quiet'),
    make.text('geo', 100, 'quiet', known(plan, 'geo')),
    make.text('format', 110, 'quiet'),
    make.text('audience', 120, 'quiet'),
    make.choice('model', 68, modelOptions(t)),
    make.text('unit', 80, 'quiet'),
    make.date('from'),
    make.date('to'),
    counted === null ? volume : { ...volume, head: counted, title: counted },
    make.decimal('price', 84, 'price'),
    make.percents('surchargesPpm', 76),
    make.percents('discountsPpm', 58),
    make.net(),
    ...make.forecasts(),
    make.count('reach', 90),
    make.frequency(),
    make.expectedCtr(),
    ...make.expected(),
    make.money('revenueMinor', 110),
    ...make.periods(),
    make.pace(),
    make.text('erid', 110, 'quiet'),
    make.text('note', 180, 'quiet'),
    ...(terms.showInternal ? make.internal() : []),
  ];
}

/** Words already used in the plan, offered while typing. */
function known(plan: Plan, field: 'channel' | 'geo' | 'groupName'): string[] {
  return [...new Set(plan.lines.map((line) => line[field]).filter((word) => word !== ''))];
}
