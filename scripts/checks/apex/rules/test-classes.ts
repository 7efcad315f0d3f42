import type { BoundType } from '../../../local-org/compiler/bound';
import { commentAbove } from '../comments';
import type { ApexRule } from '../rule';

/** A class that is tested through another points its reader there: `@see ThoughtlyRouterTest`. */
const POINTER = /@see (\w+)/g;

/**
 * Every class has its own test class `<Class>Test`, so that a reader finds at once what it promises. Without one are
 * - exceptions, interfaces and enums, which have no code of their own;
 * - values: classes whose methods only hand out what the constructor was given (no query, DML or branch is in them),
 *   told by having no methods beside constructors and properties.
 * A part of a larger whole may name the test of the whole in its comment, with `@see`, which then has to exist.
 * Triggers are tested through their classes.
 */
export const testClasses: ApexRule = {
  name: 'test-classes',
  check({ files, typesByName }, report) {
    const hasTests = files.some((file) => file.isTest);
    for (const file of hasTests ? files : []) {
      const [type] = file.unit.types;
      if (file.isTest || file.unit.trigger || !type || !needsTest(type)) continue;
      const pointers = Array.from(
        (commentAbove(file.text, file.comments, type.span.line) ?? '').matchAll(POINTER),
        (match) => match[1] ?? ''
      );
      const names = [...pointers, `${type.name}Test`, `${type.name}Tests`, `${type.name}_Test`];
      if (!names.some((name) => typesByName.get(name.toLowerCase())?.type.isTest))
        report(
          file,
          type.span.line,
          `${type.name} has no test class ${type.name}Test. Write one that says what the class promises, or name the test that does with @see in the comment above it.`
        );
    }
  }
};

function needsTest(type: BoundType): boolean {
  return type.kind === 'class' && !/Exception$/i.test(type.name) && type.methods.some((method) => !method.isAbstract);
}
