import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { queryClient } from '../lib/api';
import { Toaster } from './toaster';

export function Providers({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <I18nextProvider i18n={i18n}>
          <Router hook={useHashLocation}>
            <Toaster>{children}</Toaster>
          </Router>
        </I18nextProvider>
      </QueryClientProvider>
    </CSPProvider>
  );
}
