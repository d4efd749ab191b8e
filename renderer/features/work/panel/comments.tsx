import { type KeyboardEvent, useRef, useState } from 'react';
import type { TaskDetails } from '../../../../shared/contract/tasks-shapes';
import { Button } from '../../../components/button';
import { useCommand } from '../../../lib/api';
import type { Choices } from '../filter/facets';
import type { Kit } from '../kit';
import { mentionAt, type Person, peopleBeginning, withMention } from './mention';
import styles from './panel.module.css';
import { useAct } from './use-act';

type Props = { task: TaskDetails; kit: Kit; choices: Choices | undefined };

const SUGGESTED = 6;

/** What was said, and a place to say more; @ names a person. */
export function Comments({ task, kit, choices }: Props) {
  const { t, format } = kit;
  const people = choices?.people ?? [];
  const nameOf = (author: string) => people.find(({ id }) => id === author)?.name ?? author;
  return (
    <section className={styles.section} aria-label={t('task.comments')}>
      <h3>
        {t('task.comments')}
        {task.comments.length === 0 ? null : (
          <span className="cap">{format.number(task.comments.length)}</span>
        )}
      </h3>
      <ul className={styles.comments}>
        {task.comments.map((comment) => (
          <li key={comment.id}>
            <span className="cap">
              <b className="m">{nameOf(comment.author) || t('task.somebody')}</b>{' '}
              {format.dateTime(comment.saidAt)}
            </span>
            <p>{comment.body}</p>
          </li>
        ))}
      </ul>
      <NewComment taskId={task.id} kit={kit} people={people} />
    </section>
  );
}

function NewComment({
  taskId,
  kit,
  people,
}: {
  taskId: string;
  kit: Kit;
  people: readonly Person[];
}) {
  const { t } = kit;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const say = useCommand('tasks/comment');
  const act = useAct();
  const mention = mentionAt(text, cursor);
  const found = mention === null ? [] : peopleBeginning(people, mention.begun).slice(0, SUGGESTED);

  function put(person: Person) {
    const next = withMention(text, cursor, person);
    setText(next.text);
    setCursor(next.cursor);
    field.current?.focus();
    requestAnimationFrame(() => field.current?.setSelectionRange(next.cursor, next.cursor));
  }
  async function send() {
    if (text.trim() === '') return;
    if (await act(say.run({ taskId, body: text.trim() }))) setText('');
  }
  function onKeyDown(event: KeyboardEvent) {
    const [first] = found;
    if (first !== undefined && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      put(first);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div>
      <textarea
        ref={field}
        className={styles.text}
        aria-label={t('task.comment')}
        placeholder={t('task.commentHint')}
        value={text}
        maxLength={20_000}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionStart);
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? null : (
        <div className={styles.suggest}>
          {found.map((person) => (
            <button key={person.id} type="button" onClick={() => put(person)}>
              <span className="m">{person.name}</span>
              <span className="cap">@{person.code}</span>
            </button>
          ))}
        </div>
      )}
      <Button onClick={() => void send()} disabled={text.trim() === ''} keys="Ctrl Enter">
        {t('task.say')}
      </Button>
    </div>
  );
}
