import { useRef, useState } from 'react';
import type { ViewSettings } from '../../../../shared/contract/tasks-practice.contract';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { TextInput } from '../../../components/field';
import { Icon } from '../../../components/icon';
import { Popover } from '../../../components/popover';
import { call, failureOf, useCommand, useRead } from '../../../lib/api';
import { useToast } from '../../../lib/toast';
import type { Kit } from '../kit';
import { same } from './address';
import styles from './filter-bar.module.css';
import type { WorkView } from './use-work-view';
import { readSharedView, type SharedView } from './view-file';

type Props = { view: WorkView; kit: Kit };

/** Views under a name: opened, kept, dropped, handed on as a file and taken from one. */
export function SavedViews({ view, kit }: Props) {
  const { t } = kit;
  const { data } = useRead('views/list', {});
  const keep = useCommand('views/keep');
  const drop = useCommand('views/drop');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const views = (data?.views ?? []).filter(({ kind }) => kind === view.kind);
  const here = views.find(({ id }) => id === view.viewId);
  const isChanged = here !== undefined && !same(here.settings, view.settings);

  async function keepAs(id: string | null, title: string, settings: ViewSettings) {
    try {
      const kept = await keep.run({ id, name: title, kind: view.kind, settings });
      view.show(settings, kept.id);
      setName('');
      setOpen(false);
    } catch {
      // The refusal stands above the field.
    }
  }

  async function share() {
    if (here === undefined) return;
    try {
      await call('views/export', { id: here.id });
    } catch (error) {
      toast({ text: failureOf(error)?.message ?? '' });
    }
  }

  async function take(given: File | undefined) {
    if (given === undefined) return;
    const shared: SharedView | null = readSharedView(await given.text());
    if (shared === null || shared.kind !== view.kind) {
      toast({
        text: t(shared === null ? 'views.notAView' : 'views.otherKind', { file: given.name }),
      });
      return;
    }
    await keepAs(null, shared.name, shared.settings);
  }

  return (
    <Popover
      label={t('views.label')}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet">
          <span className="cut">{here === undefined ? t('views.label') : here.name}</span>
          {isChanged ? <span className="t3">{t('views.changed')}</span> : null}
          <Icon name="down" size={14} />
        </Button>
      }
    >
      <div className={styles.views}>
        {views.length === 0 ? <p className="cap">{t('views.none')}</p> : null}
        {views.map((one) => (
          <div key={one.id} className={styles.viewRow}>
            <button
              type="button"
              className="cut"
              aria-current={one.id === view.viewId ? 'true' : undefined}
              onClick={() => {
                view.show(one.settings, one.id);
                setOpen(false);
              }}
            >
              {one.name}
            </button>
            <Button
              variant="quiet"
              icon="close"
              iconOnly
              aria-label={t('views.drop', { name: one.name })}
              onClick={() => drop.send({ id: one.id })}
            />
          </div>
        ))}
        <ErrorNote failure={keep.failure} />
        <form
          className={styles.keep}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') void keepAs(null, name.trim(), view.settings);
          }}
        >
          <TextInput label={t('views.name')} value={name} onChange={setName} maxLength={120} />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('views.keep')}
          </Button>
        </form>
        <div className={styles.share}>
          {here === undefined ? null : (
            <>
              {isChanged ? (
                <Button
                  variant="quiet"
                  onClick={() => void keepAs(here.id, here.name, view.settings)}
                >
                  {t('views.update', { name: here.name })}
                </Button>
              ) : null}
              <Button variant="quiet" onClick={() => void share()}>
                {t('views.share')}
              </Button>
            </>
          )}
          <Button variant="quiet" onClick={() => file.current?.click()}>
            {t('views.take')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".json,application/json"
            className="unseen"
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      </div>
    </Popover>
  );
}
