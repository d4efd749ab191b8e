import { Menu } from '@base-ui/react/menu';
import floating from '../../components/floating.module.css';

export type MoveTarget = { key: string; label: string };

type Props = {
  /** What is moved and where the menu opens; null while it is closed. */
  menu: { ids: readonly string[]; at: DOMRect } | null;
  targets: readonly MoveTarget[];
  label: string;
  onChoose: (key: string) => void;
  onClose: () => void;
};

/** «Переместить в…»: the way of a card without dragging it. */
export function MoveMenu({ menu, targets, label, onChoose, onClose }: Props) {
  return (
    <Menu.Root open={menu !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Menu.Portal>
        <Menu.Positioner
          className={floating.positioner ?? ''}
          align="start"
          sideOffset={4}
          anchor={menu === null ? null : { getBoundingClientRect: () => menu.at }}
        >
          <Menu.Popup className={`${floating.popup} ${floating.menu}`} aria-label={label}>
            <p className="cap" style={{ padding: '4px 8px' }}>
              {label}
            </p>
            {targets.map((target) => (
              <Menu.Item
                key={target.key}
                className={floating.item ?? ''}
                onClick={() => onChoose(target.key)}
              >
                {target.label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
