/** Where answers begin on the sheet: column C. */
export const ANSWER_COLUMN = 3;

/** The hidden sheet that says which brief the workbook is of. */
export const MARKS_SHEET = '_brief';
