/**
 * What TypeScript cannot see: the names that a template takes from its class, and what it gives to its children. An org
 * would render nothing, or the wrong thing, and say so to nobody.
 */
import type {
  BaseElement,
  ChildNode,
  ElseBlock,
  ElseifBlock,
  Expression,
  If,
  IfBlock,
  Root
} from '@lwc/template-compiler';
import type ts from 'typescript';
import { checkChild } from './children';
import { checkElement } from './elements';
import { isCallable, isObject, itemType, resolveExpression, type Resolution, type Scope } from './scope';
import type { TemplateContext } from './context';

const NO_NAMES: Scope = new Map();

/** Checks one parsed template against the class of its component. */
export function checkTemplate(root: Root, context: TemplateContext): void {
  new TemplateCheck(context).children(root.children, NO_NAMES, false);
}

class TemplateCheck {
  readonly #context: TemplateContext;

  constructor(context: TemplateContext) {
    this.#context = context;
  }

  children(nodes: readonly ChildNode[], scope: Scope, isGuarded: boolean): void {
    for (const node of nodes) this.#node(node, scope, isGuarded);
  }

  #node(node: ChildNode, scope: Scope, isGuarded: boolean): void {
    switch (node.type) {
      case 'Text':
        if (isExpression(node.value)) this.#text(node.value, scope, isGuarded, node.location.startLine);
        return;
      case 'Comment':
        return;
      case 'ForEach': {
        const items = this.#items(node.expression, scope, isGuarded, node.location.startLine);
        const names = new Map(scope).set(node.item.name, items);
        if (node.index) names.set(node.index.name, this.#context.checker.getNumberType());
        return this.children(node.children, names, isGuarded);
      }
      case 'ForOf': {
        const item = this.#items(node.expression, scope, isGuarded, node.location.startLine);
        return this.children(
          node.children,
          new Map(scope).set(node.iterator.name, { kind: 'iterator', item }),
          isGuarded
        );
      }
      case 'If':
      case 'IfBlock':
      case 'ElseifBlock':
      case 'ElseBlock':
        return this.#condition(node, scope, isGuarded);
      case 'ScopedSlotFragment': {
        const data = node.slotData.value;
        return this.children(node.children, new Map(scope).set(data.name, null), isGuarded);
      }
      default:
        return this.#element(node, scope, isGuarded);
    }
  }

  #condition(node: If | IfBlock | ElseifBlock | ElseBlock, scope: Scope, isGuarded: boolean): void {
    if ('condition' in node) this.#value(node.condition, scope, isGuarded, node.location.startLine);
    this.children(node.children, scope, true);
    if ('else' in node && node.else) this.#condition(node.else, scope, true);
  }

  #element(element: BaseElement, scope: Scope, isGuarded: boolean): void {
    for (const directive of element.directives) {
      if (isExpression(directive.value) && directive.name !== 'SlotData')
        this.#value(directive.value, scope, isGuarded, directive.location.startLine);
    }
    for (const attribute of element.attributes) {
      if (isExpression(attribute.value)) this.#text(attribute.value, scope, isGuarded, attribute.location.startLine);
    }
    const isNative = element.type === 'Element' || element.type === 'Slot';
    for (const property of element.properties) {
      if (!isExpression(property.value)) continue;
      if (isNative) this.#text(property.value, scope, isGuarded, property.location.startLine);
      else this.#resolve(property.value, scope, isGuarded, property.location.startLine);
    }
    for (const listener of element.listeners)
      this.#handler(listener.handler, scope, isGuarded, listener.location.startLine);
    const typeOf = (expression: Expression) =>
      resolveExpression(expression, this.#context.component, scope, true, this.#context.checker);
    if (element.type === 'Component') checkChild(element, typeOf, this.#context);
    checkElement(element, this.#context);
    this.children(element.children, scope, isGuarded);
  }

  /** Type of the items of a loop; null when it is not known. */
  #items(expression: Expression, scope: Scope, isGuarded: boolean, line: number): ts.Type | null {
    const resolution = this.#value(expression, scope, isGuarded, line);
    if (resolution.kind !== 'type') return null;
    const item = itemType(resolution.type, this.#context.checker);
    if (item === undefined)
      this.#report('loop', line, `{${resolution.path.join('.')}} is no array, so a loop cannot go over it`);
    return item ?? null;
  }

  #handler(expression: Expression, scope: Scope, isGuarded: boolean, line: number): void {
    const resolution = this.#resolve(expression, scope, isGuarded, line);
    if (resolution.kind === 'type' && !isCallable(resolution.type, this.#context.checker)) {
      this.#report('handler', line, `{${resolution.path.join('.')}} is no method, so it cannot handle an event`);
    }
  }

  /** A value that people read: never a method, never an object. */
  #text(expression: Expression, scope: Scope, isGuarded: boolean, line: number): void {
    const resolution = this.#value(expression, scope, isGuarded, line);
    if (resolution.kind !== 'type' || isCallable(resolution.type, this.#context.checker)) return;
    if (isObject(resolution.type, this.#context.checker))
      this.#report('text', line, `{${resolution.path.join('.')}} is an object; a reader would see "[object Object]"`);
  }

  /** A value: never a method, because templates do not call methods. */
  #value(expression: Expression, scope: Scope, isGuarded: boolean, line: number): Resolution {
    const resolution = this.#resolve(expression, scope, isGuarded, line);
    if (resolution.kind === 'type' && isCallable(resolution.type, this.#context.checker)) {
      this.#report(
        'value',
        line,
        `{${resolution.path.join('.')}} is a method; templates do not call methods, so make it a getter`
      );
    }
    return resolution;
  }

  #resolve(expression: Expression, scope: Scope, isGuarded: boolean, line: number): Resolution {
    const { component, checker } = this.#context;
    const resolution = resolveExpression(expression, component, scope, isGuarded, checker);
    if (resolution.kind === 'missing') {
      const owner = resolution.owner ? `type ${checker.typeToString(resolution.owner)}` : 'class';
      this.#report('member', line, `{${resolution.path.join('.')}}: there is no ${resolution.name} on the ${owner}`);
    } else if (resolution.kind === 'nullable') {
      this.#report(
        'nullable',
        line,
        `{${resolution.path.join('.')}}: ${resolution.name} may be missing, which breaks the page; put lwc:if around it`
      );
    }
    return resolution;
  }

  #report(rule: string, line: number, message: string): void {
    this.#context.report(rule, line, message);
  }
}

function isExpression(value: unknown): value is Expression {
  const { type } = value as { type?: string };
  return type === 'Identifier' || type === 'MemberExpression';
}
