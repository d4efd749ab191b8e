import { type Extensions, Node, wrappingInputRule } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { RICH_LINK } from '../../../../shared/domain/rich-rules';
import { PictureNode } from './picture-node';

/** What may stand in an item of a list and in a cell. */
const PARTS = '(paragraph | bulletList | orderedList)+';

/** Has one level: the document's own sections are above it. */
const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  renderHTML: () => ['h3', 0],
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-1': () => this.editor.commands.toggleNode(this.name, 'paragraph'),
    };
  },
});

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap(this.name) };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

const ListItem = Node.create({
  name: 'listItem',
  content: PARTS,
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** Cells are never merged: a merged one that is pasted is one cell, and its row is filled up. */
const cell = {
  content: PARTS,
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: () => 1, rendered: false },
    rowspan: { default: 1, parseHTML: () => 1, rendered: false },
    colwidth: { default: null, parseHTML: () => null, rendered: false },
  }),
};

/**
 * The editor of `richDocSchema`: the same nodes and marks and nothing else. No element it makes has a
 * style of its own, which the page's policy would refuse.
 */
export const RICH_EXTENSIONS: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    heading: false,
    horizontalRule: false,
    listItem: false,
    trailingNode: {
      node: 'paragraph',
      notAfter: ['heading', 'bulletList', 'orderedList', 'blockquote'],
    },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => RICH_LINK.test(url),
      HTMLAttributes: { target: null, rel: 'noreferrer' },
    },
  }),
  Heading,
  Blockquote,
  ListItem,
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({
    resizable: false,
    View: null,
  }),
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableHeader.extend(cell),
  TableCell.extend(cell),
  PictureNode,
];
