/**
 * What the stub classes say wrongly or not at all, corrected by hand in this one place.
 *
 * Sources: the Apex Reference Guide, and Salesforce's own compiler where the guide is silent.
 */
import { BOOLEAN, INTEGER, OBJECT, SOBJECT, STRING, typeName, VOID, type ApexType } from '../../types';
import type {
  PlatformMethodInfo,
  PlatformPropertyInfo,
  PlatformTypeInfo,
  PlatformTypes
} from '../../types/platform-types';

const platform = (name: string, ...given: ApexType[]): ApexType => ({ kind: 'platform', name, arguments: given });
const variable = (name: string): ApexType => ({ kind: 'variable', name });
const list = (element: ApexType): ApexType => ({ kind: 'list', element });

function method(
  name: string,
  parameters: readonly ApexType[],
  returnType: ApexType,
  isStatic = false
): PlatformMethodInfo {
  return { name, isStatic, parameters, returnType, signature: `${name}(${parameters.map(typeName).join(',')})` };
}

function type(name: string, kind: PlatformTypeInfo['kind'], parts: Partial<PlatformTypeInfo> = {}): PlatformTypeInfo {
  return {
    name,
    kind,
    typeParameters: [],
    isAbstract: kind === 'interface',
    superType: null,
    interfaces: [],
    constructors: [],
    methods: [],
    properties: [],
    enumConstants: [],
    ...parts
  };
}

/** What every object has. The emitter and the library answer these for values of all types. */
const OBJECT_METHODS: readonly PlatformMethodInfo[] = [
  method('equals', [OBJECT], BOOLEAN),
  method('hashCode', [], INTEGER),
  method('toString', [], STRING)
];

/** What every enum has; `T` is the enum. */
const ENUM: PlatformTypeInfo = type('System.Enum', 'class', {
  typeParameters: ['T'],
  methods: [
    method('name', [], STRING),
    method('ordinal', [], INTEGER),
    ...OBJECT_METHODS,
    method('values', [], list(variable('T')), true),
    method('valueOf', [STRING], variable('T'), true)
  ]
});

/** Whole types by name in lower case. */
const TYPES: ReadonlyMap<string, PlatformTypeInfo> = new Map(
  [
    type('System.Object', 'class', { methods: OBJECT_METHODS }),
    ENUM,
    type('System.Iterable', 'interface', {
      typeParameters: ['T'],
      methods: [method('iterator', [], platform('System.Iterator', variable('T')))]
    }),
    type('System.Iterator', 'interface', {
      typeParameters: ['T'],
      methods: [method('hasNext', [], BOOLEAN), method('next', [], variable('T'))]
    }),
    type('System.Comparator', 'interface', {
      typeParameters: ['T'],
      methods: [method('compare', [variable('T'), variable('T')], INTEGER)]
    }),
    type('System.Comparable', 'interface', { methods: [method('compareTo', [OBJECT], INTEGER)] }),
    type('System.Callable', 'interface', {
      methods: [method('call', [STRING, { kind: 'map', key: STRING, value: OBJECT }], OBJECT)]
    }),
    // `start` gives a QueryLocator or an Iterable; `BATCH_START` in the class checks knows that.
    type('Database.Batchable', 'interface', {
      typeParameters: ['T'],
      methods: [
        method('start', [platform('Database.BatchableContext')], OBJECT),
        method('execute', [platform('Database.BatchableContext'), list(variable('T'))], VOID),
        method('finish', [platform('Database.BatchableContext')], VOID)
      ]
    })
  ].map((info) => [info.name.toLowerCase(), info])
);

/** Methods that a type has besides those of its stub. */
const MORE_METHODS: Readonly<Record<string, readonly PlatformMethodInfo[]>> = {
  'system.list': [method('addAll', [platform('System.Iterable', variable('T'))], VOID)],
  'system.set': [
    method('contains', [variable('T')], BOOLEAN),
    method('containsAll', [platform('System.Iterable', variable('T'))], BOOLEAN),
    method('iterator', [], platform('System.Iterator', variable('T')))
  ],
  'schema.sobjecttypefields': [
    method('getMap', [], { kind: 'map', key: STRING, value: platform('Schema.SObjectField') })
  ],
  'schema.sobjecttypefieldsets': [
    method('getMap', [], { kind: 'map', key: STRING, value: platform('Schema.FieldSet') })
  ]
};

const MORE_PROPERTIES: Readonly<Record<string, readonly PlatformPropertyInfo[]>> = {
  'schema.describesobjectresult': [
    { name: 'fields', isStatic: false, type: platform('Schema.SObjectTypeFields') },
    { name: 'fieldSets', isStatic: false, type: platform('Schema.SObjectTypeFieldSets') }
  ]
};

/** Classes that extend another, by name in lower case. */
const SUPER_TYPES: Readonly<Record<string, ApexType>> = {
  'database.duplicateerror': platform('Database.Error')
};

/** Types that no stub declares because source cannot name them. */
const INTERNAL_TYPES: readonly string[] = ['Schema.SObjectTypeFields', 'Schema.SObjectTypeFieldSets'];

/** The platform types as the language sees them. */
export function correctPlatformTypes(base: PlatformTypes): PlatformTypes {
  const corrected = new Map<string, PlatformTypeInfo | undefined>();
  return {
    find(name) {
      const key = name.includes('.') ? name.toLowerCase() : `system.${name.toLowerCase()}`;
      if (!corrected.has(key)) corrected.set(key, correct(key, base));
      return corrected.get(key);
    },
    isNamespace: (name) => base.isNamespace(name),
    allNames: () => base.allNames()
  };
}

function correct(key: string, base: PlatformTypes): PlatformTypeInfo | undefined {
  const whole = TYPES.get(key);
  if (whole) return whole;
  const internal = INTERNAL_TYPES.find((name) => name.toLowerCase() === key);
  const info = base.find(key) ?? (internal && type(internal, 'class'));
  if (!info) return undefined;
  const added = (MORE_METHODS[key] ?? []).filter(
    (extra) => !info.methods.some((known) => known.signature.toLowerCase() === extra.signature.toLowerCase())
  );
  return {
    ...info,
    superType: SUPER_TYPES[key] ?? info.superType,
    methods: [...info.methods.map((known) => correctMethod(key, known)), ...added],
    properties: [
      ...info.properties,
      ...(MORE_PROPERTIES[key] ?? []).filter(
        (extra) => !info.properties.some((known) => known.name.toLowerCase() === extra.name.toLowerCase())
      )
    ]
  };
}

function correctMethod(key: string, known: PlatformMethodInfo): PlatformMethodInfo {
  // `getSObjects` gives records; the stub has an internal type for query results.
  if (key === 'system.sobject' && known.name.toLowerCase() === 'getsobjects')
    return { ...known, returnType: list(SOBJECT) };
  return known;
}
