import { Link, useLocation } from 'wouter';

export type TabItem = { href: string; label: string; count?: number | string | undefined };

/** Tabs that are places: each has its address, so Back and the palette reach it. */
export function Tabs({ items, label }: { items: readonly TabItem[]; label: string }) {
  const [path] = useLocation();
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => {
        const here = path === item.href;
        return (
          <Link
            key={item.href}
            href={item.href}
            className={here ? 'on' : ''}
            aria-current={here ? 'page' : undefined}
          >
            {item.label}
            {item.count === undefined ? null : <i>{item.count}</i>}
          </Link>
        );
      })}
    </nav>
  );
}
