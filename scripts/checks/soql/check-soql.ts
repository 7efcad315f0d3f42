/** Runs the rules for SOQL over all queries of source folders. */
import type { SoqlCondition, SoqlQuery } from '../../local-org/data/soql/ast';
import { resolvePath } from '../../local-org/compiler/bind/soql/field-path';
import { readProgram, type ApexProgram } from '../apex/program';
import type { Finding } from '../finding';
import { findQueries, type FoundQuery } from './queries';
import type { QueryToCheck } from './rule';
import { SOQL_RULES } from './rules';

/** What the rules find, in the order of files and lines. */
export function checkSoql(sources: readonly string[]): readonly Finding[] {
  const program = readProgram(sources);
  const { queries, problems } = findQueries(program);
  const found = problems.map(({ file, line, message }) => ({
    gate: 'soql',
    rule: 'dynamic-text',
    path: file.path,
    line,
    message
  }));
  const findings: Finding[] = [
    ...found,
    ...unknownObjects(program),
    ...queries.flatMap((query) => checkQuery(program, query))
  ];
  return findings.sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}

/** Static queries from unknown objects have no type, so the binder leaves them out of its tree. */
function unknownObjects({ files }: ApexProgram): readonly Finding[] {
  const isQuery = (message: string) => /^sObject type '.*' is not supported\.$/.test(message);
  return files.flatMap((file) =>
    file.diagnostics
      .filter((item) => item.code === 'APX3001' && isQuery(item.message))
      .map((item) => ({ gate: 'soql', rule: 'names', path: file.path, line: item.span.line, message: item.message }))
  );
}

function checkQuery({ schema }: ApexProgram, { file, span, query, binds, isDynamic }: FoundQuery): readonly Finding[] {
  const toCheck = withInner({ schema, binds }, query, schema.findObject(query.from.name)?.name, 'outer');
  const findings = SOQL_RULES.flatMap((rule) =>
    toCheck
      .flatMap((each) => rule.check(each))
      .map((message) => ({ gate: 'soql', rule: rule.name, path: file.path, line: span.line, message }))
  );
  const isUnknown = isDynamic && toCheck.length === 0;
  return isUnknown
    ? [
        {
          gate: 'soql',
          rule: 'names',
          path: file.path,
          line: span.line,
          message: `sObject type '${query.from.name}' is not supported.`
        }
      ]
    : findings;
}

/** A query and all queries in it, each with the object that it reads. */
function withInner(
  around: Pick<QueryToCheck, 'schema' | 'binds'>,
  query: SoqlQuery,
  objectName: string | undefined,
  place: QueryToCheck['place']
): readonly QueryToCheck[] {
  const { schema } = around;
  const object = objectName === undefined ? undefined : schema.findObject(objectName);
  if (!object) return [];
  const own: QueryToCheck = {
    ...around,
    query,
    object,
    place,
    field: (path) => {
      const resolved = resolvePath({ schema, object: object.name, query }, path);
      return resolved.kind === 'field' ? (resolved.field ?? undefined) : undefined;
    }
  };
  const children = query.select.flatMap((item) =>
    item.kind === 'subquery'
      ? withInner(
          around,
          item.query,
          schema.findChildRelationship(object.name, item.query.from.name)?.childObject,
          'child'
        )
      : []
  );
  const joins = query.where
    ? innerQueries(query.where).flatMap((inner) =>
        withInner(around, inner, schema.findObject(inner.from.name)?.name, 'semi-join')
      )
    : [];
  return [own, ...children, ...joins];
}

function innerQueries(condition: SoqlCondition): readonly SoqlQuery[] {
  if (condition.kind === 'not') return innerQueries(condition.condition);
  if (condition.kind !== 'comparison') return condition.conditions.flatMap(innerQueries);
  return condition.value.kind === 'subquery' ? [condition.value.query] : [];
}
