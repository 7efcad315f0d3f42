/** The TypeScript program of a workspace of components, and what rules ask of it. */
import { join } from 'node:path';
import ts from 'typescript';
import type { ComponentBundle, ComponentWorkspace } from './workspace';
import { entryOf } from './workspace';

export interface ComponentProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The module file of a bundle; undefined when it has none, as a bundle of styles. */
  sourceOf(bundle: ComponentBundle): ts.SourceFile | undefined;
  /** The class that the module exports as default, as the type of its instances. Undefined for modules of functions. */
  componentOf(bundle: ComponentBundle): ts.InterfaceType | undefined;
}

export function createComponentProgram(workspace: ComponentWorkspace): ComponentProgram {
  const path = join(workspace.directory, 'tsconfig.json');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    workspace.directory,
    undefined,
    path
  );
  const program = ts.createProgram(fileNames, options);
  const checker = program.getTypeChecker();
  const sourceOf = (bundle: ComponentBundle) => {
    const entry = entryOf(bundle);
    return entry === undefined ? undefined : program.getSourceFile(join(bundle.copy, entry));
  };
  const componentOf = (bundle: ComponentBundle) => {
    const source = sourceOf(bundle);
    const module = source && checker.getSymbolAtLocation(source);
    const exported = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'default');
    if (!exported) return undefined;
    const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    return target.flags & ts.SymbolFlags.Class
      ? (checker.getDeclaredTypeOfSymbol(target) as ts.InterfaceType)
      : undefined;
  };
  return { program, checker, sourceOf, componentOf };
}

/** The decorators of a member: `api`, `wire`, `track`. A getter and a setter share theirs. */
export function decoratorNames(member: ts.Symbol): string[] {
  return (member.declarations ?? []).flatMap((declaration) => decoratorsOf(declaration).map(decoratorName));
}

export function decoratorsOf(declaration: ts.Declaration): readonly ts.Decorator[] {
  return ts.canHaveDecorators(declaration) ? (ts.getDecorators(declaration) ?? []) : [];
}

export function decoratorName(decorator: ts.Decorator): string {
  const { expression } = decorator;
  return ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText();
}
