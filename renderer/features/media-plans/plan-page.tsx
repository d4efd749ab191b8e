import { useState } from 'react';
import { useParams } from 'wouter';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf, useRead } from '../../lib/api';
import { PlanEditor } from './plan-editor';

export type ShownUnit = 'month' | 'week' | 'day' | null;

/** One version of a media plan. */
export function PlanPage() {
  const { id = '' } = useParams<{ id: string }>();
  const [unit, setUnit] = useState<ShownUnit>(null);
  const { data, error } = useRead('media-plans/show', { id, unit }, { keepPrevious: true });
  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  return <PlanEditor key={data.id} plan={data} unit={unit} onUnit={setUnit} />;
}
