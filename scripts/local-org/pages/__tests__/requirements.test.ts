import path from 'node:path';
import { findBundles } from '../build/bundles';
import { readRequirements } from '../build/requirements';
import { checkRequirements } from '../build/application';
import type { PlatformMetadata } from '../build/platform-modules';
import { writeComponents } from './components';
import { SOURCE } from './sample-org';

const METADATA: PlatformMetadata = {
  findLabel: (name) => (name === 'Known' ? 'A text' : undefined),
  findTranslations: () => ({}),
  hasObject: (object) => object === 'Lead',
  hasField: (object, field) => object === 'Lead' && field === 'Name'
};

function diagnose(files: Readonly<Record<string, string>>): string[] {
  const bundles = findBundles([writeComponents(files)]);
  return checkRequirements(readRequirements(bundles).modules, bundles, METADATA).map(
    ({ code, message, place }) => `${code} ${path.basename(place)} ${message}`
  );
}

describe('requirements of components', () => {
  it('reads tags, imports and icons', () => {
    const source = writeComponents({
      'card/card.html':
        '<template>\n  <lightning-button-icon icon-name="utility:close"></lightning-button-icon>\n</template>',
      'card/card.ts':
        "import { LightningElement } from 'lwc';\nimport type { A } from 'c/types';\nimport {\n  getRecord\n} from 'lightning/uiRecordApi';\nconst icon = 'standard:lead';\nexport default class Card extends LightningElement {}"
    });
    const requirements = readRequirements(findBundles([source]));

    expect(requirements.icons).toEqual(['standard:lead', 'utility:close']);
    expect(requirements.modules.map(({ module, kind }) => `${kind} ${module}`)).toEqual([
      'tag lightning/buttonIcon',
      'import lightning/uiRecordApi'
    ]);
  });

  it('finds the TypeScript of a bundle, not the JavaScript that is built from it', () => {
    const source = writeComponents({ 'card/card.ts': 'export const a = 1;', 'card/card.js': 'export const a = 1;' });
    expect(findBundles([source]).map(({ entry }) => path.basename(entry))).toEqual(['card.ts']);
  });

  it('lets a later folder replace a bundle', () => {
    const first = writeComponents({ 'card/card.ts': 'export const a = 1;' });
    const second = writeComponents({ 'card/card.ts': 'export const a = 2;' });
    expect(findBundles([first, second]).map(({ directory }) => directory.startsWith(second))).toEqual([true]);
  });

  it('refuses an unknown component in a template', () => {
    expect(
      diagnose({
        'card/card.html': '<template>\n<lightning-record-form></lightning-record-form></template>',
        'card/card.ts': ''
      })
    ).toEqual([
      'PAGE101 card.html:2 c/card uses <lightning-record-form>, which is neither a component of this org nor a published base component.'
    ]);
  });

  it.each([
    ["import x from 'lightning/messageService';", 'PAGE102'],
    ["import x from 'c/missing';", 'PAGE102'],
    ["import x from '@salesforce/resourceUrl/logo';", 'PAGE102'],
    ["import x from '@salesforce/label/c.Unknown';", 'PAGE103'],
    ["import x from '@salesforce/schema/Lead.Nothing__c';", 'PAGE104'],
    ["import x from '@salesforce/schema/Nothing__c';", 'PAGE104']
  ])('refuses %s', (source, code) => {
    expect(diagnose({ 'card/card.ts': source }).map((text) => text.slice(0, 7))).toEqual([code]);
  });

  it('knows the platform modules, labels, fields and bundles that there are', () => {
    const source = [
      "import a from '@salesforce/label/c.Known';",
      "import b from '@salesforce/schema/Lead.Name';",
      "import c from '@salesforce/schema/Lead';",
      "import d from '@salesforce/apex/Anything.method';",
      "import { refreshApex } from '@salesforce/apex';",
      "import e from '@salesforce/user/Id';",
      "import f from '@salesforce/client/formFactor';",
      "import g from '@salesforce/i18n/locale';",
      "import h from '@salesforce/customPermission/Any';",
      "import { ShowToastEvent } from 'lightning/platformShowToastEvent';",
      "import { other } from 'c/other';"
    ].join('\n');
    expect(diagnose({ 'card/card.ts': source, 'other/other.ts': 'export const other = 1;' })).toEqual([]);
  });

  it("finds all bundles of the package's own components", () => {
    expect(findBundles([SOURCE]).map(({ name }) => name)).toContain('thoughtlyCallPanel');
  });
});
