import { declaredTypes } from '../declared-types';
import type { MetadataModel } from '../model';
import type { MetadataRule } from '../rule';
import { suggestion } from '../suggestion';
import { childrenOf, textOf } from '../xml';

/** The ways in which Apex, components and pages name a label of ours. */
const USES = [
  /\bSystem\.Label\.(\w+)/gi,
  /(?<![\w.$])Label\.(?!c\.)(\w+)/g,
  /@salesforce\/label\/c\.(\w+)/g,
  /\$Label\.(?:c\.)?(\w+)/g
];
const CODE = /\.(cls|trigger|ts|js|html)$/;

/** Custom labels: every one that is used exists, and every one that exists is used. */
export const labels: MetadataRule = {
  name: 'labels',
  check(model, report) {
    const used = new Set<string>();
    const known = model.schema.labels;
    const names = model
      .ofType('CustomLabels')
      .flatMap((file) => childrenOf(file.root, 'labels').map((label) => textOf(label, 'fullName') ?? ''));
    for (const { file, name, line } of usesOf(model)) {
      used.add(name.toLowerCase());
      if (!known.has(name.toLowerCase())) report(file, line, `There is no label ${name}.${suggestion(name, names)}`);
    }
    const seen = new Set<string>();
    for (const file of model.ofType('CustomLabels')) {
      for (const label of childrenOf(file.root, 'labels')) {
        const name = textOf(label, 'fullName') ?? '';
        if (seen.has(name.toLowerCase())) report(file, label, `The label ${name} stands twice. Keep one.`);
        seen.add(name.toLowerCase());
        const language = textOf(label, 'language') ?? '';
        if (declaredTypes().valuesOf('Language')?.has(language) === false)
          report(file, label, `"${language}" of the label ${name} is no language. Write it as en_US or de.`);
        if (!used.has(name.toLowerCase())) report(file, label, `Nothing uses the label ${name}. Remove it.`);
      }
    }
  }
};

interface LabelUse {
  readonly file: { readonly path: string };
  readonly name: string;
  readonly line: number;
}

function usesOf({ contents, files }: MetadataModel): LabelUse[] {
  const codeFiles = [...contents.values()].filter(({ path }) => CODE.test(path));
  const pages = files.filter(
    (file) =>
      file.type?.name === 'FlexiPage' || file.type?.name === 'CustomField' || file.type?.name === 'ValidationRule'
  );
  return [...codeFiles, ...pages].flatMap((file) => {
    const text = withoutComments(file.text);
    return USES.flatMap((use) =>
      Array.from(text.matchAll(use), (match) => ({
        file,
        name: match[1] ?? '',
        line: text.slice(0, match.index).split('\n').length
      }))
    );
  });
}

/** Comments may tell of labels; their lines stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '));
}
