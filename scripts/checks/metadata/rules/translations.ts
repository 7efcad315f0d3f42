import type { MetadataModel } from '../model';
import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';
import { childOf, childrenOf, textOf } from '../xml';

const MAXIMUM_LABEL = 1000;

/** Translations name labels that exist, once, and keep the places of their values: `{0}` (Metadata API Developer Guide, Translations). */
export const translations: MetadataRule = {
  name: 'translations',
  check(model, report) {
    for (const file of model.ofType('Translations')) {
      const seen = new Set<string>();
      for (const entry of childrenOf(file.root, 'customLabels')) {
        const name = textOf(entry, 'name') ?? '';
        const text = textOf(entry, 'label') ?? '';
        const original = model.schema.labels.get(name.toLowerCase());
        if (original === undefined)
          report(file, entry, `There is no label ${name} to translate.${suggestion(name, labelNames(model))}`);
        else if (placesOf(original) !== placesOf(text))
          report(
            file,
            childOf(entry, 'label') ?? entry,
            `The translation of ${name} has the places ${placesOf(text) || 'none'}, the label has ${placesOf(original) || 'none'}. Keep them.`
          );
        if (seen.has(name.toLowerCase())) report(file, entry, `${name} is translated twice. Keep one.`);
        if (text.length > MAXIMUM_LABEL)
          report(
            file,
            entry,
            `The translation of ${name} has ${text.length} characters; shorten it to ${MAXIMUM_LABEL}.`
          );
        seen.add(name.toLowerCase());
      }
    }
  }
};

function labelNames({ ofType }: MetadataModel): readonly string[] {
  return ofType('CustomLabels').flatMap((file) =>
    childrenOf(file.root, 'labels').map((label) => textOf(label, 'fullName') ?? '')
  );
}

function placesOf(text: string): string {
  return [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');
}
