/** Components with one mistake each, as people make them. Every one has to be refused by at least one gate. */

/** A bundle: its files by name. The bundle is called as the file that has its metadata. */
export interface ComponentMistake {
  readonly name: string;
  readonly bundle: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A clean component, which each mistake changes at one place. */
const MODULE = `import { LightningElement, api, wire } from 'lwc';
import PANEL_TITLE from '@salesforce/label/c.Thoughtly_Panel_Title';
import getCalls from '@salesforce/apex/MistakeController.getCalls';
import type { WireResult } from '@platform/wire';
import { upper } from 'c/mistakeText';

interface Turn {
  readonly key: string;
  readonly text: string;
}

interface Call {
  readonly id: string;
  readonly subject: string | null;
}

/** Lists the turns of a call. */
export default class Clean extends LightningElement {
  @api recordId?: string;
  @api heading = PANEL_TITLE;

  label = 'a';
  turns: readonly Turn[] = [];
  selected?: Turn;
  calls?: readonly Call[];

  @wire(getCalls, { recordId: '$recordId' })
  handleCalls({ data }: WireResult<Call[]>): void {
    this.calls = data;
  }

  get title(): string {
    return upper(this.heading);
  }

  get hasTurns(): boolean {
    return this.turns.length > 0;
  }

  handleSelect(event: CustomEvent<{ key: string }>): void {
    this.selected = this.turns.find((turn) => turn.key === event.detail.key);
  }

  renderedCallback(): void {
    this.refs?.list?.classList.toggle('is-filled', this.hasTurns);
  }
}
`;

const TEMPLATE = `<template>
  <h2>{title}</h2>
  <template lwc:if={selected}>
    <p>{selected.text}</p>
  </template>
  <ul lwc:ref="list">
    <template for:each={turns} for:item="turn">
      <li key={turn.key}>
        <c-mistake-row text={turn.text} row-key={turn.key} onselectrow={handleSelect}></c-mistake-row>
      </li>
    </template>
  </ul>
  <lightning-button label={label} variant="brand" onclick={handleSelect}></lightning-button>
</template>
`;

const METADATA = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <description>Lists the turns of a call.</description>
    <isExposed>true</isExposed>
    <masterLabel>Turns</masterLabel>
    <targets>
        <target>lightning__RecordPage</target>
    </targets>
    <targetConfigs>
        <targetConfig targets="lightning__RecordPage">
            <property name="heading" label="Heading" type="String"/>
            <objects>
                <object>Lead</object>
            </objects>
            <supportedFormFactors>
                <supportedFormFactor type="Small"/>
            </supportedFormFactors>
        </targetConfig>
    </targetConfigs>
</LightningComponentBundle>
`;

const HIDDEN = METADATA.replace(/ {4}<targets>[\s\S]*<\/targetConfigs>\n/, '').replace(
  '<isExposed>true',
  '<isExposed>false'
);

const STYLES = '.list {\n  margin: var(--slds-g-spacing-2, 0.5rem);\n}\n';

function bundleFiles(
  bundle: string,
  module: string,
  template: string,
  metadata: string,
  styles = STYLES
): Record<string, string> {
  return {
    [`${bundle}.ts`]: module,
    [`${bundle}.html`]: template,
    [`${bundle}.css`]: styles,
    [`${bundle}.js-meta.xml`]: metadata
  };
}

const mistakes: ComponentMistake[] = [];

/** Replaces one text of the clean component. @throws Error when the text is not there */
function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`The clean component has no ${from}`);
  return text.replace(from, to);
}

const nextBundle = () => `mistake${String(mistakes.length + 1).padStart(2, '0')}`;

function add(name: string, files: (bundle: string) => Readonly<Record<string, string>>): void {
  const bundle = nextBundle();
  mistakes.push({ name, bundle, files: files(bundle) });
}

const inTemplate = (name: string, from: string, to: string) =>
  add(name, (bundle) => bundleFiles(bundle, MODULE, replace(TEMPLATE, from, to), METADATA));
const inModule = (name: string, from: string, to: string) =>
  add(name, (bundle) => bundleFiles(bundle, replace(MODULE, from, to), TEMPLATE, METADATA));
const inMetadata = (name: string, from: string, to: string) =>
  add(name, (bundle) => bundleFiles(bundle, MODULE, TEMPLATE, replace(METADATA, from, to)));
const inStyles = (name: string, styles: string) =>
  add(name, (bundle) => bundleFiles(bundle, MODULE, TEMPLATE, METADATA, styles));

// Templates: names
inTemplate('misspelled property', '{title}', '{titel}');
inTemplate('misspelled member of a property', '{selected.text}', '{selected.txt}');
inTemplate('misspelled handler', 'onclick={handleSelect}', 'onclick={handleSelekt}');
inTemplate('misspelled member of a loop item', 'text={turn.text}', 'text={turn.txt}');
inTemplate('misspelled loop item', '<li key={turn.key}>', '<li key={trun.key}>');
inTemplate('loop item used outside its loop', '<p>{selected.text}</p>', '<p>{turn.text}</p>');
inTemplate('misspelled condition', 'lwc:if={selected}', 'lwc:if={selectd}');
inTemplate('misspelled collection', 'for:each={turns}', 'for:each={turn}');
inTemplate('collection that is no array', 'for:each={turns}', 'for:each={label}');
inTemplate('handler that is no method', 'onclick={handleSelect}', 'onclick={label}');
inTemplate('method where a value is wanted', '{title}', '{handleSelect}');
inTemplate('method as a condition', 'lwc:if={selected}', 'lwc:if={handleSelect}');
inTemplate('object where text is wanted', '<h2>{title}</h2>', '<h2>{turns}</h2>');
inTemplate('member of what may be missing', '<h2>{title}</h2>', '<h2>{selected.text}</h2>');

// Templates: children
inTemplate('unknown child', '<h2>{title}</h2>', '<c-mistake-roww></c-mistake-roww>');
inTemplate('unknown attribute of a child', 'row-key={turn.key}', 'rowkey={turn.key}');
inTemplate('attribute of a child that is not public', 'row-key={turn.key}', 'inner={turn.key}');
inTemplate('attribute of the wrong type', 'text={turn.text}', 'text={turns}');
inTemplate('literal attribute of the wrong type', 'text={turn.text}', 'text={turn.text} count="many"');
inTemplate('event that the child never raises', 'onselectrow', 'onselectedrow');
inTemplate('child that is a module', '<h2>{title}</h2>', '<c-mistake-text></c-mistake-text>');
inTemplate(
  'slot that the child does not have',
  '<h2>{title}</h2>',
  '<c-mistake-row text="a"><p slot="header">a</p></c-mistake-row>'
);
inTemplate('unknown base component', '<h2>{title}</h2>', '<lightning-buton></lightning-buton>');
inTemplate('unknown attribute of a base component', '<lightning-button label', '<lightning-button lable');

inTemplate('unknown icon', '<h2>{title}</h2>', '<lightning-icon icon-name="utility:cal"></lightning-icon>');
inTemplate('unknown variant of a base component', 'variant="brand"', 'variant="branded"');
inTemplate('input without a label', '<h2>{title}</h2>', '<lightning-input value={label}></lightning-input>');
inTemplate(
  'misspelled part of an iterator',
  '<h2>{title}</h2>',
  '<template iterator:it={turns}><p key={it.value.key}>{it.valu.text}</p></template>'
);
inTemplate(
  'misspelled member of an iterated item',
  '<h2>{title}</h2>',
  '<template iterator:it={turns}><p key={it.value.key}>{it.value.txt}</p></template>'
);
inTemplate('index as a key', '<li key={turn.key}>', '<li key={index}>');

// Templates: what the compiler refuses
inTemplate('missing key in a loop', '<li key={turn.key}>', '<li>');
inTemplate('unclosed element', '</h2>', '');
inTemplate('expression in a template', '{title}', '{title + label}');
inTemplate('call in a template', '{title}', '{title()}');
inTemplate('quoted expression', 'text={turn.text}', 'text="{turn.text}"');
inTemplate('else without if', '<h2>{title}</h2>', '<p lwc:else>{title}</p>');
inTemplate('for:each without for:item', ' for:item="turn"', '');
inTemplate('unknown directive', 'lwc:ref="list"', 'lwc:reference="list"');
inTemplate('script in a template', '<h2>{title}</h2>', '<script>alert(1)</script>');
inTemplate('style in a template', '<h2>{title}</h2>', '<style>h2 { color: red; }</style>');
inTemplate('inline handler', 'onclick={handleSelect}', 'onclick="handleSelect()"');
inTemplate('link to another window without rel', '<h2>{title}</h2>', '<a href={label} target="_blank">{title}</a>');
inTemplate('image without alternative text', '<h2>{title}</h2>', '<img src={label}>');

// Modules
inModule('unknown Apex method', 'MistakeController.getCalls', 'MistakeController.getCall');
inModule('unknown Apex class', 'MistakeController.getCalls', 'MistakeControler.getCalls');
inModule('wrong parameter of an Apex method', "{ recordId: '$recordId' }", "{ leadId: '$recordId' }");
inModule('wrong result of an Apex method', '{ data }: WireResult<Call[]>', '{ data }: WireResult<Turn[]>');
inModule('wire of a method that is not cacheable', 'MistakeController.getCalls', 'MistakeController.saveCalls');
inModule('reactive name that is no member', "'$recordId'", "'$recordid'");
inModule('unknown label', 'c.Thoughtly_Panel_Title', 'c.Thoughtly_Panel_Titel');
inModule(
  'unknown field',
  'import PANEL_TITLE',
  "import PHONE from '@salesforce/schema/Lead.Phon__c';\nexport const FIELDS = [PHONE];\nimport PANEL_TITLE"
);
inModule(
  'unknown object',
  'import PANEL_TITLE',
  "import LEAD from '@salesforce/schema/Leads';\nexport const OBJECTS = [LEAD];\nimport PANEL_TITLE"
);
inModule('unknown bundle', "'c/mistakeText'", "'c/mistakeTexts'");
inModule('unknown export of a bundle', 'import { upper }', 'import { uper as upper }');
inModule(
  'unknown static resource',
  'import PANEL_TITLE',
  "import LOGO from '@salesforce/resourceUrl/Thoughtly_No_Logo';\nexport const LOGOS = [LOGO];\nimport PANEL_TITLE"
);
inModule(
  'unknown custom permission',
  'import PANEL_TITLE',
  "import ALLOWED from '@salesforce/customPermission/Thoughtly_No_Such';\nexport const FLAGS = [ALLOWED];\nimport PANEL_TITLE"
);
inModule(
  'unknown module of the platform',
  'import PANEL_TITLE',
  "import { toast } from 'lightning/noSuchModule';\nexport const TOASTS = [toast];\nimport PANEL_TITLE"
);
inModule('wrong type of a value', "label = 'a';", "label: number = 'a';");
inModule('unknown member of this', 'upper(this.heading)', 'upper(this.headng)');
inModule('value that may be missing', 'upper(this.heading)', 'upper(this.selected.text)');
inModule('@api and @wire on one member', '@wire(getCalls', '@api\n  @wire(getCalls');
inModule('element without a reference', 'this.refs?.list?', 'this.refs?.lists?');
inModule('public name with a capital', '@api heading', '@api Heading');
inModule('public property that is set to true', "label = 'a';", "label = 'a';\n  @api isOpen = true;");
inModule(
  'markup written into the page',
  'this.refs?.list?.classList',
  "this.template.querySelector('ul')!.innerHTML = this.label;\n    this.refs?.list?.classList"
);
inModule(
  'query of the whole document',
  'this.refs?.list?.classList',
  "document.querySelector('ul')?.remove();\n    this.refs?.list?.classList"
);
inModule(
  'event that no template can listen to',
  '  renderedCallback',
  "  tell(): void {\n    this.dispatchEvent(new CustomEvent('selectTurn'));\n  }\n\n  renderedCallback"
);
inModule('any', "label = 'a';", 'label: any = 1;');
inModule('enum', 'interface Turn {', 'export enum Color { Red }\n\ninterface Turn {');
inModule('unfinished class', '  get title(): string {', '  get title(: string {');
inModule('type imported as a value', 'import type { WireResult }', 'import { WireResult }');
inModule('unused import', 'import PANEL_TITLE', "import { mistakes } from 'c/mistakeText';\nimport PANEL_TITLE");
inModule('class that is no component', 'extends LightningElement ', '');
add('module that is missing', (bundle) => ({ [`${bundle}.js-meta.xml`]: METADATA }));
add('metadata that is missing', (bundle) => ({ [`${bundle}.ts`]: MODULE, [`${bundle}.html`]: TEMPLATE }));
add('target without a class', (bundle) => ({
  [`${bundle}.ts`]: 'export const A = 1;\n',
  [`${bundle}.js-meta.xml`]: METADATA
}));

// Metadata
inMetadata('unknown target', '<target>lightning__RecordPage<', '<target>lightning__RecordPages<');
inMetadata('settings of a target that is not there', 'targets="lightning__RecordPage"', 'targets="lightning__AppPage"');
inMetadata('exposed without a target', /<targets>[\s\S]*<\/targetConfigs>/.exec(METADATA)?.[0] ?? '', '');
inMetadata('target without being exposed', '<isExposed>true', '<isExposed>false');
inMetadata('exposed that is no Boolean', '<isExposed>true', '<isExposed>yes');
inMetadata('unknown object', '<object>Lead<', '<object>Leed<');
inMetadata('unknown form factor', 'type="Small"', 'type="Medium"');
inMetadata('design property that the class lacks', 'name="heading"', 'name="headline"');
inMetadata('design property of an unknown type', 'type="String"', 'type="Text"');
inMetadata('default of the wrong type', 'type="String"', 'type="Integer" default="ten"');
inMetadata('design property without a label', ' label="Heading"', '');
inMetadata('malformed XML', '</targets>', '');
inMetadata(
  'unknown element',
  '<masterLabel>Turns</masterLabel>',
  '<masterLabel>Turns</masterLabel><visible>true</visible>'
);
inMetadata('no version', '<apiVersion>66.0</apiVersion>', '');
inMetadata('no label', '<masterLabel>Turns</masterLabel>', '');
inMetadata('no description', '<description>Lists the turns of a call.</description>', '');

// Styles
inStyles('unclosed style', '.list {\n  color: inherit;\n');
inStyles('class of the design system overridden', '.slds-button {\n  margin: var(--slds-g-spacing-2, 0.5rem);\n}\n');
inStyles('retired design token', '.list {\n  color: var(--lwc-colorTextDefault);\n}\n');
inStyles('color that no theme can change', '.list {\n  color: #16325c;\n}\n');
inStyles('style sheet from outside', "@import url('https://example.com/a.css');\n");

export const COMPONENT_MISTAKES: readonly ComponentMistake[] = mistakes;

const ROW_MODULE = `import { LightningElement, api } from 'lwc';

/** One row; raises \`selectrow\` with the key of the row. */
export default class MistakeRow extends LightningElement {
  @api text = '';
  @api rowKey?: string;
  @api count?: number;

  inner = 'a';

  handleClick(): void {
    this.dispatchEvent(new CustomEvent('selectrow', { detail: { key: this.rowKey } }));
  }
}
`;
const ROW_TEMPLATE =
  '<template>\n  <button type="button" onclick={handleClick}>{text}</button>\n  <slot name="footer"></slot>\n</template>\n';

/** Clean bundles beside the mistakes: what they use, and what they are made of. */
export const CLEAN_COMPONENTS: readonly ComponentMistake[] = [
  { name: 'clean component', bundle: 'cleanTurns', files: bundleFiles('cleanTurns', MODULE, TEMPLATE, METADATA) },
  { name: 'clean child', bundle: 'mistakeRow', files: bundleFiles('mistakeRow', ROW_MODULE, ROW_TEMPLATE, HIDDEN) },
  {
    name: 'clean module',
    bundle: 'mistakeText',
    files: {
      'mistakeText.ts':
        '/** The text in capitals. */\nexport function upper(text: string): string {\n  return text.toUpperCase();\n}\n\nexport const mistakes: readonly string[] = [];\n',
      'mistakeText.js-meta.xml': HIDDEN
    }
  }
];

/** What the components call. */
export const CONTROLLER = `public with sharing class MistakeController {
  @AuraEnabled(cacheable=true)
  public static List<Call> getCalls(Id recordId) {
    return new List<Call>();
  }

  @AuraEnabled
  public static List<Call> saveCalls(Id recordId) {
    return new List<Call>();
  }

  public class Call {
    @AuraEnabled
    public Id id { get; private set; }
    @AuraEnabled
    public String subject { get; private set; }
  }
}
`;
