/** Within this of the target a margin is nearly there: amber, not red. */
const NEARLY_PPM = 100_000;

/** The colour of a margin beside the agency's target. */
export function marginTone(ppm: number | null, targetPpm: number): 'plain' | 'warn' | 'neg' {
  if (ppm === null || ppm >= targetPpm) return 'plain';
  return ppm >= targetPpm - NEARLY_PPM ? 'warn' : 'neg';
}
