import { LightningElement, api } from 'lwc';
import { pageContext } from 'shell/pageData';
import type { Activity } from 'shell/pageData';

interface ActivityItem extends Activity {
  readonly iconName: string;
  readonly meta: string;
}

/** Likeness of the activity timeline: tasks of the record, newest first. */
export default class ActivityPanel extends LightningElement {
  @api activities: readonly Activity[] = [];

  readonly timeZone = pageContext.timeZone;

  get items(): ActivityItem[] {
    return this.activities.map((activity) => ({
      ...activity,
      iconName: activity.isCall ? 'standard:log_a_call' : 'standard:task',
      meta: [activity.status, activity.ownerName].filter(Boolean).join(' · ')
    }));
  }

  get isEmpty(): boolean {
    return this.activities.length === 0;
  }
}
