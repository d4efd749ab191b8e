import { createContext, useContext } from 'react';

export type ToastContent = {
  text: string;
  /** Offers to undo the last change. */
  undo?: boolean;
};

export type ShowToast = (toast: ToastContent) => void;

export const ToastContext = createContext<ShowToast>(() => undefined);

/** Tells what happened for 8 s without taking the focus. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}
