import type { SampleClient, SampleContext } from './sample-context';

export function addBriefs(_context: SampleContext, _clients: readonly SampleClient[]): void {}
