import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainScope, Explanation } from '../../../shared/contract/portfolio.contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { Figure } from '../../components/figure';
import { LoadingShape } from '../../components/loading-shape';
import { call, failureOf, useRead } from '../../lib/api';
import type { ExplainRequest } from '../../lib/explain';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import { useToast } from '../../lib/toast';
import { useToday } from '../../lib/workspace';
import styles from './explain.module.css';
import { ExplainFormula } from './explain-formula';
import { ExplainRows } from './explain-rows';
import { useScopeName } from './scope-name';

interface Props {
  readonly request: ExplainRequest;
  readonly anchor: HTMLElement | SVGElement;
  readonly onClose: () => void;
}

/**
 * «Where this number is from»: the figure, its formula with inputs that open further, the rows that
 * add up to it, and the way out to a spreadsheet. Esc closes it; the host gives the focus back.
 */
export function ExplainPanel({ request, anchor, onClose }: Props) {
  const { t } = useTranslation('client');
  // Inputs open inside the same sheet; the trail leads back.
  const [trail, setTrail] = useState<readonly ExplainRequest[]>([]);
  const current = trail.at(-1) ?? request;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner ?? ''}
          anchor={anchor}
          side="bottom"
          align="center"
          sideOffset={6}
          collisionPadding={12}
        >
          <Popover.Popup
            className={styles.sheet ?? ''}
            aria-label={t('why.label')}
            finalFocus={false}
            data-explanation={current.figureId}
          >
            <Sheet
              key={JSON.stringify(current)}
              request={current}
              onOpen={(next) => setTrail([...trail, next])}
              onBack={trail.length === 0 ? null : () => setTrail(trail.slice(0, -1))}
              onClose={onClose}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Sheet({
  request,
  onOpen,
  onBack,
  onClose,
}: {
  readonly request: ExplainRequest;
  readonly onOpen: (request: ExplainRequest) => void;
  readonly onBack: (() => void) | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('client');
  const { data, error } = useRead('figures/explain', request);
  return (
    <>
      <header className={styles.head}>
        {onBack === null ? null : (
          <Button
            variant="quiet"
            icon="back"
            iconOnly
            aria-label={t('why.back')}
            title={t('why.back')}
            onClick={onBack}
          />
        )}
        <Title request={request} />
        <span className="grow" />
        <Button
          variant="quiet"
          icon="close"
          iconOnly
          aria-label={t('why.close')}
          title={`${t('why.close')} (Esc)`}
          onClick={onClose}
        />
      </header>
      {data === undefined ? (
        <div className={styles.body}>
          <ErrorNote failure={failureOf(error)} />
          {error === null && <LoadingShape rows={4} />}
        </div>
      ) : (
        <Body explanation={data} request={request} onOpen={onOpen} onClose={onClose} />
      )}
    </>
  );
}

function Title({ request }: { readonly request: ExplainRequest }) {
  const { t } = useTranslation('client');
  const scope = useScopeName(request.scope);
  return (
    <span className="cap">
      {t('why.title', { figure: t(`figures.${request.figureId}`), scope })}
    </span>
  );
}

function Body({
  explanation,
  request,
  onOpen,
  onClose,
}: {
  readonly explanation: Explanation;
  readonly request: ExplainRequest;
  readonly onOpen: (request: ExplainRequest) => void;
  readonly onClose: () => void;
}) {
  const phrase = usePhrase();
  const { figure, unit, currency, notes } = explanation;
  return (
    <>
      <div className={styles.body}>
        <p className={styles.figure}>
          <Figure figure={figure} unit={unit} currency={currency} withUnit tone="signed" bold />
        </p>
        <ExplainFormula
          explanation={explanation}
          onOpen={(figureId) => onOpen({ figureId, scope: request.scope })}
        />
        {notes.map((note) => (
          <p key={`${note.key}${JSON.stringify(note.params)}`} className={`cap ${styles.note}`}>
            {phrase(note)}
          </p>
        ))}
      </div>
      {explanation.rows.length > 0 && <ExplainRows explanation={explanation} onClose={onClose} />}
      <Foot request={request} scope={request.scope} />
    </>
  );
}

function Foot({
  request,
  scope,
}: {
  readonly request: ExplainRequest;
  readonly scope: ExplainScope;
}) {
  const { t } = useTranslation('client');
  const format = useFormat();
  const today = useToday();
  const toast = useToast();
  const [failure, setFailure] = useState<ReturnType<typeof failureOf>>(null);
  const [isWriting, setWriting] = useState(false);

  async function exportRows() {
    setWriting(true);
    setFailure(null);
    try {
      const { path } = await call('figures/export-explanation', {
        figureId: request.figureId,
        scope,
      });
      if (path !== null) toast({ text: t('why.exported', { path }) });
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setWriting(false);
    }
  }

  return (
    <footer className={styles.foot}>
      <ErrorNote failure={failure} />
      <div className="row">
        <Button onClick={exportRows} disabled={isWriting}>
          {t('why.export')}
        </Button>
        <span className="grow" />
        <span className="cap nw">{t('why.asOf', { on: format.date(today) })}</span>
      </div>
    </footer>
  );
}
