/** Apex source to syntax tree, by the grammar of `@apexdevtools/apex-parser`. */
import {
  ApexErrorListener,
  ApexParserFactory,
  type AnonymousUnitContext,
  type MemberDeclarationContext,
  type TriggerUnitContext
} from '@apexdevtools/apex-parser';
import type {
  BlockStatement,
  CompilationUnit,
  FieldDeclaration,
  MemberDeclaration,
  SourceSpan,
  Statement,
  TriggerEvent
} from '../ast';
import type { Diagnostic } from '../diagnostics';
import { lowerMember, lowerTypeDeclaration } from './declarations';
import { createParseScope, type ParseScope } from './scope';
import { identifier, spanOf } from './span';
import { lowerStatement } from './statements';

export interface ParseResult {
  /** Null when syntax errors left nothing to work with. */
  readonly unit: CompilationUnit | null;
  readonly diagnostics: readonly Diagnostic[];
}

class SyntaxErrors extends ApexErrorListener {
  readonly scope: ParseScope;
  /** Where a double quote was reported; its partner on the line needs no error of its own. */
  private doubleQuoteLine = 0;

  constructor(scope: ParseScope) {
    super();
    this.scope = scope;
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    const span: SourceSpan = { line, column, endLine: line, endColumn: column + 1, start: 0, end: 0 };
    const isClosingQuote = message === DOUBLE_QUOTE && this.doubleQuoteLine === line;
    if (message === DOUBLE_QUOTE) this.doubleQuoteLine = line;
    if (!isClosingQuote) this.scope.report(1001, explained(message), span);
  }
}

const UNKNOWN = 'token recognition error at: ';
const DOUBLE_QUOTE = `${UNKNOWN}'"'`;

/** What the parser could not read, in words that name the remedy. */
function explained(message: string): string {
  if (message === DOUBLE_QUOTE) return "Double quotes do not hold text in Apex. Use single quotes: 'text'";
  if (message.startsWith(`${UNKNOWN}''`)) return 'The text has no closing single quote on its line. Add it';
  return shorten(message);
}

/** The parser lists every word that could be a name: say that in one word. */
function shorten(message: string): string {
  return message.replace(/ expecting \{(.{120,})\}$/s, (_, words: string) =>
    words.includes('Identifier') ? ' expecting an identifier' : ''
  );
}

/** Parses a class (`.cls`) or trigger (`.trigger`) file; the ending of `path` says which. */
export function parseUnit(path: string, source: string): ParseResult {
  return path.toLowerCase().endsWith('.trigger') ? parseTrigger(path, source) : parseClass(path, source);
}

function parseClass(path: string, source: string): ParseResult {
  const { scope, parser } = open(path, source);
  const context = parser.compilationUnit();
  if (scope.diagnostics.length > 0) return { unit: null, diagnostics: scope.diagnostics };
  const declaration = lowerTypeDeclaration(context.typeDeclaration(), scope);
  return { unit: declaration && { kind: 'type', declaration }, diagnostics: scope.diagnostics };
}

function parseTrigger(path: string, source: string): ParseResult {
  const { scope, parser } = open(path, source);
  const context: TriggerUnitContext = parser.triggerUnit();
  if (scope.diagnostics.length > 0) return { unit: null, diagnostics: scope.diagnostics };
  const events = context.triggerCase_list().map((item) => {
    const time = item.BEFORE() ? 'before' : 'after';
    const event = item.INSERT() ? 'insert' : item.UPDATE() ? 'update' : item.DELETE() ? 'delete' : 'undelete';
    return `${time} ${event}` as TriggerEvent;
  });
  const block = context.triggerBlock();
  const { body, members } = lowerMixedBlock(
    block.triggerBlockMember_list(),
    (item) => item.triggerMemberDeclaration(),
    spanOf(block),
    scope
  );
  const unit: CompilationUnit = {
    kind: 'trigger',
    name: identifier(context.id(0)),
    objectName: identifier(context.id(1)),
    events,
    body,
    members
  };
  return { unit, diagnostics: scope.diagnostics };
}

/** Parses anonymous Apex: statements with methods and types between them. */
export function parseAnonymous(path: string, source: string): ParseResult {
  const { scope, parser } = open(path, source);
  const context: AnonymousUnitContext = parser.anonymousUnit();
  if (scope.diagnostics.length > 0) return { unit: null, diagnostics: scope.diagnostics };
  const block = context.anonymousBlock();
  const { body, members } = lowerMixedBlock(
    block.anonymousBlockMember_list(),
    (item) => item.anonymousMemberDeclaration(),
    spanOf(block),
    scope
  );
  return { unit: { kind: 'anonymous', body, members }, diagnostics: scope.diagnostics };
}

type MixedMember = Pick<
  ReturnType<ReturnType<TriggerUnitContext['triggerBlock']>['triggerBlockMember']>,
  'statement' | 'modifier_list'
>;

/** Splits a block that mixes statements and declarations. */
function lowerMixedBlock<M extends MixedMember>(
  items: readonly M[],
  declarationOf: (item: M) => unknown,
  span: SourceSpan,
  scope: ParseScope
): { body: BlockStatement; members: MemberDeclaration[] } {
  const statements: Statement[] = [];
  const members: MemberDeclaration[] = [];
  for (const item of items) {
    const declaration = declarationOf(item);
    if (declaration) {
      for (const member of lowerMember(declaration as MemberDeclarationContext, item.modifier_list(), scope)) {
        if (member.kind === 'field') statements.push(localVariable(member));
        else members.push(member);
      }
    } else if (item.statement()) statements.push(lowerStatement(item.statement(), scope));
  }
  return { body: { kind: 'block', span, statements }, members };
}

/** The grammar cannot tell a variable of such a block from a field. */
function localVariable(field: FieldDeclaration): Statement {
  const { span, modifiers, type, name, initializer } = field;
  return { kind: 'local', span, modifiers, type, declarators: [{ name, initializer }] };
}

function open(path: string, source: string) {
  const scope = createParseScope(path, source);
  const { parser } = ApexParserFactory.createLexerAndParser(source, new SyntaxErrors(scope));
  return { scope, parser };
}
