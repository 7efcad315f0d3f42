/** What a deployment refuses of single fields: types where they may not stand, and facts that contradict one another. */
import type { ObjectKind } from '../model';
import { kindOf, partsOf, type ObjectPart, type ObjectSource } from './object';
import type { Problems } from './problems';

/** Types that fields may have, for kinds of objects that do not take all. */
const TYPES_OF_KIND: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  metadata: [
    'MetadataRelationship',
    'Checkbox',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Picklist',
    'Text',
    'TextArea',
    'LongTextArea',
    'Url'
  ],
  event: ['Checkbox', 'Date', 'DateTime', 'Number', 'Text', 'LongTextArea'],
  hierarchySetting: [
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Text',
    'TextArea',
    'Url'
  ],
  listSetting: [
    'Checkbox',
    'Currency',
    'Date',
    'DateTime',
    'Email',
    'Number',
    'Percent',
    'Phone',
    'Text',
    'TextArea',
    'Url'
  ],
  big: ['DateTime', 'Email', 'LongTextArea', 'Lookup', 'Number', 'Phone', 'Text', 'Url']
};
/** Activities take no long text (PLATFORM 1.3) and are nobody's details. */
const NOT_ON_ACTIVITIES = ['LongTextArea', 'Html', 'MasterDetail', 'Summary'];
/** Nothing looks up to tasks and events (PLATFORM 1.7). */
const NO_TARGETS = ['Task', 'Event', 'Activity'];

const MAXIMUM_TEXT = 255;
const LONG_TEXT = { minimum: 256, maximum: 131_072 };
const MAXIMUM_DIGITS = 18;

export function checkFields(sources: Iterable<ObjectSource>, problems: Problems): void {
  for (const source of sources) {
    const kind = kindOf(source.name, source.object?.root ?? null);
    for (const part of partsOf(source, 'fields', source.fields)) {
      const name = part.root.text('fullName') ?? part.file.name;
      const report = (message: string, near = name) =>
        problems.add(6001, part.file, `${source.name}.${name}: ${message}`, near);
      checkPlace(source.name, kind, part, name, report);
      checkFacts(part, report);
    }
  }
}

type Report = (message: string, near?: string) => void;

function checkPlace(objectName: string, kind: ObjectKind, { root }: ObjectPart, name: string, report: Report): void {
  const type = root.text('type');
  if (type === null) return;
  const allowed = TYPES_OF_KIND[kind];
  if (allowed && !allowed.includes(type))
    report(`fields of this kind of object cannot have the type ${type}. Use one of ${allowed.join(', ')}.`, type);
  if (objectName === 'Activity' && NOT_ON_ACTIVITIES.includes(type)) {
    report(
      `activities take no fields of the type ${type}. Use TextArea (255 characters), or a field of an object that the activity looks up to.`,
      type
    );
  }
  if ((objectName === 'Task' || objectName === 'Event') && name.endsWith('__c')) {
    report('custom fields of tasks and events belong to Activity. Move the file to objects/Activity/fields.');
  }
  if (NO_TARGETS.includes(root.text('referenceTo') ?? ''))
    report('nothing can look up to tasks and events. Keep the id in a text field.', 'referenceTo');
}

function checkFacts({ root }: ObjectPart, report: Report): void {
  const length = root.number('length') ?? 0;
  const isFormula = root.first('formula') !== null;
  switch (root.text('type')) {
    case 'Text':
      if (!isFormula && (length < 1 || length > MAXIMUM_TEXT))
        report(`<length> of a Text is 1 to ${MAXIMUM_TEXT}.`, '<length>');
      break;
    case 'LongTextArea':
    case 'Html':
      if (length < LONG_TEXT.minimum || length > LONG_TEXT.maximum)
        report(`<length> of a long text is ${LONG_TEXT.minimum} to ${LONG_TEXT.maximum}.`, '<length>');
      if (root.number('visibleLines') === null) report('a long text needs <visibleLines>.');
      break;
    case 'Number':
    case 'Currency':
    case 'Percent':
      if (!isFormula && (root.number('precision') ?? 0) > MAXIMUM_DIGITS)
        report(`<precision> is at most ${MAXIMUM_DIGITS}.`, '<precision>');
      break;
    case 'Checkbox':
      if (!isFormula && root.text('defaultValue') === null) report('a Checkbox needs <defaultValue>.');
      break;
    case 'Lookup':
      if (root.flag('required') && !/^(Restrict|Cascade)$/.test(root.text('deleteConstraint') ?? '')) {
        report('a required lookup needs the <deleteConstraint> Restrict or Cascade.');
      }
      break;
  }
}
