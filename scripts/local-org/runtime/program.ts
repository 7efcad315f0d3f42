/** A loaded program: compiled Apex, ready to run, and what it says of itself. */
import type { CompiledUnit } from '../compiler/emit/compiled-unit';
import { unitCoverage } from './coverage';
import type { UnitCoverage } from './coverage';
import { newException } from './exceptions';
import { ProgramLoader } from './program-loader';
import { stackOverflow } from './support/caught';
import { currentTransaction } from './transaction';
import type { RuntimeTrigger, RuntimeType } from './type-info';

export class Program {
  private readonly loader = new ProgramLoader();

  /** Loads units that may depend on one another in any order. Later loads (anonymous Apex) see the types of earlier ones. */
  load(units: readonly CompiledUnit[]): void {
    this.loader.load(units);
  }

  /** All types, by name in lower case. */
  get types(): ReadonlyMap<string, RuntimeType> {
    return this.loader.types;
  }

  get triggers(): readonly RuntimeTrigger[] {
    return this.loader.triggers;
  }

  /** A type by name, without regard to case. */
  findType(name: string): RuntimeType | undefined {
    return this.loader.types.get(name.toLowerCase());
  }

  /** The triggers of an object, in the order of their names. */
  triggersFor(objectName: string): readonly RuntimeTrigger[] {
    return this.loader.triggersByObject.get(objectName.toLowerCase()) ?? [];
  }

  /** The constants of a user enum, or undefined when there is no such enum. */
  enumConstants(typeName: string): readonly unknown[] | undefined {
    return this.findType(typeName)?.kind === 'enum' ? Object.values(this.loader.cell(typeName).constants) : undefined;
  }

  /**
   * Calls a static method as the entry point of a transaction: a class with `inherited sharing` enforces sharing then.
   *
   * @param methodKey `run(string,list<account>)`
   * @throws what the Apex code throws
   */
  invokeStatic(className: string, methodKey: string, args: readonly unknown[]): unknown {
    const type = this.findType(className);
    const method = (this.loader.cell(className).cls as unknown as Record<string, unknown> | null)?.[
      methodKey.toLowerCase()
    ];
    if (!type || typeof method !== 'function')
      throw new Error(`The program has no static method ${className}.${methodKey}`);
    if (type.sharing === 'inherited') currentTransaction().isSharingEnforced = true;
    return guarded(() => (method as (...values: unknown[]) => unknown).apply(type.jsClass, [...args]));
  }

  /**
   * A new instance, made by the constructor without parameters.
   *
   * @throws System.TypeException when the class is abstract or has no such constructor
   */
  newInstance(typeName: string): object {
    const type = this.findType(typeName);
    const hasConstructor = type?.constructors.some((constructor) => constructor.key === '()');
    if (!type?.jsClass || type.isAbstract || !hasConstructor) {
      throw newException(
        'System.TypeException',
        `Invalid type for newInstance: ${typeName} has no accessible constructor without parameters`
      );
    }
    const instance = new type.jsClass() as unknown as Record<string, () => object>;
    return guarded(() => (instance['()'] as () => object).call(instance));
  }

  /** Runs the anonymous block of a unit that has been compiled against this program. */
  runAnonymous(unit: CompiledUnit): void {
    const run = this.loader.loadAnonymous(unit);
    guarded(run);
  }

  /** What has run since the last reset, by source file. */
  coverage(): UnitCoverage[] {
    return this.loader.loaded.map(({ unit, counters }) => unitCoverage(unit, counters));
  }

  resetCoverage(): void {
    for (const { counters } of this.loader.loaded) counters.fill(0);
  }
}

/** Loads compiled units as one program. */
export function loadProgram(units: readonly CompiledUnit[]): Program {
  const program = new Program();
  program.load(units);
  return program;
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw stackOverflow(error) ?? error;
  }
}
