import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useToast } from '../../lib/toast';

/** Saves the refused rows beside what is written, to be put right and imported again. */
export function SaveRefused({ save }: { readonly save: () => Promise<string | null> }) {
  const { t } = useTranslation('import');
  const toast = useToast();
  return (
    <Button
      onClick={() => {
        void save().then((path) => {
          if (path !== null) toast({ text: t('done.saved', { path }) });
        });
      }}
    >
      {t('action.saveRefused')}
    </Button>
  );
}
