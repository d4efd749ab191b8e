import { Node } from '@tiptap/core';
import { read } from '../../../lib/api';
import { pictureUri } from '../picture-uri';

/**
 * A picture of the workspace, by its row. It is drawn from bytes that are asked for: its address is never
 * in the document, so nothing pasted can make the page ask for one.
 */
export const PictureNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    fileId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-file') ?? '',
      renderHTML: ({ fileId }: Record<string, unknown>) => ({ 'data-file': fileId }),
    },
    alt: { default: '' },
  }),
  parseHTML: () => [{ tag: 'img[data-file]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView() {
    return ({ node }) => {
      const picture = document.createElement('img');
      let shown = node;
      const sayWhat = () => {
        picture.alt = String(shown.attrs['alt'] ?? '');
      };
      sayWhat();
      void read('briefs/read-file', { id: String(node.attrs['fileId']) })
        .then((file) => {
          picture.src = pictureUri(file);
        })
        // Undone or not of this file: its description stands in its place.
        .catch(() => undefined);
      return {
        dom: picture,
        update: (next) => {
          if (next.type !== shown.type || next.attrs['fileId'] !== shown.attrs['fileId'])
            return false;
          shown = next;
          sayWhat();
          return true;
        },
      };
    };
  },
});
