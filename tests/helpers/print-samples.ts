import { renderBriefHtml } from '../../shared/print/brief-print';
import { renderReportHtml } from '../../shared/print/report-print';
import { latvianBrief, sampleBrief } from './sample-brief';

/** A brief of three pages with a long table. @public loaded by its path */
export function russianSheet() {
  return {
    title: sampleBrief.title,
    language: 'ru',
    bodyHtml: renderBriefHtml(sampleBrief, 'ru'),
    footerLeft: 'Агентство «Мост», бриф № 27, версия 4',
  };
}

/** A brief with every Latvian letter. @public */
export function latvianSheet() {
  return {
    title: latvianBrief.title,
    language: 'lv',
    bodyHtml: renderBriefHtml(latvianBrief, 'lv'),
    footerLeft: 'Aģentūra „Most”, brīfs Nr. 27, 4. versija',
  };
}

/** Sixty clients with nine amounts each. @public */
export function reportSheet() {
  const amounts = Array.from({ length: 9 }, () => '−1\u00a0234\u00a0567,89');
  const bodyHtml = renderReportHtml(
    {
      title: 'Прибыльность клиентов',
      subtitle: 'Октябрь 2026',
      generatedNote: 'Составлено 21.11.2026',
      orientation: 'landscape',
      columns: [
        { key: 'client', title: 'Клиент', align: 'left' },
        { key: 'recognised', title: 'Признано', unit: '₽', align: 'right' },
        ...amounts.slice(1).map((_, i) => ({
          key: `k${i}`,
          title: `Сумма ${i}`,
          align: 'right' as const,
        })),
      ],
      rows: Array.from({ length: 60 }, (_, i) => [`Клиент ${i + 1}`, ...amounts]),
    },
    'ru',
  );
  return { title: 'Прибыльность клиентов', language: 'ru', bodyHtml, footerLeft: 'Мост' };
}
