import { LightningElement, api } from 'lwc';
import CHANGED from '@salesforce/label/c.Thoughtly_Step_Changed';
import NEW_VALUE from '@salesforce/label/c.Thoughtly_Step_Set';
import NO_STEPS from '@salesforce/label/c.Thoughtly_Step_None';
import LOCALE from '@salesforce/i18n/locale';
import type { SyncStep } from 'c/thoughtlyCalls';
import { formatDateTime, formatLabel } from 'c/thoughtlyFormat';

interface StepItem {
  readonly key: string;
  readonly message: string;
  readonly remedy: string | null;
  readonly iconName: string;
  readonly iconVariant: string | undefined;
  readonly recordName: string | null;
  readonly recordUrl: string | undefined;
  readonly changes: readonly { key: string; text: string }[];
}

type TypedChange = SyncStep['changes'][number] & { readonly type?: string | null };

const ICON_BY_OUTCOME: Readonly<Record<string, readonly [name: string, variant: string]>> = {
  done: ['utility:success', 'success'],
  warning: ['utility:warning', 'warning'],
  failed: ['utility:error', 'error']
};

/** What the sync did with one conversation. */
export default class ThoughtlySyncSteps extends LightningElement {
  @api steps: readonly SyncStep[] = [];

  readonly labels = { NO_STEPS };

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get items(): StepItem[] {
    return this.steps.map((step, index) => {
      const [iconName, iconVariant] = ICON_BY_OUTCOME[step.outcome] ?? ['utility:info', undefined];
      return {
        key: `step-${index}`,
        message: step.message,
        remedy: step.remedy,
        iconName,
        iconVariant,
        recordName: step.recordName,
        recordUrl: step.recordId ? `/lightning/r/${step.objectName}/${step.recordId}/view` : undefined,
        changes: step.changes.map((change: TypedChange, place) => {
          const { label } = change;
          const oldValue = shown(change, change.oldValue);
          const newValue = shown(change, change.newValue) || '–';
          const text = oldValue
            ? formatLabel(CHANGED, label, oldValue, newValue)
            : formatLabel(NEW_VALUE, label, newValue);
          return { key: `change-${place}`, text };
        })
      };
    });
  }
}

/** Dates come in ISO form; one without a time belongs to no time zone. */
function shown({ type }: TypedChange, value: string | null): string {
  if (type === 'DATETIME') return formatDateTime(value) || (value ?? '');
  const [year, month, day] = (type === 'DATE' && value ? value : '').split('-').map(Number);
  return day ? new Date(year ?? 0, (month ?? 1) - 1, day).toLocaleDateString(LOCALE) : (value ?? '');
}
