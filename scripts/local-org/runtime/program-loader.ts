/** Brings compiled units to life: evaluates their code, defines classes base first, and keeps what they declare. */
import { url as inspectorUrl } from 'node:inspector';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompiledUnit } from '../compiler/emit/compiled-unit';
import { ApexList } from '../library/system/List';
import { newException, nullPointerException } from './exceptions';
import { ApexEnumValue } from './objects';
import { newScriptUrl, registerScript } from './stack-trace';
import { platformConstants } from './support/platform-calls';
import { sharedSupport } from './support/support';
import { typeTest } from './support/type-tests';
import { TypeCell } from './type-cell';
import type { ClassDefinition, CompiledClass } from './type-cell';
import type { RuntimeTrigger, RuntimeType, TypeDescription } from './type-info';

export interface LoadedUnit {
  readonly unit: CompiledUnit;
  readonly counters: Int32Array;
}

interface LoadedType extends RuntimeType {
  jsClass: (new () => object) | null;
}

/** `new Function` puts its own head of two lines before the text. */
const FUNCTION_HEAD_LINES = 2;

export class ProgramLoader {
  readonly types = new Map<string, LoadedType>();
  readonly triggers: RuntimeTrigger[] = [];
  readonly triggersByObject = new Map<string, RuntimeTrigger[]>();
  readonly loaded: LoadedUnit[] = [];
  private readonly cells = new Map<string, TypeCell>();
  private readonly definers = new Map<string, () => ClassDefinition>();

  load(units: readonly CompiledUnit[]): void {
    for (const unit of units) this.declareTypes(unit);
    for (const unit of units) this.describeTypes(unit);
    for (const unit of units) this.evaluate(unit);
    this.defineClasses();
  }

  loadAnonymous(unit: CompiledUnit): () => void {
    let run: (() => void) | null = null;
    this.declareTypes(unit);
    this.describeTypes(unit);
    this.evaluate(unit, (body) => {
      run = body;
    });
    this.defineClasses();
    if (!run) throw new Error(`${unit.path} holds no anonymous Apex`);
    return run;
  }

  /** The cell of a type, made when first asked for. */
  cell(name: string): TypeCell {
    const key = name.toLowerCase();
    let cell = this.cells.get(key);
    if (!cell) this.cells.set(key, (cell = new TypeCell(name, () => this.baseCell(key))));
    return cell;
  }

  /** The cell of the base class of a type, when the program declares it. */
  private baseCell(key: string): TypeCell | null {
    const base = this.types.get(key)?.superName?.toLowerCase();
    return base !== undefined && this.types.has(base) ? this.cell(base) : null;
  }

  private declareTypes(unit: CompiledUnit): void {
    for (const description of unit.types) {
      this.types.set(description.name.toLowerCase(), {
        ...description,
        path: unit.path,
        jsClass: null,
        assignableTo: new Set()
      });
      if (description.kind === 'enum') this.defineEnum(description);
    }
  }

  private describeTypes(unit: CompiledUnit): void {
    for (const { name } of unit.types) {
      const type = this.types.get(name.toLowerCase());
      if (type) for (const base of this.allBases(type)) (type.assignableTo as Set<string>).add(base);
    }
  }

  /** The type itself and everything it extends or implements, in lower case, without type arguments. */
  private allBases(type: TypeDescription, found = new Set<string>()): Set<string> {
    const name = type.name.toLowerCase();
    if (found.has(name)) return found;
    found.add(name);
    for (const base of [type.superName, ...type.interfaces]) {
      if (base === null) continue;
      const key = base
        .toLowerCase()
        .replace(/<.*$/, '')
        .replace(/^system\./, '');
      const user = this.types.get(key);
      if (user) this.allBases(user, found);
      else found.add(key);
    }
    return found;
  }

  private defineEnum(description: TypeDescription): void {
    const cell = this.cell(description.name);
    const constants = description.enumConstants.map(
      (name, ordinal) => new ApexEnumValue(description.name, name, ordinal)
    );
    cell.constants = Object.fromEntries(constants.map((constant) => [constant.name.toLowerCase(), constant]));
  }

  private evaluate(unit: CompiledUnit, takeAnonymous: (body: () => void) => void = () => {}): void {
    const counters = new Int32Array(unit.points.length);
    const url = newScriptUrl(unit.path);
    registerScript(url, { path: unit.path, lineOffset: FUNCTION_HEAD_LINES, map: unit.map, ranges: unit.ranges });
    this.loaded.push({ unit, counters });
    const support = {
      ...sharedSupport,
      counters,
      cell: (name: string) => this.cell(name),
      baseClass: (name: string) => this.defineClass(name.toLowerCase()),
      typeTest: (name: string) => typeTest(name, (wanted) => this.types.get(wanted.toLowerCase())),
      enumValues: (name: string) => new ApexList(name, [...this.enumConstants(name)]),
      enumValueOf: (name: string, text: string | null) => this.enumConstant(name, text),
      define: (name: string, definer: () => ClassDefinition) => {
        this.definers.set(name.toLowerCase(), definer);
      },
      defineTrigger: (run: () => void) => this.addTrigger(unit, run),
      defineAnonymous: takeAnonymous
    };

    // Running generated code is what a compiler is for.
    const module = new Function('$', `${unit.code}\n//# sourceURL=${url}${sourceMapComment(unit)}`) as (
      support: object
    ) => void;
    module(support);
  }

  /** A class whose base is not in the program, because it did not compile, becomes one that refuses every use. */
  private defineClasses(): void {
    for (const key of [...this.definers.keys()]) {
      try {
        this.defineClass(key);
      } catch (error) {
        this.definers.delete(key);
        this.cell(key).cls = unusableClass(this.types.get(key)?.name ?? key, error);
      }
    }
  }

  private defineClass(key: string): CompiledClass {
    const cell = this.cell(key);
    if (cell.cls) return cell.cls;
    const definer = this.definers.get(key);
    const type = this.types.get(key);
    if (!definer || !type) throw new Error(`The class ${key} is not in the program: it is unknown or did not compile`);
    const definition = definer();
    this.definers.delete(key);
    cell.define(definition);
    type.jsClass = definition.cls;
    const { prototype } = definition.cls;
    Object.defineProperty(prototype, '$type', { value: type });
    if (type.assignableTo.has('exception')) Object.defineProperty(prototype, '$exceptionName', { value: type.name });
    return definition.cls;
  }

  private addTrigger(unit: CompiledUnit, run: () => void): void {
    if (!unit.trigger) throw new Error(`Internal error: ${unit.path} has a trigger body and no trigger`);
    const trigger: RuntimeTrigger = { ...unit.trigger, path: unit.path, run };
    const key = trigger.objectName.toLowerCase();
    const all = [...(this.triggersByObject.get(key) ?? []), trigger].sort((a, b) =>
      a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1
    );
    this.triggersByObject.set(key, all);
    this.triggers.push(trigger);
  }

  private enumConstants(name: string): readonly { readonly name: string }[] {
    return this.types.has(name.toLowerCase()) ? Object.values(this.cell(name).constants) : platformConstants(name);
  }

  private enumConstant(name: string, text: string | null): unknown {
    if (text === null) throw nullPointerException();
    const found = this.enumConstants(name).find((constant) => constant.name.toLowerCase() === text.toLowerCase());
    if (!found) throw newException('System.NoSuchElementException', `No enum constant ${name}.${text}`);
    return found;
  }
}

function unusableClass(name: string, reason: unknown): CompiledClass {
  const refuse = (): never => {
    throw new Error(`${name} cannot be used: ${reason instanceof Error ? reason.message : String(reason)}`);
  };
  return new Proxy(class {} as unknown as CompiledClass, { get: refuse, construct: refuse });
}

/** Debuggers show Apex when they are attached; otherwise the map stays out of the way of other tools. */
function sourceMapComment({ map, path }: CompiledUnit): string {
  if (inspectorUrl() === undefined) return '';
  const json = JSON.stringify({ ...map, mappings: `;;${map.mappings}`, sources: [pathToFileURL(resolve(path)).href] });
  return `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(json).toString('base64')}`;
}
