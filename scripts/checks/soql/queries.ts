/** All queries of the source: those in brackets, and those whose text is known although they are dynamic. */
import type { SourceSpan } from '../../local-org/compiler/ast';
import type { BoundExpression } from '../../local-org/compiler/bound';
import type { ApexType } from '../../local-org/compiler/types';
import type { SoqlQuery } from '../../local-org/data/soql/ast';
import { parseSoql } from '../../local-org/data/soql/parse';
import { walk, type BoundNode } from '../apex/walk';
import type { ApexFile, ApexProgram } from '../apex/program';

export interface FoundQuery {
  readonly file: ApexFile;
  readonly span: SourceSpan;
  readonly query: SoqlQuery;
  /** Types of the binds by their index; undefined where it is not known. */
  readonly binds: readonly (ApexType | undefined)[];
  readonly isDynamic: boolean;
}

export interface QueryProblem {
  readonly file: ApexFile;
  readonly line: number;
  readonly message: string;
}

export interface FoundQueries {
  readonly queries: readonly FoundQuery[];
  /** Dynamic texts that are no queries, and binds that lead nowhere. */
  readonly problems: readonly QueryProblem[];
}

const DYNAMIC_CALL = /^(query|countQuery|getQueryLocator|getCursor)(WithBinds)?\((String)/i;

export function findQueries(program: ApexProgram): FoundQueries {
  const queries: FoundQuery[] = [];
  const problems: QueryProblem[] = [];
  const constants = constantsOf(program);
  for (const file of program.files) {
    const locals = localTexts(file, constants);
    walk(file.unit, (node) => {
      if (node.kind === 'soql')
        queries.push({
          file,
          span: node.span,
          query: node.query,
          binds: node.binds.map((bind) => bind.type),
          isDynamic: false
        });
      if (node.kind === 'platformCall' && node.typeName === 'System.Database' && DYNAMIC_CALL.test(node.signature))
        addDynamic(file, node, { constants, locals }, { queries, problems });
    });
  }
  return { queries, problems };
}

type DynamicCall = BoundNode & { readonly kind: 'platformCall' };
type Texts = ReadonlyMap<string, string | null>;

interface KnownTexts {
  readonly constants: Texts;
  readonly locals: Texts;
}

interface Found {
  readonly queries: FoundQuery[];
  readonly problems: QueryProblem[];
}

function addDynamic(file: ApexFile, call: DynamicCall, texts: KnownTexts, found: Found): void {
  const text = call.arguments[0] && textOf(call.arguments[0], texts);
  if (text === null || text === undefined) return;
  let query: SoqlQuery;
  try {
    query = parseSoql(text);
  } catch (error) {
    found.problems.push({
      file,
      line: call.span.line,
      message: `The dynamic query does not parse: ${error instanceof Error ? error.message : String(error)}`
    });
    return;
  }
  const visible = new Map(call.visibleVariables?.map(({ name, value }) => [name.toLowerCase(), value.type]));
  const names = bindNames(query);
  const isChecked = call.visibleVariables !== null && !/WithBinds\(/i.test(call.signature);
  for (const name of isChecked ? names : []) {
    const [first = ''] = name.toLowerCase().split('.');
    if (!visible.has(first))
      found.problems.push({
        file,
        line: call.span.line,
        message: `Variable does not exist: ${name}. A dynamic query sees the variables of its method and class only; use queryWithBinds for others.`
      });
  }
  found.queries.push({
    file,
    span: call.span,
    query,
    binds: names.map((name) => (isChecked ? visible.get(name.toLowerCase()) : undefined)),
    isDynamic: true
  });
}

/** Names of the binds by their index. */
function bindNames(query: SoqlQuery): readonly string[] {
  const names: string[] = [];
  const descend = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const node = value as { kind?: string; index?: number; name?: string };
    if (node.kind === 'bind' && typeof node.index === 'number') names[node.index] = node.name ?? '';
    for (const child of Object.values(value)) descend(child);
  };
  descend(query);
  return names;
}

/** The text of an expression that is made of literals and constants; null when it is not known before the code runs. */
function textOf(expression: BoundExpression, texts: KnownTexts): string | null {
  switch (expression.kind) {
    case 'literal':
      return expression.literal.type === 'string' ? expression.literal.value : null;
    case 'concat': {
      const parts = expression.parts.map((part) => textOf(part, texts));
      return parts.includes(null) ? null : parts.join('');
    }
    case 'local':
      return texts.locals.get(expression.variable.jsName) ?? null;
    case 'userField':
      return texts.constants.get(`${expression.owner}.${expression.name}`.toLowerCase()) ?? null;
    default:
      return null;
  }
}

/** Texts of `static final` fields. */
function constantsOf({ files }: ApexProgram): Texts {
  const texts = new Map<string, string | null>();
  for (const type of files.flatMap((file) => file.unit.types)) {
    const finals = new Set(
      type.fields.filter((field) => field.isStatic && field.isFinal).map((field) => field.name.toLowerCase())
    );
    for (const initializer of type.staticInitializers) {
      if (initializer.kind === 'field' && finals.has(initializer.field.toLowerCase()))
        texts.set(
          `${type.name}.${initializer.field}`.toLowerCase(),
          textOf(initializer.value, { constants: texts, locals: new Map() })
        );
    }
  }
  return texts;
}

/** Texts of local variables that are set once. Names of variables are told apart by method only, so one doubt is enough to give up. */
function localTexts(file: ApexFile, constants: Texts): Texts {
  const texts = new Map<string, string | null>();
  walk(file.unit, (node) => {
    if (node.kind === 'local' && 'initializer' in node) {
      const text = node.initializer ? textOf(node.initializer, { constants, locals: texts }) : null;
      texts.set(
        node.variable.jsName,
        texts.has(node.variable.jsName) && texts.get(node.variable.jsName) !== text ? null : text
      );
    } else if ((node.kind === 'assignment' || node.kind === 'compound') && node.target.kind === 'local')
      texts.set(node.target.variable.jsName, null);
  });
  return texts;
}
