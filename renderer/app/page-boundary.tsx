import { Component, type ReactNode } from 'react';
import { Button } from '../components/button';
import { EmptyState } from '../components/empty-state';
import { useTranslation } from '../lib/translation';

type Props = { children: ReactNode };
type State = { failed: boolean };

/** Keeps the fault of one screen from taking the window with it. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Failed onAgain={() => this.setState({ failed: false })} />;
  }
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('common');
  return (
    <EmptyState title={t('state.failedTitle')} text={t('state.failedText')}>
      <Button onClick={onAgain}>{t('state.again')}</Button>
    </EmptyState>
  );
}
