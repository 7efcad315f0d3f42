/** The languages that the pages offer: English, and those that the package is translated into. */

export interface Language {
  /** As `User.LanguageLocaleKey` has it. */
  readonly key: string;
  /** As `User.LocaleSidKey` has it. */
  readonly locale: string;
  /** In itself. */
  readonly name: string;
}

export const LANGUAGES: readonly Language[] = [
  { key: 'en_US', locale: 'en_US', name: 'English' },
  { key: 'de', locale: 'de_DE', name: 'Deutsch' },
  { key: 'es', locale: 'es_ES', name: 'Español' }
];
