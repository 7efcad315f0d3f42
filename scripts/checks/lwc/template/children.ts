/** What a template gives to the components inside it: attributes, event handlers, slots. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  kebabcaseToCamelcase,
  type BaseElement,
  type Component,
  type Expression,
  type Property
} from '@lwc/template-compiler';
import type ts from 'typescript';
import { basePropertiesOf, isBaseComponent } from '../base-components';
import { decoratorNames } from '../program';
import type { ComponentBundle } from '../workspace';
import { checkBaseValues } from './base-values';
import type { TemplateContext } from './context';
import { isAnything, type Resolution } from './scope';

/** Every custom element has these, without declaring them. */
const GLOBAL_PROPERTIES: ReadonlySet<string> = new Set([
  'accessKey',
  'dir',
  'draggable',
  'hidden',
  'id',
  'lang',
  'role',
  'spellcheck',
  'tabIndex',
  'title'
]);

/** Events that any element raises by itself or passes on. */
const NATIVE_EVENTS: ReadonlySet<string> = new Set([
  'animationend',
  'blur',
  'change',
  'click',
  'contextmenu',
  'copy',
  'cut',
  'dblclick',
  'dragend',
  'dragenter',
  'dragleave',
  'dragover',
  'dragstart',
  'drop',
  'error',
  'focus',
  'focusin',
  'focusout',
  'input',
  'keydown',
  'keypress',
  'keyup',
  'load',
  'mousedown',
  'mouseenter',
  'mouseleave',
  'mousemove',
  'mouseout',
  'mouseover',
  'mouseup',
  'paste',
  'pointercancel',
  'pointerdown',
  'pointerenter',
  'pointerleave',
  'pointermove',
  'pointerout',
  'pointerover',
  'pointerup',
  'scroll',
  'slotchange',
  'submit',
  'touchcancel',
  'touchend',
  'touchmove',
  'touchstart',
  'transitionend',
  'wheel'
]);

type TypeOf = (expression: Expression) => Resolution;

/** Checks one component element of a template. */
export function checkChild(element: Component, typeOf: TypeOf, context: TemplateContext): void {
  const [namespace = ''] = element.name.split('-');
  const name = kebabcaseToCamelcase(element.name).slice(namespace.length + 1);
  if (namespace === 'lightning') return checkBaseComponent(element, name, context);
  if (namespace !== 'c') return;
  const bundle = context.findBundle(name);
  if (!bundle)
    return context.report(
      'component',
      element.location.startLine,
      `There is no component <${element.name}>: no bundle is called ${name}`
    );
  const child = context.componentOf(bundle);
  if (!child)
    return context.report(
      'component',
      element.location.startLine,
      `<${element.name}> is a module without a component class`
    );
  for (const property of element.properties) checkProperty(element, property, child, typeOf, context);
  for (const listener of element.listeners) {
    if (NATIVE_EVENTS.has(listener.name) || raisedEvents(bundle, context).has(listener.name)) continue;
    context.report('event', listener.location.startLine, `<${element.name}> never raises the event ${listener.name}`);
  }
  checkSlots(element, bundle, context);
}

function checkBaseComponent(element: Component, name: string, context: TemplateContext): void {
  const ambient = context.checker.getAmbientModules().some((module) => module.name === `"lightning/${name}"`);
  if (!isBaseComponent(name) && !ambient) {
    return context.report('component', element.location.startLine, `There is no base component <${element.name}>`);
  }
  checkBaseValues(element, name, context);
  const known = basePropertiesOf(name);
  if (!known) return;
  for (const property of element.properties) {
    if (known.has(property.name) || isGlobal(property.name)) continue;
    context.report(
      'attribute',
      property.location.startLine,
      `<${element.name}> has no attribute ${property.attributeName}`
    );
  }
}

function isGlobal(name: string): boolean {
  return GLOBAL_PROPERTIES.has(name) || /^aria[A-Z]/.test(name);
}

function checkProperty(
  element: Component,
  property: Property,
  child: ts.Type,
  typeOf: TypeOf,
  context: TemplateContext
): void {
  const { checker } = context;
  const line = property.location.startLine;
  const member = checker.getPropertyOfType(child, property.name);
  const isPublic = member !== undefined && decoratorNames(member).includes('api');
  if (!isPublic) {
    if (isGlobal(property.name)) return;
    const reason = member ? 'is not public: give it @api' : 'does not exist';
    return context.report('attribute', line, `<${element.name}>: ${property.name} ${reason}`);
  }
  const given = typeOfValue(property, typeOf, checker);
  const wanted = checker.getTypeOfSymbol(member);
  if (!given || isAnything(given) || isAnything(wanted)) return;
  // Whether a value is there yet is the child's business: every public property starts out undefined.
  if (checker.isTypeAssignableTo(checker.getNonNullableType(given), wanted)) return;
  context.report(
    'attribute-type',
    line,
    `<${element.name}>: ${property.name} takes ${checker.typeToString(wanted)}, not ${checker.typeToString(given)}`
  );
}

function typeOfValue(property: Property, typeOf: TypeOf, checker: ts.TypeChecker): ts.Type | undefined {
  const { value } = property;
  if (value.type === 'Literal')
    return typeof value.value === 'boolean' ? checker.getTrueType() : checker.getStringLiteralType(value.value);
  const resolution = typeOf(value);
  return resolution.kind === 'type' ? resolution.type : undefined;
}

/** Children that go into a slot must name one that the component has. */
function checkSlots(element: BaseElement, bundle: ComponentBundle, context: TemplateContext): void {
  const slots = slotNames(bundle);
  if (!slots) return;
  for (const child of element.children) {
    if (!('attributes' in child)) continue;
    const slot = child.attributes.find((attribute) => attribute.name === 'slot');
    if (slot?.value.type !== 'Literal' || slots.has(String(slot.value.value))) continue;
    context.report('slot', child.location.startLine, `<${element.name}> has no slot ${String(slot.value.value)}`);
  }
}

function slotNames(bundle: ComponentBundle): ReadonlySet<string> | null {
  const templates = templatesOf(bundle);
  if (templates === '') return null;
  return new Set([...templates.matchAll(/<slot\b[^>]*?\bname="([^"]*)"/g)].map((match) => match[1] ?? ''));
}

function templatesOf(bundle: ComponentBundle): string {
  return bundle.files
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(join(bundle.copy, file), 'utf8'))
    .join('\n');
}

/** Names in `new CustomEvent('name')` of a component, its base classes, and everything that it renders. */
function raisedEvents(
  bundle: ComponentBundle,
  context: TemplateContext,
  seen = new Set<string>()
): ReadonlySet<string> {
  seen.add(bundle.name);
  const events = new Set<string>();
  const code = bundle.files
    .filter((file) => /\.[tj]s$/.test(file) && !file.includes('__tests__'))
    .map((file) => readFileSync(join(bundle.copy, file), 'utf8'));
  // Any text of the module counts: names of events are often constants.
  for (const [, name = ''] of code.join('\n').matchAll(/['"`]([a-z][a-z0-9_]*)['"`]/g)) events.add(name);
  const imported = [...code.join('\n').matchAll(/from ['"]c\/(\w+)['"]/g)].map((match) => match[1] ?? '');
  const rendered = [...templatesOf(bundle).matchAll(/<c-([a-z0-9-]+)/g)].map((match) =>
    kebabcaseToCamelcase(match[1] ?? '')
  );
  for (const name of [...imported, ...rendered]) {
    const other = context.findBundle(name);
    if (other && !seen.has(name)) raisedEvents(other, context, seen).forEach((event) => events.add(event));
  }
  return events;
}
