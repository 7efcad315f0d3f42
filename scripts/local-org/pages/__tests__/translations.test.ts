import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readTranslations } from '../build/translations';
import { SOURCE } from './sample-org';

function folderWith(language: string, name: string, text: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'translations-'));
  fs.writeFileSync(
    path.join(folder, `${language}.translation-meta.xml`),
    `<Translations xmlns="http://soap.sforce.com/2006/04/metadata"><customLabels><label>${text}</label><name>${name}</name></customLabels></Translations>`
  );
  return folder;
}

describe('translations of labels', () => {
  it('are read from all folders, and replaced by a later one', () => {
    const texts = readTranslations([folderWith('de', 'Hello', 'Hallo'), folderWith('es_MX', 'Hello', '¡Hola!')]);
    expect(texts.get('hello')).toEqual({ de: 'Hallo', es_MX: '¡Hola!' });
    const replaced = readTranslations([folderWith('de', 'Hello', 'Hallo'), folderWith('de', 'Hello', 'Moin &amp; so')]);
    expect(replaced.get('hello')).toEqual({ de: 'Moin & so' });
  });

  it('are there for each label of the panel, in German and Spanish', () => {
    const labels = fs.readFileSync(
      path.join(SOURCE, 'main', 'panel', 'labels', 'CustomLabels.labels-meta.xml'),
      'utf8'
    );
    const names = [...labels.matchAll(/<fullName>(.*?)<\/fullName>/g)].map(([, name = '']) => name);
    const texts = readTranslations([SOURCE]);
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !texts.get(name.toLowerCase())?.['de'])).toEqual([]);
    expect(names.filter((name) => !texts.get(name.toLowerCase())?.['es'])).toEqual([]);
  });
});
