import { useState } from 'react';
import { useParams } from 'wouter';
import { ErrorNote } from '../../components/error-note';
import { LoadingShape } from '../../components/loading-shape';
import { failureOf } from '../../lib/api';
import { PlanEditor } from './plan-editor';
import { type ShownUnit, usePlan } from './use-plan';

/** One version of a media plan. */
export function PlanPage() {
  const { id = '' } = useParams<{ id: string }>();
  const [unit, setUnit] = useState<ShownUnit>(null);
  const { data, error } = usePlan(id, unit);
  const failure = failureOf(error);
  if (failure !== null) return <ErrorNote failure={failure} />;
  if (data === undefined) return <LoadingShape rows={10} />;
  return <PlanEditor key={data.id} plan={data} unit={unit} onUnit={setUnit} />;
}
