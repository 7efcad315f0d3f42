/** Which metadata type a file is of and where it belongs: the registry of Salesforce's own deploy library. */

export interface RegistryType {
  /** `CustomField` */
  readonly name: string;
  /** `fields`; files of the type stand in a folder of this name. */
  readonly directoryName: string;
  readonly suffix: string;
  /** Parts of objects stand in a folder of their object. */
  readonly isPartOfObject: boolean;
  /** Reports, dashboards, documents and e-mail templates stand in folders of their own. */
  readonly isInFolder: boolean;
  /** A content file stands beside the description: `Foo.cls` and `Foo.cls-meta.xml`. */
  readonly hasContentFile: boolean;
}

interface RawType {
  readonly id: string;
  readonly name: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly inFolder?: boolean;
  readonly strategies?: { readonly adapter?: string };
  readonly children?: { readonly types: Readonly<Record<string, RawType>> };
}

const REGISTRY = '@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json';

let typeBySuffix: ReadonlyMap<string, RegistryType> | undefined;

/** The type whose files end in `.suffix-meta.xml`. */
export function typeOfSuffix(suffix: string): RegistryType | undefined {
  typeBySuffix ??= readTypes();
  return typeBySuffix.get(suffix);
}

function readTypes(): ReadonlyMap<string, RegistryType> {
  const { types } = require(REGISTRY) as { readonly types: Readonly<Record<string, RawType>> };
  const found = new Map<string, RegistryType>();
  for (const type of Object.values(types)) {
    // Territories and bots share suffixes with others; the first is the usual one.
    if (type.suffix && !found.has(type.suffix)) found.set(type.suffix, toType(type, false));
    if (type.id !== 'customobject') continue;
    for (const child of Object.values(type.children?.types ?? {}))
      if (child.suffix) found.set(child.suffix, toType(child, true));
  }
  return found;
}

function toType(raw: RawType, isPartOfObject: boolean): RegistryType {
  const adapter = raw.strategies?.adapter;
  return {
    name: raw.name,
    directoryName: raw.directoryName,
    suffix: raw.suffix ?? '',
    isPartOfObject,
    isInFolder: raw.inFolder === true,
    hasContentFile: adapter === 'matchingContentFile' || adapter === 'mixedContent'
  };
}
