/** Names of paragraph styles; LibreOffice gives them back as they are, so that a place is known by its style. */
export const STYLE = {
  answer: 'BriefAnswer',
  blank: 'BriefBlank',
  label: 'BriefLabel',
  help: 'BriefHelp',
  gap: 'BriefGap',
  heading: 'BriefAnswerHeading',
  quote: 'BriefQuote',
  head: 'BriefTableHead',
  cell: 'BriefCell',
  number: 'BriefCellNumber',
  fact: 'BriefFact',
  /** A further paragraph of an item of a list; the level from 1 follows. */
  more: 'BriefMore',
} as const;

/** The look of words in a place that waits for an answer. */
export const PLACEHOLDER = 'BriefPlaceholder';
