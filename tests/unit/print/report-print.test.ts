// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type ReportModel, renderReportHtml } from '../../../shared/print/report-print';

const report: ReportModel = {
  title: 'Прибыльность клиентов',
  subtitle: 'Октябрь 2026, ₽',
  generatedNote: 'Составлено 21.11.2026',
  columns: [
    { key: 'client', title: 'Клиент', align: 'left' },
    { key: 'agi', title: 'AGI', unit: '₽', align: 'right' },
    { key: 'margin', title: 'Маржа', unit: '%', align: 'right' },
  ],
  rows: [
    ['Верба <клиника>', '205\u00a0025,00', '71,3'],
    ['Усва', '−58\u00a0200,00', '—'],
  ],
  totals: ['Итого 2', '146\u00a0825,00', '12,0'],
  notes: ['AGI = выручка − сквозные затраты.'],
  orientation: 'portrait',
};
const page = (model: ReportModel) =>
  new DOMParser().parseFromString(renderReportHtml(model, 'ru'), 'text/html').body;
const sizeOf = (model: ReportModel) =>
  Number(
    /size-([\d-]+)/
      .exec(page(model).querySelector('main')?.className ?? '')?.[1]
      ?.replace('-', '.'),
  );

describe('a printed report', () => {
  it('has a head with units, rows, and a total with its own rule', () => {
    const body = page(report);
    expect([...body.querySelectorAll('thead th')].map((cell) => cell.textContent)).toEqual([
      'Клиент',
      'AGI,\u00a0₽',
      'Маржа,\u00a0%',
    ]);
    expect(body.querySelector('tbody tr th')?.textContent).toBe('Верба <клиника>');
    expect(body.querySelector('tr.sum')?.textContent).toContain('146\u00a0825,00');
    expect([...body.querySelectorAll('.note')].map((note) => note.textContent)).toEqual([
      'AGI = выручка − сквозные затраты.',
      'Составлено 21.11.2026',
    ]);
    expect(body.querySelector('script, style, [style]')).toBeNull();
  });

  it('stands without totals and notes', () => {
    const { totals: _, notes: __, ...rest } = report;
    expect(page(rest).querySelector('tr.sum')).toBeNull();
  });

  it('takes smaller type for more columns, so that no number is cut', () => {
    const wide = (count: number): ReportModel => ({
      ...report,
      orientation: 'landscape',
      columns: [
        ...report.columns.slice(0, 1),
        ...Array.from({ length: count }, (_, i) => ({
          key: `k${i}`,
          title: 'Сумма',
          align: 'right' as const,
        })),
      ],
      rows: [['Клиент', ...Array.from({ length: count }, () => '−1\u00a0234\u00a0567,89')]],
      totals: undefined,
    });
    const sizes = [3, 8, 12, 16].map((count) => sizeOf(wide(count)));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBe(10);
    // Ten figures of 0.57 em and four thin signs of 0.28, as PT Sans Bold has them, and the gap.
    [3, 8, 12, 16].forEach((count, i) => {
      const used = (count * 6.8 + 3.6) * (sizes[i] ?? 0) * (25.4 / 72) + count * 2.2;
      expect(used).toBeLessThan(267);
    });
  });
});
