/** Links that a document may hold: pages and letters, nothing that runs or opens files. */
export const RICH_LINK = /^(?:https?:\/\/|mailto:)\S+$/i;

/** What the shape of a rich text is called in answers; raised when a node or mark changes its meaning. */
export const RICH_SCHEMA_VERSION = 1;
