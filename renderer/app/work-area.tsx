import { lazy } from 'react';
import { type OtherViews, WorkPage } from '../features/work/work-page';

// The views that draw time come when they are first looked at.
const TimelineView = lazy(async () => ({
  default: (await import('../features/work-plan/timeline-view')).TimelineView,
}));
const CalendarView = lazy(async () => ({
  default: (await import('../features/work-plan/calendar-view')).CalendarView,
}));
const WorkloadView = lazy(async () => ({
  default: (await import('../features/work-plan/workload-view')).WorkloadView,
}));

const VIEWS: OtherViews = {
  timeline: TimelineView,
  calendar: CalendarView,
  workload: WorkloadView,
};

/** Tasks and the views of their time: two features that know nothing of each other. */
export function WorkArea() {
  return <WorkPage views={VIEWS} />;
}
