/** `Database.DMLOptions`. E-mail is not part of the local org: its settings are kept, not obeyed. */
import type { AssignmentOptions, DmlOptions, DuplicateRuleOptions } from '../../data/api';
import { platformType } from '../registry';
import type { PropertyImplementation } from '../registry';

class Header {}
class AssignmentRuleHeader extends Header {
  assignmentRuleId: string | null = null;
  useDefaultRule: boolean | null = null;

  toOptions(): AssignmentOptions | undefined {
    if (this.assignmentRuleId !== null) return { ruleId: this.assignmentRuleId };
    return this.useDefaultRule === null ? undefined : { useActiveRule: this.useDefaultRule };
  }
}
class DuplicateRuleHeader extends Header {
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;

  /** False of `runAsCurrentUser` leaves it to the sharing of the class (SOAP API Guide, DuplicateRuleHeader). */
  toOptions(): DuplicateRuleOptions {
    return {
      allowSave: this.allowSave === true,
      ...(this.runAsCurrentUser === true ? { runAsCurrentUser: true } : {})
    };
  }
}
class EmailHeader extends Header {
  triggerAutoResponseEmail: boolean | null = null;
  triggerOtherEmail: boolean | null = null;
  triggerUserEmail: boolean | null = null;
}

export class DmlOptionsValue {
  allowFieldTruncation: boolean | null = null;
  optAllOrNone: boolean | null = null;
  localeOptions: string | null = null;
  assignmentRuleHeader = new AssignmentRuleHeader();
  duplicateRuleHeader = new DuplicateRuleHeader();
  emailHeader = new EmailHeader();

  static from(options: DmlOptions | null): DmlOptionsValue | null {
    if (!options) return null;
    const value = new DmlOptionsValue();
    value.allowFieldTruncation = options.allowFieldTruncation ?? null;
    value.duplicateRuleHeader.allowSave = options.duplicateRules?.allowSave ?? null;
    value.duplicateRuleHeader.runAsCurrentUser = options.duplicateRules?.runAsCurrentUser ?? null;
    value.assignmentRuleHeader.useDefaultRule = options.assignment?.useActiveRule ?? null;
    value.assignmentRuleHeader.assignmentRuleId = options.assignment?.ruleId ?? null;
    return value;
  }

  toDmlOptions(): DmlOptions {
    const assignment = this.assignmentRuleHeader.toOptions();
    return {
      allowFieldTruncation: this.allowFieldTruncation === true,
      duplicateRules: this.duplicateRuleHeader.toOptions(),
      ...(assignment ? { assignment } : {})
    };
  }
}

/** Properties that read and write JavaScript fields of the same name in camel case. */
function fieldProperties(instance: object): Record<string, PropertyImplementation> {
  return Object.fromEntries(
    Object.keys(instance).map((name) => [
      name,
      {
        get: (self: Record<string, unknown>) => self[name],
        set: (self: Record<string, unknown>, value: unknown) => {
          self[name] = value;
        }
      }
    ])
  );
}

function fieldType(name: string, jsClass: new () => object): void {
  platformType({
    name,
    jsClass,
    constructors: { '/0': () => new jsClass() },
    properties: fieldProperties(new jsClass())
  });
}

fieldType('Database.DMLOptions', DmlOptionsValue);
fieldType('Database.DMLOptions.AssignmentRuleHeader', AssignmentRuleHeader);
fieldType('Database.DMLOptions.DuplicateRuleHeader', DuplicateRuleHeader);
fieldType('Database.DMLOptions.EmailHeader', EmailHeader);
