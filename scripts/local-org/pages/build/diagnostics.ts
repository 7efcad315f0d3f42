/**
 * What can be wrong with components on a page: numbered, named and with a remedy, like the diagnostics of the Apex
 * compiler. Nothing that a component asks for and the page host lacks is ever stubbed silently.
 */

/** What each number means. */
export const PAGE_DIAGNOSTICS = {
  101: 'Unknown component in a template',
  102: 'Unknown module in an import',
  103: 'Unknown custom label',
  104: 'Unknown object or field',
  105: 'Component does not compile',
  201: 'Unknown component on a Lightning page',
  202: 'Unsupported page template',
  203: 'Malformed Lightning page'
} as const;

export type PageDiagnosticNumber = keyof typeof PAGE_DIAGNOSTICS;

/** One finding. `place` is a path, with a line when one is known. */
export interface PageDiagnostic {
  /** `PAGE102` */
  readonly code: string;
  readonly message: string;
  readonly place: string;
}

export function pageDiagnostic(number: PageDiagnosticNumber, message: string, place: string): PageDiagnostic {
  return { code: `PAGE${number}`, message, place };
}

/** `path:line PAGE102 message`, the shape that `npm run apex -- check` prints too. */
export function formatPageDiagnostic(diagnostic: PageDiagnostic): string {
  return `${diagnostic.place} ${diagnostic.code} ${diagnostic.message}`;
}

/** Thrown when components cannot be built; carries every finding, not only the first. */
export class PageBuildError extends Error {
  readonly diagnostics: readonly PageDiagnostic[];

  constructor(diagnostics: readonly PageDiagnostic[]) {
    super(diagnostics.map(formatPageDiagnostic).join('\n'));
    this.name = 'PageBuildError';
    this.diagnostics = diagnostics;
  }
}
