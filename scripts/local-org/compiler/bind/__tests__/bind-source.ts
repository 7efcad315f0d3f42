/** Binds small pieces of Apex with the real parser, stubs and schema. */
import { join } from 'node:path';
import { loadSchema } from '../../../schema/load';
import type { BoundExpression, BoundMethod, BoundStatement, BoundType, BoundUnit } from '../../bound';
import { parseAnonymous, parseUnit } from '../../parse/parse';
import { loadPlatformTypes } from '../../types/load';
import { typeName } from '../../types';
import { bindProgram, type BindEnvironment } from '../bind-program';

const environment: BindEnvironment = {
  schema: loadSchema([join(__dirname, 'fixtures')]),
  platformTypes: loadPlatformTypes(),
  isImplemented: () => true
};

export interface BoundSource {
  readonly units: readonly BoundUnit[];
  /** Numbers and texts: `2005 Illegal assignment …`. */
  readonly errors: readonly string[];
}

/** Binds files by name; the ending says whether they are classes or triggers. */
export function bindFiles(
  sourceByName: Readonly<Record<string, string>>,
  changes: Partial<BindEnvironment> = {}
): BoundSource {
  const parsed = Object.entries(sourceByName).map(([path, source]) => ({
    path,
    result: path.endsWith('.apex') ? parseAnonymous(path, source) : parseUnit(path, source)
  }));
  const units = parsed.flatMap(({ path, result }) => (result.unit ? [{ path, unit: result.unit }] : []));
  const bound = bindProgram(
    units,
    { ...environment, ...changes },
    parsed.filter(({ result }) => !result.unit).map(({ path }) => path)
  );
  const diagnostics = [...parsed.flatMap(({ result }) => result.diagnostics), ...bound.diagnostics];
  return { units: bound.units, errors: diagnostics.map((item) => `${item.code.slice('APX'.length)} ${item.message}`) };
}

/** Errors of one class. */
export function errorsOf(source: string): readonly string[] {
  return bindFiles({ 'Sample.cls': source }).errors;
}

/** Errors of statements in a method with these parameters. */
export function errorsIn(parameters: string, statements: string): readonly string[] {
  return errorsOf(`public class Sample { void run(${parameters}) { ${statements} } }`);
}

/** The type of an expression over these parameters; throws when it does not bind. */
export function typeOf(parameters: string, expression: string): string {
  return typeName(expressionOf(parameters, expression).type);
}

/** The bound form of an expression over these parameters. */
export function expressionOf(parameters: string, expression: string, members = ''): BoundExpression {
  const { units, errors } = bindFiles({
    'Sample.cls': `public class Sample { ${members} static void take(Object value) {} void run(${parameters}) { take(${expression}); } }`
  });
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const statement = statementsOf(methodOf(units, 'run'))[0];
  if (statement?.kind !== 'expression' || statement.expression.kind !== 'userCall')
    throw new Error('The call of take is gone');
  const [argument] = statement.expression.arguments;
  if (!argument) throw new Error('The argument is gone');
  return argument;
}

export function typeNamed(units: readonly BoundUnit[], name: string): BoundType {
  const found = units.flatMap((unit) => unit.types).find((type) => type.name === name);
  if (!found) throw new Error(`No type ${name}`);
  return found;
}

/** The first method of that name in any type. */
export function methodOf(units: readonly BoundUnit[], name: string): BoundMethod {
  const found = units
    .flatMap((unit) => unit.types)
    .flatMap((type) => type.methods)
    .find((method) => method.name === name);
  if (!found) throw new Error(`No method ${name}`);
  return found;
}

export function statementsOf(method: BoundMethod): readonly BoundStatement[] {
  return method.body?.kind === 'block' ? method.body.statements : [];
}
