/** The largest file that a workspace keeps whole, so that it stays one file that is copied at once: 6 MB. */
export const MAX_FILE_BYTES = 6_291_456;
