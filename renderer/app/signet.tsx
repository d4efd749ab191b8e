/** The product's sign: ink bars, pencil bars, a double rule. */
export function Signet() {
  return (
    <svg className="sig" viewBox="0 0 22 22" fill="none" aria-hidden="true">
      <path d="M2 16.5h18M2 19.5h18" stroke="var(--line-ink)" strokeWidth="1.4" />
      <path d="M4 13V8.5M8.6 13V3" stroke="var(--ink)" strokeWidth="2.6" />
      <path
        d="M13.3 12.5V6M17.9 12.5V2.5"
        stroke="var(--pencil-line)"
        strokeWidth="2.6"
        strokeDasharray="1.6 1.2"
      />
    </svg>
  );
}
