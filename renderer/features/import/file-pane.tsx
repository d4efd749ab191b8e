import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/contract/imports.contract';
import { Button } from '../../components/button';
import { Pane } from '../../components/pane';
import { useFormat } from '../../lib/format';
import { usePhrase } from '../../lib/phrase';
import styles from './import.module.css';
import { type Choices, checkOf } from './import-model';
import type { ImportFlow } from './use-import';

/** What was recognised: the file, its balances against ours, and where its fields go. */
export function FilePane({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const phrase = usePhrase();
  const format = useFormat();
  const { period, accounts, warnings } = preview;
  return (
    <div className={styles.filePane}>
      <div>
        <Pane
          title={t('file.title')}
          actions={
            <Button
              variant="quiet"
              className={styles.link}
              disabled={flow.isBusy}
              onClick={() => void flow.choose()}
            >
              {t('action.other')}
            </Button>
          }
        >
          <dl className={styles.facts}>
            <dt>{t('file.name')}</dt>
            <dd className="m cut" title={preview.fileName}>
              {preview.fileName}
            </dd>
            <dt>{t('file.format')}</dt>
            <dd className="cut">{preview.format}</dd>
            <dt>{t('file.encoding')}</dt>
            <dd>
              {preview.encoding} <span className="t3">{phrase(preview.encodingReason)}</span>
            </dd>
            <dt>{t('file.account', { count: accounts.length })}</dt>
            <dd>
              {accounts.map(({ number, isNew }) => (
                <div key={number}>
                  {grouped(number)}{' '}
                  {isNew ? <span className="t3">{t('file.newAccount')}</span> : null}
                </div>
              ))}
            </dd>
            {period.from === null || period.to === null ? null : (
              <>
                <dt>{t('file.period')}</dt>
                <dd>{format.dateRange(period.from, period.to)}</dd>
              </>
            )}
          </dl>
        </Pane>
        <BalanceTable preview={preview} choices={flow.choices} />
      </div>
      <div>
        {warnings.length === 0 ? null : (
          <Pane title={t('warnings.title')} line="top">
            <ul className={styles.warnings}>
              {warnings.slice(0, 6).map((warning) => (
                <li key={`${warning.key}${warning.params['row']}`}>
                  <span className="warn b">!</span>{' '}
                  {t('warnings.row', { row: warning.params['row'], text: phrase(warning) })}
                </li>
              ))}
            </ul>
          </Pane>
        )}
        <FieldsPane preview={preview} />
      </div>
    </div>
  );
}

/** Account numbers in groups of four, as banks print them. */
function grouped(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1\u00a0');
}

function BalanceTable({ preview, choices }: { preview: ImportPreview; choices: Choices }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { balance, currency, rows } = preview;
  if (balance === null) return null;
  const amount = (minor: number) => format.amount(minor, currency);
  const check = checkOf(preview, choices);
  const difference =
    check.kind === 'except' || check.kind === 'differs' ? check.differenceMinor : 0;
  const countOf = (direction: 'in' | 'out') =>
    rows.filter((row) => row.direction === direction).length;
  return (
    <table className={`tb flat ${styles.balance}`}>
      <tbody>
        <tr>
          <td>{t('balance.opening')}</td>
          <td className="n">{amount(balance.openingMinor)}</td>
        </tr>
        <tr>
          <td>{t('balance.in', { count: countOf('in') })}</td>
          <td className="n">{amount(balance.inMinor)}</td>
        </tr>
        <tr>
          <td>{t('balance.out', { count: countOf('out') })}</td>
          <td className="n">{amount(-balance.outMinor)}</td>
        </tr>
        <tr className="sum">
          <td>{t('balance.computed')}</td>
          <td className="n">{amount(balance.closingMinor + difference)}</td>
        </tr>
        <tr>
          <td>{t('balance.closing')}</td>
          <td className="n">{amount(balance.closingMinor)}</td>
        </tr>
        {difference === 0 ? null : (
          <tr>
            <td className="neg">
              {check.kind === 'except'
                ? t('balance.differenceRow', { row: check.row })
                : t('balance.difference')}
            </td>
            <td className="n neg">{amount(difference)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function FieldsPane({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('import');
  const phrase = usePhrase();
  const carried = preview.fields.filter((field) => field.target !== null).length;
  if (preview.fields.length === 0) return null;
  return (
    <Pane title={t('fields.title')} caption={t('fields.carried', { count: carried })} line="top">
      <table className={`tb flat ${styles.fields}`}>
        <colgroup>
          <col style={{ width: 150 }} />
          <col style={{ width: 104 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('fields.source')}</th>
            <th scope="col">{t('fields.example')}</th>
            <th scope="col">{t('fields.target')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.fields.map(({ source, example, target }) => (
            <tr key={source}>
              <td className="cut m" title={source}>
                {source}
              </td>
              <td className="cut t2" title={example}>
                {example}
              </td>
              <td className={target === null ? 't3' : 'cut'}>
                {target === null ? t('fields.notCarried') : `→ ${phrase(target)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Pane>
  );
}
