const TOTAL =
  /^["«]?(grand total|total|totals|subtotal|итого и средние|итого|всего|общий итог|в среднем|kopā|kopsumma|kopējais|pavisam|summa)["»]?\s*($|[:：(\d]|(с|за|for|par) \d|[-–—] )/iu;

/** Whether a label is that of a row of sums: `Итого`, `Total: Account`, `Grand total`, `Kopā`. */
export function isTotalLabel(cell: string): boolean {
  return TOTAL.test(cell.trim());
}
