import { LightningElement, api } from 'lwc';
import CHANGED from '@salesforce/label/c.Thoughtly_Step_Changed';
import NEW_VALUE from '@salesforce/label/c.Thoughtly_Step_Set';
import NO_STEPS from '@salesforce/label/c.Thoughtly_Step_None';
import type { SyncStep } from 'c/thoughtlyCalls';
import { formatDateTime, formatDay, formatLabel } from 'c/thoughtlyFormat';

interface StepItem {
  readonly key: number;
  readonly message: string | null;
  readonly remedy: string | null;
  readonly iconName: string;
  readonly iconVariant: string | undefined;
  readonly recordName: string | null;
  readonly recordUrl: string | undefined;
  readonly changes: readonly { key: number; text: string }[];
}

type Change = SyncStep['changes'][number];

const ICON_BY_OUTCOME: Readonly<Record<string, readonly [name: string, variant: string]>> = {
  done: ['utility:success', 'success'],
  warning: ['utility:warning', 'warning'],
  failed: ['utility:error', 'error']
};

/** What the sync did with one conversation. */
export default class ThoughtlySyncSteps extends LightningElement {
  @api steps: readonly SyncStep[] = [];

  readonly labels = { NO_STEPS };

  get items(): StepItem[] {
    return this.steps.map((step, index) => {
      const [iconName, iconVariant] = ICON_BY_OUTCOME[step.outcome ?? ''] ?? ['utility:info', undefined];
      return {
        key: index,
        message: step.message,
        remedy: step.remedy,
        iconName,
        iconVariant,
        recordName: step.recordName,
        recordUrl: step.recordId ? `/lightning/r/${step.objectName}/${step.recordId}/view` : undefined,
        changes: step.changes.map((change, place) => {
          const label = change.label ?? '';
          const oldValue = shown(change, change.oldValue);
          const newValue = shown(change, change.newValue) || '–';
          const text = oldValue
            ? formatLabel(CHANGED, label, oldValue, newValue)
            : formatLabel(NEW_VALUE, label, newValue);
          return { key: place, text };
        })
      };
    });
  }
}

/** Dates come in ISO form. */
function shown({ type }: Change, value: string | null): string {
  const date = type === 'DATETIME' ? formatDateTime(value) : type === 'DATE' && formatDay(value);
  return date || (value ?? '');
}
