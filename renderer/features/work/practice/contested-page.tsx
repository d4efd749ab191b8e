export function ContestedPage() {
  return null;
}
