/** What is done to the answer of one field, one thing after the other, is one undo. */
export function answerHistory(briefId: string, fieldKey: string): string {
  return `brief-answer/${briefId}/${fieldKey}`;
}
