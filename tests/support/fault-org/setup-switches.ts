/** What an administrator switches in Setup while an org runs, and how it is set back. */
import type { OrgSchema } from '../../../scripts/local-org/schema/model';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

export class SetupSwitches {
  readonly #schema: OrgSchema;
  #undo: (() => void)[] = [];

  constructor(schema: OrgSchema) {
    this.#schema = schema;
  }

  /** @param path object and field, `Lead.Call_Disposition__c` */
  setPicklistValue(path: string, value: string, isActive: boolean): void {
    const [objectName = '', fieldName = ''] = path.split('.');
    const field = this.#schema.findObject(objectName)?.fields.get(fieldName.toLowerCase());
    this.#set(
      field?.picklistValues.find((entry) => entry.value === value),
      isActive,
      `${path} has no value ${value}`
    );
  }

  /** @param path object and name, `Lead.Same_Name` */
  setDuplicateRule(path: string, isActive: boolean): void {
    const found = this.#schema.duplicateRules.find((rule) => `${rule.objectName}.${rule.name}` === path);
    this.#set(found, isActive, `There is no duplicate rule ${path}`);
  }

  /** Undoes everything. */
  setBack(): void {
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
  }

  #set(found: { readonly isActive: boolean } | undefined, isActive: boolean, complaint: string): void {
    if (!found) throw new Error(complaint);
    const target: Writable<typeof found> = found;
    const before = target.isActive;
    this.#undo.push(() => {
      target.isActive = before;
    });
    target.isActive = isActive;
  }
}
