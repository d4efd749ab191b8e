/** The address under which the page's policy lets a picture's bytes be shown. */
export function pictureUri({ mime, content }: { mime: string; content: string }): string {
  return mime.startsWith('image/') ? `data:${mime};base64,${content}` : '';
}
