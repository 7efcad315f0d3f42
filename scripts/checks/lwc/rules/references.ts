/** What modules import from the platform: Apex methods, objects and fields, labels, resources, permissions, bundles. */
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';
import { loadSchema } from '../../../local-org/schema/load';
import type { OrgSchema } from '../../../local-org/schema/model';
import { isCacheable } from '../apex-types/declarations';
import { readApexApi, type ApexApi } from '../apex-types/file';
import { decoratorName, decoratorsOf } from '../program';
import type { BundleRule, Problem, RuleContext } from '../rule';

/** What the sources offer to import. */
interface Offer {
  readonly schema: OrgSchema;
  readonly apex: ApexApi;
  readonly resources: ReadonlySet<string>;
}

/** The rule with what the sources offer, which is read once for all bundles. */
export function createReferencesRule(sources: readonly string[]): BundleRule {
  const offer: Offer = { schema: loadSchema(sources), apex: readApexApi(sources), resources: staticResources(sources) };
  return (bundle, context) => {
    const source = context.program.sourceOf(bundle);
    return source ? checkModule(source, offer, context) : [];
  };
}

function checkModule(source: ts.SourceFile, offer: Offer, context: RuleContext): Problem[] {
  const problems: Problem[] = [];
  const report = (node: ts.Node, rule: string, message: string) =>
    problems.push({
      rule,
      path: source.fileName,
      line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      message
    });
  const uncacheable = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const specifier = statement.moduleSpecifier.text;
    const message = missing(specifier, offer, context);
    if (message) report(statement, 'reference', message);
    if (isUncacheable(specifier, offer.apex) && statement.importClause?.name)
      uncacheable.add(statement.importClause.name.text);
  }
  checkWires(source, uncacheable, report);
  return problems;
}

/** Says what an import names in vain; undefined when it is there. */
function missing(
  specifier: string,
  { schema, apex, resources }: Offer,
  { workspace }: RuleContext
): string | undefined {
  const [scope, kind = '', name = ''] = specifier.split('/');
  if (scope === 'c')
    return workspace.bundles.some((bundle) => bundle.name === kind) ? undefined : `There is no bundle ${kind}`;
  if (scope !== '@salesforce' || name === '') return undefined;
  switch (kind) {
    case 'apex':
      return findMethod(name, apex) ? undefined : `There is no @AuraEnabled method ${name}`;
    case 'schema':
      return missingField(name, schema);
    case 'label':
      return !name.startsWith('c.') || schema.labels.has(name.slice(2).toLowerCase())
        ? undefined
        : `There is no label ${name.slice(2)}`;
    case 'resourceUrl':
      return resources.has(name) ? undefined : `There is no static resource ${name}`;
    case 'customPermission':
      return [...schema.customPermissions.keys()].some((item) => item.toLowerCase() === name.toLowerCase())
        ? undefined
        : `There is no custom permission ${name}`;
    default:
      return undefined;
  }
}

function findMethod(name: string, apex: ApexApi) {
  const [className, methodName] = name.split('.');
  return apex.controllers
    .find((item) => item.name === className)
    ?.methods.find((method) => method.name.name === methodName);
}

function isUncacheable(specifier: string, apex: ApexApi): boolean {
  const method = findMethod(specifier.replace('@salesforce/apex/', ''), apex);
  return method !== undefined && !isCacheable(method);
}

/** `Lead.Owner.Name` goes over relationships to its field. */
function missingField(name: string, schema: OrgSchema): string | undefined {
  const [objectName = '', ...path] = name.split('.');
  let object = schema.findObject(objectName);
  if (!object) return `There is no object ${objectName}`;
  for (const [index, part] of path.entries()) {
    if (index === path.length - 1)
      return schema.findField(object.name, part) ? undefined : `${object.name} has no field ${part}`;
    const parent = schema.findParentField(object.name, part);
    const target = parent?.referenceTo[0];
    object = target === undefined ? undefined : schema.findObject(target);
    if (!object) return `${name}: there is no relationship ${part}`;
  }
  return undefined;
}

function checkWires(
  source: ts.SourceFile,
  uncacheable: ReadonlySet<string>,
  report: (node: ts.Node, rule: string, message: string) => void
): void {
  const visit = (node: ts.Node): void => {
    if (ts.isClassElement(node)) {
      for (const decorator of decoratorsOf(node)) {
        if (decoratorName(decorator) !== 'wire' || !ts.isCallExpression(decorator.expression)) continue;
        const [adapter] = decorator.expression.arguments;
        if (adapter && uncacheable.has(adapter.getText()))
          report(
            decorator,
            'cacheable',
            `${adapter.getText()} is not @AuraEnabled(cacheable=true), so @wire cannot call it`
          );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function staticResources(sources: readonly string[]): Set<string> {
  const files = sources
    .filter((source) => existsSync(source))
    .flatMap((source) => readdirSync(source, { recursive: true, encoding: 'utf8' }));
  return new Set(
    files.filter((file) => file.endsWith('.resource-meta.xml')).map((file) => basename(file, '.resource-meta.xml'))
  );
}
