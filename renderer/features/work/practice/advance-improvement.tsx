import { type FormEvent, type ReactNode, useState } from 'react';
import type { Input } from '../../../../shared/contract/contract';
import type { Improvement } from '../../../../shared/contract/tasks-practice.contract';
import { parseDecimal } from '../../../../shared/i18n/parse-input';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { DateField } from '../../../components/fields';
import { Popover } from '../../../components/popover';
import { useCommand } from '../../../lib/api';
import type { Kit } from '../kit';
import styles from './practice.module.css';

type Props = { one: Improvement; kit: Kit };
type Advance = Input<'improvements/advance'>;

/** The next step of the loop, with what shows that it was taken. */
export function AdvanceImprovement({ one, kit }: Props) {
  const { t } = kit;
  if (one.status === 'proposed') {
    return (
      <>
        <Step label={t('improve.agree')} kit={kit}>
          {(done) => <DecideForm one={one} to="agreed" kit={kit} onDone={done} />}
        </Step>
        <Step label={t('improve.decline')} kit={kit} isQuiet>
          {(done) => <DecideForm one={one} to="declined" kit={kit} onDone={done} />}
        </Step>
      </>
    );
  }
  if (one.status === 'agreed') {
    return (
      <Step label={t('improve.build')} kit={kit}>
        {(done) => <BuiltForm one={one} kit={kit} onDone={done} />}
      </Step>
    );
  }
  if (one.status !== 'built') return null;
  return (
    <Step label={t('improve.check')} kit={kit}>
      {(done) => <CheckForm one={one} kit={kit} onDone={done} />}
    </Step>
  );
}

function Step(props: {
  label: string;
  kit: Kit;
  isQuiet?: boolean;
  children: (done: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={props.label}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant={props.isQuiet === true ? 'quiet' : 'plain'}>{props.label}</Button>}
    >
      {props.children(() => setOpen(false))}
    </Popover>
  );
}

type FormProps = Props & { onDone: () => void };

/** A form of one step: it sends itself and closes, or says why not. */
function Frame({
  make,
  word,
  onDone,
  children,
}: {
  /** Null while something needed is missing. */
  make: () => Advance | null;
  word: string;
  onDone: () => void;
  children: ReactNode;
}) {
  const advance = useCommand('improvements/advance');
  async function submit(event: FormEvent) {
    event.preventDefault();
    const input = make();
    if (input === null) return;
    try {
      await advance.run(input);
      onDone();
    } catch {
      // The refusal stands above the button.
    }
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {children}
      <ErrorNote failure={advance.failure} />
      <div>
        <Button type="submit" variant="primary" disabled={advance.isRunning}>
          {word}
        </Button>
      </div>
    </form>
  );
}

function DecideForm({ one, to, kit, onDone }: FormProps & { to: 'agreed' | 'declined' }) {
  const { t, today } = kit;
  const [on, setOn] = useState(today);
  const [by, setBy] = useState('');
  const [evidence, setEvidence] = useState('');
  const [sent, setSent] = useState(false);
  return (
    <Frame
      word={t(to === 'agreed' ? 'improve.agree' : 'improve.decline')}
      onDone={onDone}
      make={() => {
        setSent(true);
        if (by.trim() === '') return null;
        return {
          to,
          id: one.id,
          revision: one.revision,
          on,
          by: by.trim(),
          evidence: evidence.trim(),
        };
      }}
    >
      <TextInput
        label={t('improve.who')}
        value={by}
        autoFocus
        onChange={setBy}
        problem={sent && by.trim() === '' ? t('improve.whoNeeded') : null}
      />
      <TextInput label={t('improve.evidence')} value={evidence} onChange={setEvidence} />
      <DateField
        label={t('improve.on')}
        value={on}
        onCommit={(day) => day !== null && setOn(day)}
      />
    </Frame>
  );
}

function BuiltForm({ one, kit, onDone }: FormProps) {
  const { t, today } = kit;
  const [on, setOn] = useState(today);
  return (
    <Frame
      word={t('improve.build')}
      onDone={onDone}
      make={() => ({ to: 'built', id: one.id, revision: one.revision, on })}
    >
      <DateField
        label={t('improve.on')}
        value={on}
        onCommit={(day) => day !== null && setOn(day)}
      />
    </Frame>
  );
}

function CheckForm({ one, kit, onDone }: FormProps) {
  const { t, format, today } = kit;
  const [on, setOn] = useState(today);
  const [measured, setMeasured] = useState('');
  const [conclusion, setConclusion] = useState('');
  const [sent, setSent] = useState(false);
  const value = parseDecimal(format.lang, measured);
  return (
    <Frame
      word={t('improve.check')}
      onDone={onDone}
      make={() => {
        setSent(true);
        if (value === null) return null;
        return {
          to: 'checked',
          id: one.id,
          revision: one.revision,
          on,
          measuredValue: value,
          conclusion: conclusion.trim(),
        };
      }}
    >
      <TextInput
        label={one.measure === '' ? t('improve.measuredNow') : one.measure}
        suffix={one.measureUnit}
        value={measured}
        autoFocus
        onChange={setMeasured}
        problem={sent && value === null ? t('improve.numberNeeded', { given: measured }) : null}
      />
      <TextInput label={t('improve.conclusion')} value={conclusion} onChange={setConclusion} />
      <DateField
        label={t('improve.on')}
        value={on}
        onCommit={(day) => day !== null && setOn(day)}
      />
    </Frame>
  );
}
