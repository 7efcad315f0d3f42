/** Finds the test classes and test methods of a program. */
import type { Program } from '../runtime/program';
import type { RuntimeMethod, RuntimeType } from '../runtime/type-info';

export interface TestClass {
  readonly name: string;
  readonly path: string;
  /** `@TestSetup` methods, in the order of the source. */
  readonly setups: readonly RuntimeMethod[];
  readonly methods: readonly RuntimeMethod[];
  /** `@IsTest(SeeAllData=true)` on the class or one of its methods: the local org has no other data to see. */
  readonly seesAllData: boolean;
}

/** Classes that hold test methods, by name. Test methods stand in outer classes only, as on the platform. */
export function findTests(program: Program): TestClass[] {
  const classes = [...program.types.values()].filter((type) => type.kind === 'class' && type.outerName === null);
  return classes
    .map(toTestClass)
    .filter((test) => test.methods.length > 0)
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function toTestClass(type: RuntimeType): TestClass {
  const methods = type.methods.filter(
    (method) => method.isTestMethod && method.isStatic && method.parameters.length === 0
  );
  return {
    name: type.name,
    path: type.path,
    setups: type.methods.filter((method) => hasAnnotation(method, 'testsetup')),
    methods: methods.filter((method) => !hasAnnotation(method, 'testsetup')),
    seesAllData: [type, ...methods].some(seesAllData)
  };
}

function seesAllData({ annotations }: RuntimeType | RuntimeMethod): boolean {
  return annotations.some((annotation) => annotation.name === 'istest' && annotation.values['seealldata'] === true);
}

function hasAnnotation(method: RuntimeMethod, name: string): boolean {
  return method.annotations.some((annotation) => annotation.name === name);
}
