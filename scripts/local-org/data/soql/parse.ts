/** Dynamic SOQL: text to {@link SoqlQuery}. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { SoqlQuery } from './ast';
import { lowerQuery, SoqlClauseError } from './lower';

/** The text is no SOQL: the message says where and why. */
export class SoqlSyntaxError extends Error {}

class FirstError extends ApexErrorListener {
  message: string | null = null;

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.message ??= `${message} (line ${line}, column ${column + 1})`;
  }
}

const END_OF_FILE = -1;
const queryByText = new Map<string, SoqlQuery>();
const MAX_CACHED = 2000;

/**
 * Parses one query. Binds carry their name as written (`:name`) and their position as index.
 *
 * @throws SoqlSyntaxError when the text is not one whole query
 * @throws UnsupportedSoqlError when the local org does not support a clause of it
 */
export function parseSoql(text: string): SoqlQuery {
  const known = queryByText.get(text);
  if (known) return known;
  const query = parse(text);
  if (queryByText.size >= MAX_CACHED) queryByText.clear();
  queryByText.set(text, query);
  return query;
}

function parse(text: string): SoqlQuery {
  const errors = new FirstError();
  const { parser } = ApexParserFactory.createLexerAndParser(text, errors);
  const context = parser.query();
  const next = parser.getTokenStream().LT(1);
  if (errors.message === null && next && next.type !== END_OF_FILE) errors.message = `unexpected token: '${next.text}'`;
  if (errors.message !== null) throw new SoqlSyntaxError(errors.message);
  let bindCount = 0;
  try {
    return lowerQuery(context, () => bindCount++);
  } catch (error) {
    throw error instanceof SoqlClauseError ? new SoqlSyntaxError(error.message) : error;
  }
}
