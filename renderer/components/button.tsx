import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon, type IconName } from './icon';

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: IconName;
  /** The key that does the same, shown beside the word. */
  keys?: string | undefined;
  /** Only the icon; then `aria-label` is required. */
  iconOnly?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

const CLASS = { plain: '', primary: 'pri', quiet: 'quiet', danger: 'danger' } as const;

/** A button says its outcome: «Записать 12 строк», not «ОК». */
export function Button({
  variant = 'plain',
  icon,
  keys,
  iconOnly = false,
  className,
  children,
  type = 'button',
  ref,
  ...rest
}: Props) {
  const classes = ['btn', CLASS[variant], iconOnly ? 'icon' : '', className ?? '']
    .filter(Boolean)
    .join(' ');
  return (
    <button {...rest} ref={ref} type={type} className={classes}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {keys === undefined ? null : <kbd>{keys}</kbd>}
    </button>
  );
}
