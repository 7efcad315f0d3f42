/** Lengths of texts that a deployment refuses when they are exceeded (Metadata API Developer Guide). */
import type { MetadataFile } from './files';
import type { ObjectPart } from './object';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

/** Characters by element, by kind of file. */
const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  object: { label: 40, pluralLabel: 40, description: 1000 },
  field: { label: 40, inlineHelpText: 510, description: 1000 },
  validationRule: { errorMessage: 255, description: 255 },
  recordType: { label: 80, description: 255 },
  permissionset: { label: 80, description: 255 },
  permissionsetgroup: { label: 80, description: 255 },
  customPermission: { label: 80, description: 255 },
  md: { label: 40 }
};
const LABEL_LIMITS: Readonly<Record<string, number>> = { value: 1000, shortDescription: 80, fullName: 80 };

const MAXIMUM_NAME_LENGTH = 40;
/** Letters, digits and single underscores; a letter first, no underscore last. */
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*$/;

/** Reports texts that are too long and names that no component may have. */
export function checkTexts(parts: readonly ObjectPart[], problems: Problems): void {
  for (const { file, root } of parts) {
    checkLengths(root, LIMITS[file.kind] ?? {}, file, problems);
    if (file.kind === 'labels')
      for (const label of root.all('labels')) checkLengths(label, LABEL_LIMITS, file, problems);
    const name = ownName(file);
    if (name !== null) checkName(name, file, problems);
  }
}

function checkLengths(
  element: XmlElement,
  limits: Readonly<Record<string, number>>,
  file: MetadataFile,
  problems: Problems
): void {
  for (const [name, limit] of Object.entries(limits)) {
    const text = element.text(name);
    if (text !== null && text.length > limit) {
      const what = element.text('fullName') ?? file.name;
      problems.add(
        6001,
        file,
        `<${name}> of ${what} has ${text.length} characters; shorten it to ${limit}.`,
        `<${name}>${text.slice(0, MAXIMUM_NAME_LENGTH)}`
      );
    }
  }
}

/** The part of a name that its author chose; null for kinds whose names follow other rules. */
function ownName(file: MetadataFile): string | null {
  switch (file.kind) {
    case 'object':
      return /__(c|mdt|e|b)$/i.test(file.name) ? file.name.replace(/__\w+?$/, '') : null;
    case 'field':
      return file.name.endsWith('__c') ? file.name.slice(0, -'__c'.length) : null;
    case 'md':
      return file.name.slice(file.name.indexOf('.') + 1);
    case 'permissionset':
    case 'customPermission':
    case 'validationRule':
      return file.name;
    default:
      return null;
  }
}

function checkName(name: string, file: MetadataFile, problems: Problems): void {
  if (name.length > MAXIMUM_NAME_LENGTH && file.kind !== 'permissionset') {
    problems.add(6001, file, `The name ${name} has ${name.length} characters; shorten it to ${MAXIMUM_NAME_LENGTH}.`);
  } else if (!NAME.test(name)) {
    problems.add(
      6001,
      file,
      `The name ${name} is not allowed: use letters, digits and single underscores, and begin with a letter.`
    );
  }
}
