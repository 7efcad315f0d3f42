/** Who looks at the page and with what: written into the page by the server, read by stand-ins and shell. */

export interface PageUser {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** `rep`, `admin`, `integration`, … */
  readonly persona: string;
}

/** What the server writes into the page. */
export interface ServerContext {
  readonly appName: string;
  readonly user: PageUser;
  readonly users: readonly PageUser[];
  /** Of the user: `America/Los_Angeles`. */
  readonly timeZone: string;
  /** Of the user, as the platform keeps it: `en_US`, `de`. */
  readonly language: string;
  /** Of the user, as browsers write it: `en-US`, `de-DE`. */
  readonly locale: string;
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
}

export interface PageContext extends ServerContext {
  readonly userId: string;
  /** As `@salesforce/i18n/lang` has it: `en-US`, `de`. */
  readonly lang: string;
  readonly isGuest: boolean;
  readonly formFactor: 'Large' | 'Small';
}

/** Narrower screens get the phone's form factor, as the platform's own pages do. */
const SMALL_SCREEN = '(max-width: 767px)';

export const pageContext: PageContext = readContext();

function readContext(): PageContext {
  const text = document.getElementById('page-context')?.textContent ?? '{}';
  const server = JSON.parse(text) as ServerContext;
  const formFactor = window.matchMedia(SMALL_SCREEN).matches ? 'Small' : 'Large';
  return { ...server, userId: server.user.id, lang: server.language.replace('_', '-'), isGuest: false, formFactor };
}
