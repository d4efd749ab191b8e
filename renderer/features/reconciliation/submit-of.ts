import type { FormEvent } from 'react';

/** Sends a form unless one of its fields holds something wrong; that field gets the focus. */
export function submitOf(submit: () => Promise<void>) {
  return (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong === null) void submit();
    else wrong.focus();
  };
}
