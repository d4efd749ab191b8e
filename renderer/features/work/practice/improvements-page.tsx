export function ImprovementsPage() {
  return null;
}
