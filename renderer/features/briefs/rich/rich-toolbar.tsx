import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyNames } from '../../../lib/keys';
import { linkOf } from './link-of';
import styles from './rich.module.css';

type Props = {
  editor: Editor;
  label: string;
  onPictures: (files: readonly File[]) => void;
};

const MARKS = ['bold', 'italic', 'underline', 'strike'] as const;
const MARK_KEYS = {
  bold: ['mod', 'B'],
  italic: ['mod', 'I'],
  underline: ['mod', 'U'],
  strike: ['mod', 'shift', 'S'],
} as const;

/** Tools of the text that is written in; those of a table or a picture come while the cursor is in it. */
export function RichToolbar({ editor, label, onPictures }: Props) {
  const { t } = useTranslation('brief');
  const [isLinking, setLinking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const now = useEditorState({
    editor,
    selector: ({ editor: of }) => ({
      bold: of.isActive('bold'),
      italic: of.isActive('italic'),
      underline: of.isActive('underline'),
      strike: of.isActive('strike'),
      heading: of.isActive('heading'),
      bulletList: of.isActive('bulletList'),
      orderedList: of.isActive('orderedList'),
      blockquote: of.isActive('blockquote'),
      table: of.isActive('table'),
      image: of.isActive('image'),
      href: String(of.getAttributes('link')['href'] ?? ''),
      alt: String(of.getAttributes('image')['alt'] ?? ''),
    }),
  });
  const run = () => editor.chain().focus();

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') {
      event.preventDefault();
      setLinking(false);
      editor.commands.focus();
      return;
    }
    if (event.target instanceof HTMLInputElement) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.findIndex((button) => button.contains(document.activeElement));
    buttons.at((at + by) % buttons.length)?.focus();
  }

  return (
    <div className={styles.anchor}>
      <div role="toolbar" aria-label={label} className={styles.toolbar} onKeyDown={onKeyDown}>
        <div className={styles.row}>
          {MARKS.map((mark) => (
            <Tool
              key={mark}
              label={t(`editor.${mark}`)}
              keys={keyNames(MARK_KEYS[mark])}
              pressed={now[mark]}
              onClick={() => run().toggleMark(mark).run()}
            >
              <span className={styles[mark]}>{t(`editor.letter.${mark}`)}</span>
            </Tool>
          ))}
          <Tool
            label={t('editor.heading')}
            keys={keyNames(['mod', 'alt', '1'])}
            pressed={now.heading}
            apart
            onClick={() => run().toggleNode('heading', 'paragraph').run()}
          />
          <Tool
            label={t('editor.bulletList')}
            keys={keyNames(['mod', 'shift', '8'])}
            pressed={now.bulletList}
            onClick={() => run().toggleBulletList().run()}
          />
          <Tool
            label={t('editor.orderedList')}
            keys={keyNames(['mod', 'shift', '7'])}
            pressed={now.orderedList}
            onClick={() => run().toggleOrderedList().run()}
          />
          <Tool
            label={t('editor.blockquote')}
            keys={keyNames(['mod', 'shift', 'B'])}
            pressed={now.blockquote}
            onClick={() => run().toggleWrap('blockquote').run()}
          />
          <Tool
            label={t('editor.link')}
            pressed={now.href !== ''}
            apart
            onClick={() => setLinking(!isLinking)}
          />
          <Tool
            label={t('editor.table')}
            onClick={() => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          />
          <Tool label={t('editor.picture')} onClick={() => input.current?.click()} />
        </div>
        {isLinking ? (
          <LinkRow editor={editor} href={now.href} onDone={() => setLinking(false)} />
        ) : null}
        {now.table ? (
          <div className={styles.row}>
            <Tool label={t('editor.addRow')} onClick={() => run().addRowAfter().run()} />
            <Tool label={t('editor.addColumn')} onClick={() => run().addColumnAfter().run()} />
            <Tool label={t('editor.headRow')} onClick={() => run().toggleHeaderRow().run()} />
            <Tool label={t('editor.removeRow')} apart onClick={() => run().deleteRow().run()} />
            <Tool label={t('editor.removeColumn')} onClick={() => run().deleteColumn().run()} />
            <Tool label={t('editor.removeTable')} onClick={() => run().deleteTable().run()} />
          </div>
        ) : null}
        {now.image ? (
          <div className={styles.row}>
            <label className={styles.ask}>
              {t('editor.alt')}
              <input
                value={now.alt}
                maxLength={500}
                onChange={(event) =>
                  editor.commands.updateAttributes('image', { alt: event.target.value })
                }
              />
            </label>
            <Tool label={t('editor.removePicture')} onClick={() => run().deleteSelection().run()} />
          </div>
        ) : null}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          multiple
          className="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            onPictures([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}

/** Where a link leads; an empty address takes the link away. */
function LinkRow({ editor, href, onDone }: { editor: Editor; href: string; onDone: () => void }) {
  const { t } = useTranslation('brief');
  const [address, setAddress] = useState(href);
  const [isUnfit, setUnfit] = useState(false);
  function apply() {
    const chain = editor.chain().focus().extendMarkRange('link');
    const link = linkOf(address);
    if (address.trim() === '') chain.unsetLink().run();
    else if (link === null) return setUnfit(true);
    else if (editor.state.selection.empty && href === '') {
      chain
        .insertContent({
          type: 'text',
          text: address.trim(),
          marks: [{ type: 'link', attrs: { href: link } }],
        })
        .run();
    } else chain.setLink({ href: link }).run();
    onDone();
  }
  return (
    <div className={styles.row}>
      <label className={styles.ask}>
        {t('editor.address')}
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for a moment ago
          autoFocus
          value={address}
          maxLength={2000}
          placeholder="https://"
          aria-invalid={isUnfit}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              apply();
            }
          }}
        />
      </label>
      <Tool label={t('editor.applyLink')} onClick={apply} />
      {isUnfit ? <span className="msg neg">{t('editor.linkUnfit')}</span> : null}
    </div>
  );
}

type ToolProps = {
  label: string;
  keys?: string;
  pressed?: boolean;
  apart?: boolean;
  onClick: () => void;
  children?: ReactNode;
};

function Tool({ label, keys, pressed, apart, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={apart === true ? `${styles.tool} ${styles.apart}` : styles.tool}
      title={keys === undefined ? label : `${label}, ${keys}`}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(children === undefined ? {} : { 'aria-label': label })}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children ?? label}
    </button>
  );
}
