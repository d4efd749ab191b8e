import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../../components/button';
import { ErrorNote } from '../../../components/error-note';
import { useCommand } from '../../../lib/api';

type Props = { readonly clientId: string; readonly month: string };

/** One click: hours beyond the retainer become an estimate and an addendum. */
export function OfferOverservice({ clientId, month }: Props) {
  const { t } = useTranslation('proposals');
  const [, navigate] = useLocation();
  const offer = useCommand('overservice/offer');

  async function make() {
    try {
      const { id } = await offer.run({ clientId, month });
      navigate(`/proposals/${id}`);
    } catch {
      // The refusal stands below.
    }
  }

  return (
    <>
      <Button disabled={offer.isRunning} onClick={() => void make()}>
        {t('overservice.button')}
      </Button>
      <ErrorNote failure={offer.failure} />
    </>
  );
}
