import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = {
  /** Address of the list; it is open at `<address>/new`, where the palette leads. */
  list: string;
  button: string;
  title: string;
  children: ReactNode;
};

/** The button beside a list that adds to it, and the dialog it opens. */
export function NewDialog({ list, button, title, children }: Props) {
  const [path, navigate] = useLocation();
  const address = `${list}/new`;
  const [isOpen, setOpen] = useState(path === address);
  const change = (open: boolean) => {
    setOpen(open);
    if (!open && path === address) navigate(list, { replace: true });
  };
  return (
    <>
      <Button variant="primary" icon="plus" onClick={() => change(true)}>
        {button}
      </Button>
      <Dialog open={isOpen} onOpenChange={change} title={title}>
        {children}
      </Dialog>
    </>
  );
}
