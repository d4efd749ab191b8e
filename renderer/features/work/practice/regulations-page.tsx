export function RegulationsPage() {
  return null;
}
