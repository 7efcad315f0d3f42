import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findRecordPages } from '../model/flexipage';
import { checkPages, layoutFor } from '../model/layout';
import { SOURCE } from './sample-org';

const COMPONENTS = new Set(['thoughtlyCallPanel']);

function writePage(component: string, template = 'flexipage:recordHomeTemplateDesktop'): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'));
  fs.writeFileSync(
    path.join(directory, 'Sample.flexipage-meta.xml'),
    `<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata"><flexiPageRegions><itemInstances><componentInstance>
      <componentInstanceProperties><name>cardTitle</name><value>Calls</value></componentInstanceProperties>
      <componentName>${component}</componentName><identifier>a</identifier></componentInstance></itemInstances>
      <name>main</name><type>Region</type></flexiPageRegions><masterLabel>Sample</masterLabel><sobjectType>Lead</sobjectType>
      <template><name>${template}</name></template><type>RecordPage</type></FlexiPage>`
  );
  return directory;
}

describe('layout of record pages', () => {
  it("lays out the package's own pages", () => {
    const pages = findRecordPages([SOURCE]);

    expect(pages.map(({ objectApiName }) => objectApiName)).toEqual(expect.arrayContaining(['Lead', 'Task']));
    expect(checkPages(pages, COMPONENTS)).toEqual([]);
    expect(layoutFor('Lead', pages).main.components.map(({ name }) => name)).toContain('thoughtlyCallPanel');
  });

  it('gives an object without a page the standard one', () => {
    const layout = layoutFor('Case', []);
    expect(layout.pageName).toBeNull();
    expect(layout.main.components.map(({ name }) => name)).toEqual(['force:detailPanel']);
  });

  it('hands the design attributes of a page to its components, with and without the namespace', () => {
    const layout = layoutFor('Lead', findRecordPages([writePage('c:thoughtlyCallPanel')]));
    expect(layout.main.components).toMatchObject([
      { kind: 'custom', name: 'thoughtlyCallPanel', properties: { cardTitle: 'Calls' } }
    ]);
  });

  it('takes the page of a later folder', () => {
    const pages = findRecordPages([SOURCE, writePage('thoughtlyCallPanel')]);
    expect(layoutFor('Lead', pages).pageName).toBe('Sample');
  });

  it('refuses components and templates that nobody has', () => {
    expect(checkPages(findRecordPages([writePage('missing')]), COMPONENTS).map(({ code }) => code)).toEqual([
      'PAGE201'
    ]);
    const unknownTemplate = findRecordPages([writePage('thoughtlyCallPanel', 'flexipage:unknown')]);
    expect(checkPages(unknownTemplate, COMPONENTS).map(({ code }) => code)).toEqual(['PAGE202']);
  });
});
