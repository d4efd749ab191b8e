import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { highlight, parseQuery, type Query } from '../../../shared/domain/rank';
import { ClientMark } from '../../components/client-mark';
import { Dialog } from '../../components/dialog';
import { Icon } from '../../components/icon';
import { useRead } from '../../lib/api';
import { useWorkspace } from '../../lib/workspace';
import {
  askedOf,
  clientEntries,
  clientPlaceEntries,
  commandEntries,
  type Entry,
  foundSections,
  hitEntries,
  type PaletteCommand,
  restingSections,
  type Section,
} from './entries';
import styles from './palette.module.css';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  commands: readonly PaletteCommand[];
  text: string;
  onText: (text: string) => void;
  /** What had the focus before. */
  opener: RefObject<HTMLElement | null>;
  /** Told once the field takes the letters. */
  onField: () => void;
};

/** Find anything, do anything. */
export function Palette(props: Props) {
  const { open, onOpenChange, commands, text, onText, opener, onField } = props;
  const { t } = useTranslation('common');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const { sections, query } = useSections(text, commands);
  const entries = sections.flatMap((section) => section.entries);
  const current = entries[Math.min(active, entries.length - 1)];

  // At once, before the next key press: letters typed right after the shortcut belong here.
  const attach = useCallback(
    (field: HTMLInputElement | null) => {
      input.current = field;
      if (field === null) return;
      field.focus();
      onField();
    },
    [onField],
  );

  function start(entry: Entry) {
    onOpenChange(false);
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = entries.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    const next = moves[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
      const target = entries[next];
      if (target !== undefined) {
        document.getElementById(`${id}-${target.id}`)?.scrollIntoView({ block: 'nearest' });
      }
    } else if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      start(current);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('palette.title')}
      hideTitle
      place="top"
      initialFocus={input}
      finalFocus={opener}
      className={styles.palette}
    >
      <div className={styles.head}>
        <Icon name="search" />
        <input
          ref={attach}
          className={styles.input}
          value={text}
          placeholder={t('top.find')}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          aria-label={t('palette.title')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        {text === '' ? null : (
          <span className="cap" role="status">
            {t('palette.found', { count: entries.length })}
          </span>
        )}
        <kbd>Esc</kbd>
      </div>
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={t('palette.title')}>
        {sections.map((section) => (
          <SectionList
            key={section.group}
            section={section}
            query={query}
            idBase={id}
            current={current}
            onHover={(entry) => setActive(entries.indexOf(entry))}
            onStart={start}
          />
        ))}
        {entries.length === 0 ? <p className={styles.none}>{t('palette.none')}</p> : null}
      </div>
      <footer className={styles.foot}>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.choose')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('palette.open')}
        </span>
        <span className="grow" />
        <span className="cut">{t('palette.hint')}</span>
      </footer>
    </Dialog>
  );
}

function useSections(text: string, commands: readonly PaletteCommand[]) {
  const { t } = useTranslation('common');
  const [, navigate] = useLocation();
  const { pinned } = useWorkspace();
  const clients = useRead('clients/list', { archived: false }).data?.clients;
  const asked = useDeferredValue(askedOf(text, t('palette.kindWords')));
  const canAsk = asked.length >= 2;
  const found = useRead('search/find', { text: asked }, { enabled: canAsk, keepPrevious: true });

  const own = useMemo(() => {
    const go = (path: string) => navigate(path);
    return {
      commands: commandEntries(commands),
      clients: clientEntries(clients ?? [], go),
      places: clientPlaceEntries(clients ?? [], go, (key, params) => t(key, params ?? {})),
    };
  }, [clients, commands, navigate, t]);

  return useMemo(() => {
    const query = parseQuery(text);
    if (query.tokens.length === 0) {
      const atHand = new Set(pinned.map((client) => `client-${client.id}`));
      return { sections: restingSections(own.commands, own.clients, atHand), query };
    }
    const hits = canAsk
      ? hitEntries(
          found.data?.hits ?? [],
          (path) => navigate(path),
          (key, params) => t(key, params ?? {}),
        )
      : [];
    const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
    // A client's own screens only once a second word asks for one: «часы верба».
    const places = query.tokens.length > 1 ? own.places : [];
    return {
      sections: foundSections([...own.clients, ...own.commands, ...places], unique, query),
      query,
    };
  }, [canAsk, found.data, navigate, own, pinned, t, text]);
}

type SectionProps = {
  section: Section;
  query: Query;
  idBase: string;
  current: Entry | undefined;
  onHover: (entry: Entry) => void;
  onStart: (entry: Entry) => void;
};

function SectionList({ section, query, idBase, current, onHover, onStart }: SectionProps) {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role, not by fieldset
    <div role="group" aria-labelledby={`${idBase}-group-${section.group}`}>
      <div className={styles.group} id={`${idBase}-group-${section.group}`}>
        {t(`palette.group.${section.group}`)}
      </div>
      {section.entries.map((entry) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field, which names the active option
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the search field
        <div
          key={entry.id}
          id={`${idBase}-${entry.id}`}
          role="option"
          aria-selected={entry === current}
          className={entry === current ? `${styles.option} ${styles.on}` : styles.option}
          onPointerMove={() => {
            if (entry !== current) onHover(entry);
          }}
          onClick={() => onStart(entry)}
        >
          {entry.mark === null ? null : <ClientMark client={entry.mark} />}
          <span className="grow cut">
            {highlight(entry.label, query).map((piece, index) =>
              piece.hit ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text keep their places
                <u key={index}>{piece.text}</u>
              ) : (
                piece.text
              ),
            )}
          </span>
          <span className="cap cut">{entry.detail}</span>
          {entry.keys === null ? null : <kbd>{entry.keys}</kbd>}
        </div>
      ))}
    </div>
  );
}
