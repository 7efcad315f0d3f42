import { commentAbove } from '../comments';
import type { ApexFile, ApexProgram } from '../program';
import { referencesOf } from '../references';
import type { ApexRule } from '../rule';

/** A class that is tested through another points its reader there: `@see ThoughtlyRouterTest`. */
const POINTER = /@see (\w+)/g;

/**
 * Every class has its test `<Class>Test`, so that a reader finds at once what it promises. Without one of their own are
 * - exceptions, interfaces and enums, which have no code of their own;
 * - values: classes without methods beside constructors and properties;
 * - parts of a whole: a test names them, or a class that has a test of its own uses them;
 * - classes that name their test in their comment with `@see`; it has to exist.
 * Triggers are tested through their classes. Sources without any test are not looked at.
 */
export const testClasses: ApexRule = {
  name: 'test-classes',
  check(program, report) {
    if (!program.files.some((file) => file.isTest)) return;
    const tested = namesOfTested(program);
    for (const file of program.files) {
      const [type] = file.unit.types;
      if (!type || !needsTest(file) || tested.has(file.name.toLowerCase()) || pointsToTest(program, file)) continue;
      report(
        file,
        type.span.line,
        `${type.name} has no test class ${type.name}Test. Write one that says what the class promises, or name the test that does with @see in the comment above it.`
      );
    }
  }
};

/** Classes with tests of their own, and those that they or any test use; in lower case. */
function namesOfTested(program: ApexProgram): ReadonlySet<string> {
  const wholes = program.files.filter((file) => file.isTest || hasOwnTest(program, file));
  return new Set([
    ...wholes.map((file) => file.name.toLowerCase()),
    ...wholes.flatMap((file) => [...referencesOf(program, file).keys()])
  ]);
}

function hasOwnTest({ typesByName }: ApexProgram, { name }: ApexFile): boolean {
  return [`${name}Test`, `${name}Tests`, `${name}_Test`].some((test) => isTest(typesByName.get(test.toLowerCase())));
}

function pointsToTest({ typesByName }: ApexProgram, { text, comments, unit }: ApexFile): boolean {
  const comment = commentAbove(text, comments, unit.types[0]?.span.line ?? 1) ?? '';
  return Array.from(comment.matchAll(POINTER), (match) => match[1]?.toLowerCase() ?? '').some((test) =>
    isTest(typesByName.get(test))
  );
}

function isTest(found: { readonly file: ApexFile } | undefined): boolean {
  return found?.file.isTest ?? false;
}

function needsTest({ unit, isTest: isTestClass }: ApexFile): boolean {
  const [type] = unit.types;
  if (isTestClass || unit.trigger || type?.kind !== 'class') return false;
  return !/Exception$/i.test(type.name) && type.methods.some((method) => !method.isAbstract);
}
