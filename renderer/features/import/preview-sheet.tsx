import type { ImportPreview } from '../../../shared/contract/imports.contract';
import { useRead } from '../../lib/api';
import { AfterPane } from './after-pane';
import { FilePane } from './file-pane';
import styles from './import.module.css';
import { RowsPane } from './rows-pane';
import type { ImportFlow } from './use-import';
import { WhyPane } from './why-pane';

export type ClientFace = {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
  readonly hue: number;
};

/** The file at the left; its rows, the reasons for one of them and the effect of all at the right. */
export function PreviewSheet({ flow, preview }: { flow: ImportFlow; preview: ImportPreview }) {
  const { data } = useRead('clients/list', { archived: false });
  const clients: readonly ClientFace[] = data?.clients ?? [];
  return (
    <div className={styles.sheet}>
      <FilePane flow={flow} preview={preview} />
      <div className={styles.right}>
        <RowsPane flow={flow} preview={preview} clients={clients} />
        <div className={styles.low}>
          <WhyPane flow={flow} preview={preview} clients={clients} />
          <AfterPane flow={flow} preview={preview} />
        </div>
      </div>
    </div>
  );
}
