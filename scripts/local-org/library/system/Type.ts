/** `System.Type`: a type as a value, `Foo.class`. */
import { SObjectValue } from '../../data/sobject';
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { textHash } from '../equality';
import { required } from '../null-argument';
import { findImplementation, findPlatformType, platformType } from '../registry';
import { parseTypeName, printTypeName } from '../type-name';
import { findUserType, isAssignable, resolveTypeName } from '../type-relations';

/** Immutable. `name` is spelt as `typeName()` prints it: `Outer.Inner`, `List<Account>`, `Exception`. */
export class ApexType {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  equals(other: unknown): boolean {
    return other instanceof ApexType && other.name.toLowerCase() === this.name.toLowerCase();
  }

  toString(): string {
    return this.name;
  }
}

/** Null when there is no such type. The package has no namespace, so a given one only finds platform types. */
function forName(...names: (string | null)[]): ApexType | null {
  const name = required(names.at(-1) ?? null);
  const namespace = names.length > 1 ? names[0] : null;
  const resolved = resolveTypeName(namespace ? `${namespace}.${name}` : name);
  return resolved === null ? null : new ApexType(resolved);
}

/** @throws System.TypeException for types that have no constructor without parameters */
function newInstance(self: ApexType): unknown {
  const parsed = parseTypeName(self.name);
  const { program, schema } = currentTransaction().org;
  const user = findUserType(self.name);
  if (user?.jsClass && !user.isAbstract && user.constructors.some((constructor) => constructor.key === '()'))
    return program.newInstance(user.name);
  if (user) throw cannotConstruct(self);
  if (parsed) {
    const object = schema.findObject(parsed.name);
    if (object) return new SObjectValue(object.name);
    const definition = findPlatformType(parsed.name) ?? findPlatformType(`System.${parsed.name}`);
    const construct = findImplementation(definition?.constructors, '()');
    if (construct) return construct(...parsed.arguments.map(printTypeName));
  }
  throw cannotConstruct(self);
}

function cannotConstruct(self: ApexType) {
  return newException('System.TypeException', `${self.name} does not have a no-arg constructor`);
}

platformType({
  name: 'System.Type',
  jsClass: ApexType,
  statics: { forName },
  methods: {
    equals: (self: ApexType, other: unknown) => self.equals(other),
    getName: (self: ApexType) => self.name,
    hashCode: (self: ApexType) => textHash(self.name.toLowerCase()),
    isAssignableFrom: (self: ApexType, source: ApexType | null) => isAssignable(self.name, required(source).name),
    newInstance,
    toString: (self: ApexType) => self.name
  }
});
