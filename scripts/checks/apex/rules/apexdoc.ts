import type { BoundField, BoundMethod, BoundType } from '../../../local-org/compiler/bound';
import { commentAbove } from '../comments';
import type { ApexFile, ApexProgram } from '../program';
import type { ApexRule, Report } from '../rule';

const OPEN = new Set(['public', 'global']);

/**
 * Public and global types and members are what other code relies on: each is documented. Members that override or
 * implement a documented one follow its promise and need no text of their own, and so do enum constants.
 */
export const apexdoc: ApexRule = {
  name: 'apexdoc',
  check(program, report) {
    for (const file of program.files) {
      if (file.isTest) continue;
      for (const type of file.unit.types) checkType(program, file, type, report);
    }
  }
};

function checkType(program: ApexProgram, file: ApexFile, type: BoundType, report: Report): void {
  if (!isOpen(program, type)) return;
  const check = (line: number, what: string) => {
    if (!commentAbove(file.text, file.comments, line)?.trim().endsWith('*/'))
      report(file, line, `${what} has no ApexDoc. Say in /** … */ above it what it is for.`);
  };
  if (type.kind !== 'class' || !file.unit.trigger) check(type.span.line, type.name);
  for (const method of type.methods)
    if (needsText(type, method)) check(method.span.line, `${type.name}.${method.name}()`);
  for (const field of [...type.fields, ...type.properties])
    if (OPEN.has(field.access) && !isDescribed(field)) check(field.span.line, `${type.name}.${field.name}`);
}

/** Variables of Flow actions carry their text for admins. */
function isDescribed(field: BoundField): boolean {
  return field.annotations.some(
    (annotation) => annotation.name === 'invocablevariable' && annotation.values['description']
  );
}

/** Inner types of private types are private, too. */
function isOpen(program: ApexProgram, type: BoundType): boolean {
  const outer = type.outerName === null ? undefined : program.typesByName.get(type.outerName.toLowerCase())?.type;
  return OPEN.has(type.access) && (outer === undefined || isOpen(program, outer));
}

function needsText(type: BoundType, method: BoundMethod): boolean {
  return (
    OPEN.has(method.access) &&
    !method.isOverride &&
    !(type.interfaces.length > 0 && INTERFACE_METHODS.has(method.name.toLowerCase()))
  );
}

/** Methods of the platform's interfaces, whose documentation is the platform's. */
const INTERFACE_METHODS = new Set([
  'execute',
  'start',
  'finish',
  'compareto',
  'compare',
  'iterator',
  'hasnext',
  'next',
  'call',
  'respond',
  'handleinboundemail',
  'equals',
  'hashcode',
  'tostring'
]);
