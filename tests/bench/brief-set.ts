import { putRichBrief } from '../helpers/rich-brief.ts';

const SENTENCE =
  'Клиника принимает детей без очереди, приём длится пятнадцать минут, родители видят заключение в тот же день. ';
/** A printed page of a brief holds about so many signs. */
const PAGE = 1800;

/** Leaves a brief of so many pages in a workspace, all of them in one answer. Returns how many signs that is. */
export function makeLongBrief(path: string, pages: number): number {
  const paragraph = SENTENCE.repeat(4);
  const count = Math.ceil((pages * PAGE) / paragraph.length);
  const text = (words: string) => ({ type: 'text', text: words });
  const line = (words: string) => ({ type: 'paragraph', content: [text(words)] });
  const cell = (type: string) => ({ type, content: [line('Месяц и записи')] });
  const row = (type: string) => ({
    type: 'tableRow',
    content: [cell(type), cell(type), cell(type)],
  });
  const content = Array.from({ length: count }, (_, index) => {
    if (index % 12 === 3) return { type: 'heading', content: [text(`Часть ${index}`)] };
    if (index % 12 === 6) {
      const item = { type: 'listItem', content: [line(SENTENCE)] };
      return { type: 'bulletList', content: [item, item, item, item] };
    }
    if (index % 12 === 9) {
      return { type: 'table', content: [row('tableHeader'), ...Array(6).fill(row('tableCell'))] };
    }
    return line(paragraph);
  });
  const doc = { type: 'doc', content };
  putRichBrief(path, { story: { type: 'rich', schemaVersion: 1, doc } });
  return count * paragraph.length;
}
