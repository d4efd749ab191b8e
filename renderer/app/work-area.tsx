import { type OtherViews, WorkPage } from '../features/work/work-page';
import { lazyScreen } from '../lib/lazy-screen';

// The views that draw time come when they are first looked at.
const TimelineView = lazyScreen(
  async () => (await import('../features/work-plan/timeline-view')).TimelineView,
);
const CalendarView = lazyScreen(
  async () => (await import('../features/work-plan/calendar-view')).CalendarView,
);
const WorkloadView = lazyScreen(
  async () => (await import('../features/work-plan/workload-view')).WorkloadView,
);

const VIEWS: OtherViews = {
  timeline: TimelineView,
  calendar: CalendarView,
  workload: WorkloadView,
};

/** Tasks and the views of their time: two features that know nothing of each other. */
export function WorkArea() {
  return <WorkPage views={VIEWS} />;
}
