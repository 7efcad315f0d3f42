/** `[SELECT …]` and `[FIND …]` in Apex: their types, their binds, and the check against the schema. */
import type { SoqlExpression, SoslExpression } from '../../ast';
import type { BoundExpression } from '../../bound';
import type { SoqlQuery } from '../../../data/soql/ast';
import { INTEGER, SOBJECT } from '../../types';
import { report, type BodyContext } from '../context';
import { errorExpression } from '../conversions';
import { bindValue } from '../expressions/bind-expression';
import { isAggregate } from './aggregates';
import { validateQuery } from './validate-query';

/**
 * A query as a list of records, or of AggregateResult when it groups. Where one record is wanted, the place asks for it
 * (see `asSingleRecord`). `SELECT COUNT()` is an Integer.
 */
export function bindSoql(context: BodyContext, { query, binds: sources, span }: SoqlExpression): BoundExpression {
  const binds = sources.map((source) => bindValue(context, source));
  const { schema } = context.program.environment;
  const errors = validateQuery(
    schema,
    query,
    binds.map((bind) => bind.type)
  );
  for (const error of errors) report(context, error.number, error.message, span);
  if (query.isCount)
    return { kind: 'soql', query, binds, result: 'count', object: query.from.name, type: INTEGER, span };
  const object = resultObject(query, schema.findObject(query.from.name)?.name);
  if (object === undefined) return errorExpression(span);
  return {
    kind: 'soql',
    query,
    binds,
    result: 'list',
    object,
    type: { kind: 'list', element: { kind: 'sobject', name: object } },
    span
  };
}

function resultObject(query: SoqlQuery, from: string | undefined): string | undefined {
  return isAggregate(query) ? 'AggregateResult' : from;
}

export function bindSosl(context: BodyContext, { text, binds, span }: SoslExpression): BoundExpression {
  const type = { kind: 'list', element: { kind: 'list', element: SOBJECT } } as const;
  return { kind: 'sosl', text, binds: binds.map((bind) => bindValue(context, bind)), type, span };
}
