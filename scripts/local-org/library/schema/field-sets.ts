/** `Schema.FieldSet` and its members. */
import type { FieldSchema, FieldSetSchema, ObjectSchema } from '../../schema/model';
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { ApexList } from '../system/List';
import { accessors } from './accessors';
import { displayType } from './enums';
import { currentSchema } from './running-user';
import { fieldToken, objectToken } from './tokens';

export class FieldSetDescribe {
  readonly object: ObjectSchema;
  readonly fieldSet: FieldSetSchema;

  constructor(object: ObjectSchema, fieldSet: FieldSetSchema) {
    this.object = object;
    this.fieldSet = fieldSet;
  }

  get members(): FieldSetMember[] {
    return this.fieldSet.fields.map((path) => new FieldSetMember(this, path));
  }
}

/** One field of a set; its path may lead to a parent record (`Owner.Name`). */
export class FieldSetMember {
  readonly path: string;
  readonly isRequired: boolean;
  readonly objectName: string;
  readonly field: FieldSchema;

  constructor({ object, fieldSet }: FieldSetDescribe, path: string) {
    const schema = currentSchema();
    const steps = path.split('.');
    const fieldName = steps.pop() ?? '';
    const objectName = steps.reduce(
      (from, step) => schema.findParentField(from, step)?.referenceTo[0] ?? from,
      object.name
    );
    const field = schema.findField(objectName, fieldName);
    if (!field)
      throw newException(
        'System.SObjectException',
        `Invalid field ${path} in the field set ${fieldSet.name} of ${object.name}`
      );
    this.path = path;
    this.isRequired = fieldSet.requiredFields.includes(path);
    this.objectName = objectName;
    this.field = field;
  }
}

platformType({
  name: 'Schema.FieldSet',
  jsClass: FieldSetDescribe,
  ...accessors<FieldSetDescribe>({
    getDescription: ({ fieldSet }) => fieldSet.description,
    getFields: (self) => new ApexList('Schema.FieldSetMember', self.members),
    getLabel: ({ fieldSet }) => fieldSet.label,
    getName: ({ fieldSet }) => fieldSet.name,
    getNameSpace: () => null,
    getSObjectType: ({ object }) => objectToken(object.name)
  })
});

platformType({
  name: 'Schema.FieldSetMember',
  jsClass: FieldSetMember,
  ...accessors<FieldSetMember>({
    getDbRequired: ({ field }) => !field.isNillable && field.type !== 'boolean',
    getFieldPath: ({ path }) => path,
    getLabel: ({ field }) => field.label,
    getRequired: ({ isRequired }) => isRequired,
    getType: ({ field }) => displayType(field.type),
    getSObjectField: ({ objectName, field }) => fieldToken(objectName, field.name)
  })
});
