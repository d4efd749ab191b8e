import type { ReactNode } from 'react';

/**
 * A form whose fields judge themselves. It is not sent while one of them holds something wrong: the
 * field gets the focus and its message says why.
 */
export function Form({
  className,
  label,
  onSubmit,
  children,
}: {
  readonly className: string | undefined;
  readonly label?: string;
  readonly onSubmit: () => void | Promise<void>;
  readonly children: ReactNode;
}) {
  return (
    <form
      className={className}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]');
        if (wrong === null) void onSubmit();
        else wrong.focus();
      }}
    >
      {children}
    </form>
  );
}
