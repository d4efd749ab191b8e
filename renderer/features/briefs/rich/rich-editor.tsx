import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../shared/contract/briefs.contract';
import type { RichDoc } from '../../../../shared/contract/rich-text';
import { RICH_SCHEMA_VERSION } from '../../../../shared/domain/rich-rules';
import { isBlankRich } from '../../../../shared/domain/rich-text';
import { useToast } from '../../../lib/toast';
import type { AnswerProps } from '../answer-fields';
import { useAttach } from '../use-attach';
import { cleanPaste } from './clean-paste';
import { type EditorNode, editorDocOf, richDocOf, withoutTail } from './editor-doc';
import styles from './rich.module.css';
import { RICH_EXTENSIONS } from './rich-extensions';
import { RichToolbar } from './rich-toolbar';

export type RichEditorProps = AnswerProps & {
  doc: RichDoc | null;
  /** The field was reached before its editor was there. */
  takesFocus: boolean;
};

const BLANK: RichDoc = { type: 'doc', content: [] };

/** The live editor of a formatted answer, its tools above it while it is written in. */
export function RichEditor(props: RichEditorProps) {
  const { field, doc, onChange, onLeave, describedBy, takesFocus } = props;
  const { t } = useTranslation('brief');
  const toast = useToast();
  const attach = useAttach(field.key);
  const box = useRef<HTMLDivElement>(null);
  const [isActive, setActive] = useState(false);
  /** Whether something was typed that nobody has taken yet. */
  const isAhead = useRef(false);

  const insertPictures = async (into: Editor, files: Iterable<File>, at?: number) => {
    const kept = await attach(files, true);
    if (into.isDestroyed || kept.length === 0) return;
    const nodes = kept.map(({ id }) => ({ type: 'image', attrs: { fileId: id, alt: '' } }));
    const place = at ?? into.state.selection.to;
    into.chain().insertContentAt(Math.min(place, into.state.doc.content.size), nodes).focus().run();
  };

  // Functions below are made once with the editor: what they call is looked up here.
  const latest = useRef({ insertPictures, onChange });
  latest.current = { insertPictures, onChange };

  const editor = useEditor({
    extensions: RICH_EXTENSIONS,
    content: editorDocOf(doc ?? BLANK) as object,
    injectCSS: false,
    autofocus: takesFocus ? 'end' : false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: styles.text ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': field.label,
        'aria-required': String(field.required),
        'aria-keyshortcuts': 'Alt+F10',
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      },
      transformPastedHTML: (html) => {
        const { html: clean, lostPictures, isCut } = cleanPaste(html);
        if (isCut) toast({ text: t('editor.tableCut') });
        if (lostPictures > 0) toast({ text: t('editor.picturesLeft', { count: lostPictures }) });
        return clean;
      },
      handlePaste: (_view, event) => {
        const pictures = picturesOf(event.clipboardData);
        // Programs put a picture of the text beside the text itself: then the text is meant.
        if (pictures.length === 0 || event.clipboardData?.types.includes('text/html') === true)
          return false;
        void latest.current.insertPictures(editor, pictures);
        return true;
      },
      handleDrop: (view, event, _slice, isMoved) => {
        const files = [...(event.dataTransfer?.files ?? [])];
        if (isMoved || files.length === 0) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        void latest.current.insertPictures(editor, files, at);
        return true;
      },
    },
    onUpdate: ({ editor: now }) => {
      isAhead.current = true;
      const node = now.state.doc;
      // A long text is only put together when it is saved, not at every key.
      latest.current.onChange(() => {
        isAhead.current = false;
        return answerOf(node.toJSON() as EditorNode);
      });
    },
  });

  useEffect(() => {
    const shown = withoutTail(richDocOf(editor.getJSON() as EditorNode));
    const given = doc ?? BLANK;
    if (isAhead.current || isSame(shown, given)) return;
    // Undone, or written in another window: it is not this editor's to take back.
    const { from } = editor.state.selection;
    editor
      .chain()
      .setMeta('addToHistory', false)
      .setContent(editorDocOf(given) as object, { emitUpdate: false })
      .setTextSelection(Math.min(from, editor.state.doc.content.size))
      .run();
  }, [doc, editor]);

  const isEmpty = useEditorState({ editor, selector: ({ editor: now }) => now.isEmpty });

  const leave = (event: FocusEvent) => {
    if (box.current?.contains(event.relatedTarget) === true) return;
    setActive(false);
    onLeave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: watches the focus of the editor inside
    <div
      ref={box}
      onFocus={() => setActive(true)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'F10') {
          event.preventDefault();
          box.current?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus();
        }
      }}
    >
      {isActive ? (
        <RichToolbar
          editor={editor}
          label={t('editor.tools', { field: field.label })}
          onPictures={(files) => void insertPictures(editor, files)}
        />
      ) : null}
      {isEmpty ? (
        <p className={styles.placeholder} aria-hidden="true">
          {field.help}
        </p>
      ) : null}
      <EditorContent editor={editor} />
    </div>
  );
}

function picturesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

function answerOf(json: EditorNode): Answer | null {
  const doc = withoutTail(richDocOf(json));
  if (isBlankRich(doc)) return null;
  return { type: 'rich', schemaVersion: RICH_SCHEMA_VERSION, doc };
}

function isSame(a: RichDoc, b: RichDoc): boolean {
  if (isBlankRich(a) && isBlankRich(b)) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
