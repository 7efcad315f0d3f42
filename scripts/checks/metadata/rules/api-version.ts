import type { MetadataRule } from '../rule';
import { childOf } from '../xml';

const WITH_VERSION = new Set([
  'ApexClass',
  'ApexTrigger',
  'LightningComponentBundle',
  'ApexPage',
  'ApexComponent',
  'Flow'
]);

/**
 * Code runs by the rules of its own API version: two versions in one package make two behaviours (PLATFORM 0.2 to 0.5).
 * All of it follows `sourceApiVersion`.
 */
export const apiVersion: MetadataRule = {
  name: 'api-version',
  check({ files, apiVersion: wanted }, report) {
    for (const file of files) {
      if (!file.root || !WITH_VERSION.has(file.type?.name ?? '')) continue;
      const version = childOf(file.root, 'apiVersion');
      if (!version) report(file, file.root, `<apiVersion> is missing. Write <apiVersion>${wanted}</apiVersion>.`);
      else if (version.text.trim() !== wanted)
        report(file, version, `<apiVersion> is ${version.text.trim()}; the project has ${wanted}. Write ${wanted}.`);
    }
  }
};
