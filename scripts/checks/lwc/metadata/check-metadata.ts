/** Checks `js-meta.xml`: the targets that a bundle names, their settings, and the properties that admins set. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type ts from 'typescript';
import type { OrgSchema } from '../../../local-org/schema/model';
import { decoratorNames } from '../program';
import { lineOf } from '../workspace';
import { FORM_FACTORS, PROPERTY_TYPES, RECORD_TARGETS, ROOT_ELEMENTS, TARGETS } from './targets';

type Attributes = Readonly<Record<string, string | undefined>>;

interface TargetConfig {
  readonly '@targets'?: string;
  readonly property?: readonly Attributes[];
  readonly objects?: { readonly object?: readonly string[] };
  readonly supportedFormFactors?: { readonly supportedFormFactor?: readonly Attributes[] };
}

interface BundleXml {
  readonly apiVersion?: string;
  readonly description?: string;
  readonly isExposed?: string;
  readonly masterLabel?: string;
  readonly targets?: { readonly target?: readonly string[] };
  readonly targetConfigs?: { readonly targetConfig?: readonly TargetConfig[] };
}

const LISTS: ReadonlySet<string> = new Set(['target', 'targetConfig', 'property', 'object', 'supportedFormFactor']);
const OLDEST_VERSION = 45;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => LISTS.has(name)
});

export interface MetadataContext {
  readonly schema: OrgSchema;
  /** The component's class; undefined when the bundle has none. */
  readonly component: ts.Type | undefined;
  readonly checker: ts.TypeChecker;
  report(rule: string, line: number, message: string): void;
}

/** Checks the text of one file. */
export function checkMetadata(text: string, context: MetadataContext): void {
  const validity = XMLValidator.validate(text);
  if (validity !== true) return context.report('xml', validity.err.line, validity.err.msg);
  const parsed = parser.parse(text) as { LightningComponentBundle?: BundleXml | '' };
  const bundle = parsed.LightningComponentBundle;
  if (bundle === undefined) return context.report('xml', 1, 'The root element must be LightningComponentBundle');
  const check = new MetadataCheck(text, context);
  check.bundle(bundle === '' ? {} : bundle);
}

class MetadataCheck {
  readonly #text: string;
  readonly #context: MetadataContext;

  constructor(text: string, context: MetadataContext) {
    this.#text = text;
    this.#context = context;
  }

  bundle(bundle: BundleXml): void {
    for (const name of Object.keys(bundle)) {
      if (!name.startsWith('@') && !ROOT_ELEMENTS.has(name))
        this.#report('element', `<${name}`, `Unknown element <${name}>`);
    }
    this.#version(bundle.apiVersion);
    // Admins meet exposed bundles in the page builder.
    const isExposed = bundle.isExposed === 'true';
    if (isExposed && !bundle.masterLabel)
      this.#report('label', '<LightningComponentBundle', 'The bundle needs a masterLabel for people');
    if (isExposed && !bundle.description)
      this.#report('description', '<LightningComponentBundle', 'The bundle needs a description');
    if (bundle.isExposed !== undefined && !/^(true|false)$/.test(bundle.isExposed))
      this.#report('exposed', '<isExposed', 'isExposed must be true or false');
    const targets = bundle.targets?.target ?? [];
    for (const target of targets) {
      if (!TARGETS.has(target)) this.#report('target', `>${target}<`, `Unknown target ${target}`);
    }
    if (bundle.isExposed === 'true' && targets.length === 0)
      this.#report('target', '<isExposed', 'An exposed bundle needs a target, or nobody can place it');
    if (bundle.isExposed !== 'true' && targets.length > 0)
      this.#report('exposed', '<targets', 'A bundle with targets must be exposed, or nobody can place it');
    if (targets.length > 0 && !this.#context.component)
      this.#report('target', '<targets', 'A bundle with targets needs a component class');
    for (const config of bundle.targetConfigs?.targetConfig ?? []) this.#config(config, new Set(targets));
  }

  #version(version: string | undefined): void {
    if (!/^\d+\.0$/.test(version ?? '') || Number(version) < OLDEST_VERSION)
      this.#report('api-version', '<apiVersion', 'apiVersion must be a version of the API, as 66.0');
  }

  #config(config: TargetConfig, targets: ReadonlySet<string>): void {
    const names = (config['@targets'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (names.length === 0) this.#report('target', '<targetConfig', 'A targetConfig must name its targets');
    for (const name of names) {
      if (!targets.has(name))
        this.#report(
          'target',
          `targets="${config['@targets'] ?? ''}"`,
          `The targetConfig is for ${name}, which is none of the targets`
        );
    }
    this.#objects(config.objects?.object ?? [], names);
    this.#properties(config.property ?? []);
    for (const factor of config.supportedFormFactors?.supportedFormFactor ?? []) {
      if (!FORM_FACTORS.has(factor['@type'] ?? ''))
        this.#report(
          'form-factor',
          `type="${factor['@type'] ?? ''}"`,
          `Unknown form factor ${factor['@type'] ?? ''}: Large or Small`
        );
    }
  }

  #objects(objects: readonly string[], targets: readonly string[]): void {
    if (objects.length > 0 && !targets.some((target) => RECORD_TARGETS.has(target)))
      this.#report('object', '<objects', `Only record pages and actions take objects`);
    for (const object of objects) {
      if (!this.#context.schema.findObject(object))
        this.#report('object', `<object>${object}<`, `There is no object ${object}`);
    }
    const twice = objects.find((object, index) => objects.indexOf(object) !== index);
    if (twice) this.#report('object', `<object>${twice}<`, `The object ${twice} is named twice`);
  }

  #properties(properties: readonly Attributes[]): void {
    const seen = new Set<string>();
    for (const property of properties) {
      const name = property['@name'] ?? '';
      const place = `name="${name}"`;
      if (seen.has(name)) this.#report('property', place, `The property ${name} is declared twice`);
      seen.add(name);
      const type = property['@type'] ?? '';
      if (!PROPERTY_TYPES.has(type) && !/^(@salesforce\/schema\/|apex:\/\/|\{)/.test(type))
        this.#report('property', place, `Unknown type ${type} of the property ${name}`);
      if (!property['@label']) this.#report('property', place, `The property ${name} needs a label for admins`);
      this.#default(name, type, property['@default'], place);
      if (this.#context.component) this.#member(name, place);
    }
  }

  #default(name: string, type: string, value: string | undefined, place: string): void {
    if (value === undefined) return;
    const isWrong =
      (type === 'Integer' && !/^-?\d+$/.test(value)) || (type === 'Boolean' && !/^(true|false)$/.test(value));
    if (isWrong) this.#report('property', place, `The default ${value} of ${name} is no ${type}`);
  }

  /** A design property sets the public property of the same name. */
  #member(name: string, place: string): void {
    const { component, checker } = this.#context;
    const member = component && checker.getPropertyOfType(component, name);
    if (!member || !decoratorNames(member).includes('api'))
      this.#report('property', place, `The component has no public property ${name}: declare it with @api`);
  }

  #report(rule: string, part: string, message: string): void {
    this.#context.report(rule, lineOf(this.#text, part), message);
  }
}
