import type { MetadataRule } from '../rule';

/** One component in two files: a deployment takes either, and nobody knows which. */
export const duplicates: MetadataRule = {
  name: 'duplicates',
  check({ files }, report) {
    const known = new Map<string, string>();
    for (const file of files) {
      if (!file.type || file.type.name === 'CustomLabels') continue;
      const folder = file.type.isInFolder ? file.path.split(/[\\/]/).at(-2) : file.objectName;
      const key = `${file.type.name} ${folder ?? ''} ${file.name}`.toLowerCase();
      const other = known.get(key);
      if (other) report(file, undefined, `${file.type.name} ${file.name} is in ${other} already. Keep one of both.`);
      else known.set(key, file.path);
    }
  }
};
