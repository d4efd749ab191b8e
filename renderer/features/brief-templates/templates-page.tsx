import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Output } from '../../../shared/contract/contract';
import { Button } from '../../components/button';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import type { MenuItem } from '../../components/menu';
import { RowMenu } from '../../components/row-menu';
import { Tag } from '../../components/tag';
import { failureOf, useCommand, useRead } from '../../lib/api';
import { useFormat } from '../../lib/format';
import { PageStatus, PageTitle } from '../../lib/page-slots';
import { NewTemplate, type TemplateSource } from './new-template';
import styles from './templates.module.css';
import { useShareTemplate } from './use-share-template';

type Templates = Output<'brief-templates/list'>;
type OwnTemplate = Templates['own'][number];

/** The kinds of brief: one's own first, then those that ship, to be copied. */
export function TemplatesPage() {
  const { t } = useTranslation('brief');
  const [, navigate] = useLocation();
  const { data, error } = useRead('brief-templates/list', {});
  const takeIn = useCommand('brief-templates/import', { announce: false });
  const archive = useCommand('brief-templates/archive');
  const share = useShareTemplate();
  const [source, setSource] = useState<TemplateSource | null>(null);

  async function importFile() {
    try {
      const { id } = await takeIn.run({});
      if (id !== null) navigate(`/briefs/templates/${id}`);
    } catch {
      // The refusal stands above the table.
    }
  }

  const itemsOf = (template: OwnTemplate): MenuItem[] => [
    {
      label: t('templates.open'),
      onChoose: () => navigate(`/briefs/templates/${template.id}`),
    },
    {
      label: t('templates.copy'),
      onChoose: () => setSource({ key: template.id, title: template.title }),
    },
    {
      label: t('templates.share'),
      onChoose: () => share.send(template.id),
      ...(template.isReady ? {} : { off: t('templates.unready') }),
    },
    {
      label: t(template.isArchived ? 'templates.putBack' : 'templates.putAway'),
      onChoose: () => archive.send({ id: template.id, isArchived: !template.isArchived }),
      apart: true,
    },
  ];

  return (
    <>
      <PageTitle title={t('templates.title')} />
      <PageStatus>{t('templates.statusBar')}</PageStatus>
      <div className="head">
        <p className="lede grow">{data === undefined ? null : <Lede own={data.own} />}</p>
        <Button disabled={takeIn.isRunning} onClick={() => void importFile()}>
          {t('templates.fromFile')}
        </Button>
        <Button variant="primary" icon="plus" onClick={() => setSource({ key: null, title: '' })}>
          {t('templates.button')}
        </Button>
      </div>
      {source === null ? null : (
        <NewTemplate
          source={source}
          shipped={data?.shipped ?? []}
          onClose={() => setSource(null)}
        />
      )}
      <ErrorNote failure={failureOf(error) ?? takeIn.failure ?? archive.failure ?? share.failure} />
      {data === undefined && error === null ? <LoadingShape rows={8} /> : null}
      {data === undefined ? null : (
        <table className="tb" aria-label={t('templates.title')}>
          <colgroup>
            <col />
            <col style={{ width: '20%' }} />
            <col style={{ width: 120 }} />
            <col style={{ width: 110 }} />
            <col style={{ width: 110 }} />
            <col style={{ width: 64 }} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('templates.column.title')}</th>
              <th>{t('templates.column.state')}</th>
              <th>{t('templates.column.language')}</th>
              <th className="n">{t('templates.column.questions')}</th>
              <th className="n">{t('templates.column.briefs')}</th>
              <th>
                <span className={styles.unseen}>{t('list.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.own.map((template) => (
              <OwnRow key={template.id} template={template} items={itemsOf(template)} />
            ))}
            {data.shipped.map((shape) => (
              <ShippedRow
                key={shape.key}
                shape={shape}
                onCopy={() => setSource({ key: shape.key, title: shape.title })}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Lede({ own }: { own: readonly OwnTemplate[] }) {
  const { t } = useTranslation('brief');
  const active = own.filter(({ isArchived }) => !isArchived);
  const unready = active.filter(({ isReady }) => !isReady).length;
  if (active.length === 0) return t('templates.none');
  return (
    <>
      <b>{t('templates.lede', { count: active.length })}</b>
      {unready === 0 ? '' : `, ${t('templates.unreadyCount', { count: unready })}`}
    </>
  );
}

function OwnRow({ template, items }: { template: OwnTemplate; items: MenuItem[] }) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  return (
    <tr>
      <td>
        <Link
          href={`/briefs/templates/${template.id}`}
          className={template.isArchived ? 't3' : 'm'}
          lang={template.language}
        >
          {template.title}
        </Link>
      </td>
      <td>
        {template.isArchived ? <Tag>{t('templates.archived')}</Tag> : null}
        {!template.isArchived && !template.isReady ? (
          <Tag tone="warn">{t('templates.unready')}</Tag>
        ) : null}
        {!template.isArchived && template.isReady ? (
          <span className="t2">{t('templates.edition', { number: template.edition })}</span>
        ) : null}
      </td>
      <td className="t2">{t(`language.${template.language}`)}</td>
      <td className="n">{format.number(template.questionCount)}</td>
      <td className="n">{format.number(template.briefCount)}</td>
      <td>
        <RowMenu label={t('templates.actionsOf', { title: template.title })} items={items} />
      </td>
    </tr>
  );
}

function ShippedRow({
  shape,
  onCopy,
}: {
  shape: Templates['shipped'][number];
  onCopy: () => void;
}) {
  const { t } = useTranslation('brief');
  const format = useFormat();
  return (
    <tr>
      <td>{shape.title}</td>
      <td className="t3">{t('templates.shipped')}</td>
      <td className="t3">{t('templates.threeLanguages')}</td>
      <td className="n">{format.number(shape.questionCount)}</td>
      <td />
      <td>
        <RowMenu
          label={t('templates.actionsOf', { title: shape.title })}
          items={[{ label: t('templates.copy'), onChoose: onCopy }]}
        />
      </td>
    </tr>
  );
}
