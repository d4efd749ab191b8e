export type WeekCell = { readonly row: number; readonly column: number };

/** Where a key leads in a grid of this many rows and columns; null for a key that does not move. */
export function moveCell(
  { row, column }: WeekCell,
  key: string,
  rows: number,
  columns: number,
): WeekCell | null {
  const at = (nextRow: number, nextColumn: number): WeekCell => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
    case 'Enter':
      return at(row + 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'Home':
      return at(row, 0);
    case 'End':
      return at(row, columns - 1);
    default:
      return null;
  }
}

/** Whether a key begins to type an hour: digits, and nothing that a shortcut needs. */
export function beginsTyping(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): boolean {
  return /^[\d,.:]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
}
