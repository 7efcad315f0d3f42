/** Keeps the built components of one set of source folders, and builds them again when a file has changed. */
import { findBundles } from './build/bundles';
import { PageBuildError } from './build/diagnostics';
import { buildApplication, fingerprintOf } from './build/application';
import type { ApplicationBuild } from './build/application';
import type { PlatformMetadata } from './build/platform-modules';
import { checkPages, layoutFor } from './model/layout';
import type { PageLayout } from './model/layout';
import { readTranslations } from './build/translations';
import { findRecordPages } from './model/flexipage';
import type { LightningPage } from './model/flexipage';
import type { OrgSchema } from '../schema/model';

export interface PageHostOptions {
  /** Source folders of the org, later ones win. */
  readonly sourceDirectories: readonly string[];
  /** Folder for caches, usually `.local-org/cache`. */
  readonly cacheDirectory: string;
}

export class PageHost {
  readonly #schema: OrgSchema;
  readonly #options: PageHostOptions;
  #fingerprint = '';
  #build: Promise<ApplicationBuild> | undefined;

  constructor(schema: OrgSchema, options: PageHostOptions) {
    this.#schema = schema;
    this.#options = options;
  }

  /** The current build: the one before when no file has changed. Rejects with PageBuildError. */
  application(): Promise<ApplicationBuild> {
    const fingerprint = fingerprintOf(this.#options.sourceDirectories);
    if (!this.#build || fingerprint !== this.#fingerprint) {
      this.#fingerprint = fingerprint;
      this.#build = this.#buildNow();
    }
    return this.#build;
  }

  /** Layout of the record page of an object, as the source folders have it now. */
  layout(objectApiName: string): PageLayout {
    return layoutFor(objectApiName, this.#pages());
  }

  async #buildNow(): Promise<ApplicationBuild> {
    const { sourceDirectories, cacheDirectory } = this.#options;
    const names = new Set(findBundles(sourceDirectories).map(({ name }) => name));
    const diagnostics = checkPages(this.#pages(), names);
    if (diagnostics.length > 0) throw new PageBuildError(diagnostics);
    return buildApplication({
      sourceDirectories,
      cacheDirectory,
      metadata: platformMetadata(this.#schema, sourceDirectories)
    });
  }

  #pages(): LightningPage[] {
    return findRecordPages(this.#options.sourceDirectories);
  }
}

function platformMetadata(schema: OrgSchema, sourceDirectories: readonly string[]): PlatformMetadata {
  const translations = readTranslations(sourceDirectories);
  return {
    findTranslations: (name) => translations.get(name.toLowerCase()) ?? {},
    findLabel: (name) => schema.labels.get(name.toLowerCase()),
    hasObject: (object) => schema.findObject(object) !== undefined,
    hasField: (object, field) => schema.findField(object, field) !== undefined
  };
}
