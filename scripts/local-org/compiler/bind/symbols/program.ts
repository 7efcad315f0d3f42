/** All types that the source declares, together with the world outside: what every lookup starts from. */
import type { Diagnostic } from '../../diagnostics';
import type { PlatformTypeInfo } from '../../types/platform-types';
import type { ApexType } from '../../types';
import type { BindEnvironment } from '../environment';
import type { TypeSymbol } from './symbols';

export class ProgramSymbols {
  readonly environment: BindEnvironment;
  /** Top-level and inner types by qualified name in lower case. */
  readonly types = new Map<string, TypeSymbol>();
  /** Names in lower case of types whose file did not parse: they exist, but nothing is known of them. */
  readonly brokenTypes: ReadonlySet<string>;
  /** Diagnostics of the declarations, by path. */
  readonly diagnostics: Diagnostic[] = [];

  constructor(environment: BindEnvironment, brokenTypes: ReadonlySet<string> = new Set()) {
    this.environment = environment;
    this.brokenTypes = brokenTypes;
  }

  /** A type of the source by qualified name. */
  findType(name: string): TypeSymbol | undefined {
    return this.types.get(name.toLowerCase());
  }

  /** The symbol of a user type; undefined for all other kinds of types. */
  symbolOf(type: ApexType): TypeSymbol | undefined {
    return type.kind === 'user' ? this.types.get(type.name.toLowerCase()) : undefined;
  }

  /** The platform type that declares the members of a type; undefined for user types. */
  platformInfoOf(type: ApexType): PlatformTypeInfo | undefined {
    const name = platformNameOf(type);
    return name === undefined ? undefined : this.environment.platformTypes.find(name);
  }
}

/** `System.String` for the primitive String, `System.List` for a list, `System.SObject` for each SObject type. */
export function platformNameOf(type: ApexType): string | undefined {
  switch (type.kind) {
    case 'primitive':
      return `System.${type.name}`;
    case 'sobject':
      return 'System.SObject';
    case 'list':
      return 'System.List';
    case 'set':
      return 'System.Set';
    case 'map':
      return 'System.Map';
    case 'platform':
      return type.name;
    default:
      return undefined;
  }
}

/** The type arguments that a type gives to its platform declaration. */
export function argumentsOf(type: ApexType): readonly ApexType[] {
  switch (type.kind) {
    case 'list':
    case 'set':
      return [type.element];
    case 'map':
      return [type.key, type.value];
    case 'platform':
      return type.arguments;
    default:
      return [];
  }
}
