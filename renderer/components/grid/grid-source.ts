/** A row: a line that can be written, the head of a group with its subtotals, or an empty place for a new line. */
export interface GridRow {
  readonly key: string;
  readonly kind: 'line' | 'group' | 'blank';
  /** Only of a group: whether its lines are hidden. */
  readonly isFolded?: boolean;
  /** Only of a group: how many lines it has. */
  readonly count?: number;
}

export interface GridColumn {
  readonly id: string;
  readonly head: string;
  /** The head in full where it is cut short. */
  readonly title: string;
  readonly width: number;
  readonly isNumeric: boolean;
  /** `now` for the column that holds today; `internal` for what the client never sees. */
  readonly tone?: 'now' | 'internal';
  /** Offered while typing. */
  readonly options?: readonly string[];
}

export interface CellView {
  readonly text: string;
  readonly tone?: 'strong' | 'quiet' | 'warn' | 'neg' | 'pos';
  /** A word after the number that says what its colour means. */
  readonly word?: string;
  /** Why nothing stands there, or what else is to be known. */
  readonly tip?: string;
}

/** A cell that was typed or pasted and could not be read. */
export interface CellProblem {
  readonly given: string;
  /** The rule and what was given, in words. */
  readonly text: string;
}

/** Everything a grid shows. A new object means that something changed. */
export interface GridSource {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** How many columns stay at the left. */
  readonly frozen: number;
  /** One text a column. */
  readonly totals: readonly CellView[];
  readonly show: (row: number, column: number) => CellView;
  /** What F2 opens and the clipboard carries. */
  readonly edit: (row: number, column: number) => string;
  /** What the status bar adds up. */
  readonly number: (row: number, column: number) => number | null;
  readonly canWrite: (row: number, column: number) => boolean;
  readonly problem: (row: number, column: number) => CellProblem | null;
}

/** A text for a cell; a row beyond the last one asks for a new line. */
export interface GridEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type WriteKind = 'edit' | 'paste' | 'fill' | 'clear';
