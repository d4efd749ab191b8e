import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { laterWords } from './words';

/** A component that is loaded when it is first shown, with the words it needs. */
export function lazyScreen<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), laterWords()]);
    return { default: component };
  });
}
