/** The declaration pass: all types of all files first, then their headers and members. */
import type { CompilationUnit, MemberDeclaration, SourceSpan, TypeDeclaration } from '../../ast';
import { diagnostic, type DiagnosticNumber } from '../../diagnostics';
import type { BindEnvironment } from '../environment';
import { resolveType, type ReportType } from '../types/type-lookup';
import { isException } from '../types/relations';
import { declareMembers, declareImpliedConstructors } from './declare-members';
import { accessOf, annotationsOf, hasAnnotation, sharingOf } from './modifiers';
import { ProgramSymbols } from './program';
import type { TypeSymbol } from './symbols';

export interface SourceUnit {
  readonly path: string;
  readonly unit: CompilationUnit;
}

/** The name of the type that owns the methods of an anonymous block or a trigger, as stack traces have it. */
export function ownerName(unit: BodyUnit): string {
  return unit.kind === 'trigger' ? `Trigger.${unit.name.name}` : 'AnonymousBlock';
}

type BodyUnit = Exclude<CompilationUnit, { kind: 'type' }>;

/** Declares everything that the units hold. Errors of declarations are in `diagnostics` of the result. */
export function declareProgram(
  units: readonly SourceUnit[],
  environment: BindEnvironment,
  brokenTypes: ReadonlySet<string>
): ProgramSymbols {
  const program = new ProgramSymbols(environment, brokenTypes);
  declareUnits(program, units);
  return program;
}

/** Adds one more unit, such as an anonymous block, to a program. */
export function declareAdditional(program: ProgramSymbols, source: SourceUnit): void {
  declareUnits(program, [source]);
}

/** A new type and its members as written. */
interface Declared {
  readonly symbol: TypeSymbol;
  readonly members: readonly MemberDeclaration[];
}

function declareUnits(program: ProgramSymbols, units: readonly SourceUnit[]): void {
  const declared = units.flatMap((source) => declareUnit(program, source));
  for (const { symbol } of declared) declareHeader(program, symbol);
  for (const item of declared) declareBody(program, item);
}

function declareUnit(program: ProgramSymbols, { path, unit }: SourceUnit): Declared[] {
  if (unit.kind === 'type') return declareTypes(program, unit.declaration, null, path);
  const types = unit.members
    .filter(isTypeDeclaration)
    .flatMap((declaration) => declareTypes(program, declaration, null, path));
  const owner = ownerOf(unit, path);
  program.types.set(owner.name.toLowerCase(), owner);
  return [...types, { symbol: owner, members: unit.members }];
}

function isTypeDeclaration(member: MemberDeclaration): member is TypeDeclaration {
  return member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';
}

function ownerOf(unit: BodyUnit, path: string): TypeSymbol {
  const name = ownerName(unit);
  return {
    kind: 'class',
    name,
    simpleName: name,
    outer: null,
    path,
    type: { kind: 'user', name },
    access: 'private',
    sharing: 'none',
    isAbstract: false,
    isVirtual: false,
    isTest: false,
    isTestVisible: false,
    annotations: [],
    declaration: null,
    span: unit.body.span,
    ...emptyMembers()
  };
}

function emptyMembers() {
  return {
    inner: new Map(),
    fields: new Map(),
    methods: new Map(),
    constructors: [],
    enumConstants: [],
    initializers: [],
    superType: null,
    interfaces: []
  };
}

function declareTypes(
  program: ProgramSymbols,
  declaration: TypeDeclaration,
  outer: TypeSymbol | null,
  path: string
): Declared[] {
  const symbol = typeSymbol(declaration, outer, path);
  const key = symbol.name.toLowerCase();
  if (program.types.has(key)) {
    reportAt(program, path)(2006, `Type name already in use: ${symbol.name}`, declaration.name.span);
    return [];
  }
  program.types.set(key, symbol);
  outer?.inner.set(symbol.simpleName.toLowerCase(), symbol);
  const inner = declaration.kind === 'class' ? declaration.members.filter(isTypeDeclaration) : [];
  return [
    { symbol, members: membersOf(declaration) },
    ...inner.flatMap((member) => declareTypes(program, member, symbol, path))
  ];
}

function membersOf(declaration: TypeDeclaration): readonly MemberDeclaration[] {
  switch (declaration.kind) {
    case 'class':
      return declaration.members;
    case 'interface':
      return declaration.methods;
    case 'enum':
      return [];
  }
}

function typeSymbol(declaration: TypeDeclaration, outer: TypeSymbol | null, path: string): TypeSymbol {
  const simpleName = declaration.name.name;
  const name = outer ? `${outer.name}.${simpleName}` : simpleName;
  const annotations = annotationsOf(declaration.modifiers);
  const { names } = declaration.modifiers;
  return {
    kind: declaration.kind,
    name,
    simpleName,
    outer,
    path,
    declaration,
    annotations,
    type: { kind: 'user', name },
    access: accessOf(declaration.modifiers, 'private'),
    sharing: sharingOf(declaration.modifiers),
    isAbstract: names.has('abstract') || declaration.kind === 'interface',
    isVirtual: names.has('virtual') || names.has('abstract'),
    isTestVisible: hasAnnotation(annotations, 'testvisible'),
    isTest: hasAnnotation(annotations, 'istest') || (outer?.isTest ?? false),
    span: declaration.name.span,
    ...emptyMembers(),
    enumConstants: declaration.kind === 'enum' ? declaration.constants.map((constant) => constant.name) : []
  };
}

export type Report = (number: DiagnosticNumber, message: string, span: SourceSpan) => void;

/** Collects diagnostics of the declarations of one file. */
export function reportAt(program: ProgramSymbols, path: string): Report {
  return (number, message, span) => program.diagnostics.push(diagnostic(number, message, path, span));
}

function declareHeader(program: ProgramSymbols, symbol: TypeSymbol): void {
  const { declaration } = symbol;
  if (!declaration) return;
  const report = reportAt(program, symbol.path);
  const reportType: ReportType = (number, message, reference) => report(number, message, reference.span);
  // A header sees the types around the class, and those inside it.
  const resolve = (reference: Parameters<typeof resolveType>[1]) => resolveType(program, reference, symbol, reportType);
  if (declaration.kind === 'class') {
    if (declaration.superType) symbol.superType = resolve(declaration.superType);
    symbol.interfaces = declaration.interfaces.map(resolve);
  } else if (declaration.kind === 'interface') {
    symbol.interfaces = declaration.extended.map(resolve);
  }
}

function declareBody(program: ProgramSymbols, { symbol, members }: Declared): void {
  const { declaration } = symbol;
  if (declaration?.kind === 'enum') return;
  declareMembers(program, symbol, members, reportAt(program, symbol.path));
  if (declaration?.kind === 'class') declareImpliedConstructors(symbol, isException(program, symbol.type));
}
