/** What the server answers for pages, and how the shell asks for it. */
import { fetchJson } from '../../../stand-ins/runtime/http';
import type { FetchFailure } from '../../../stand-ins/runtime/http';
import type { FieldView } from '../../../model/fields';
import type { ListPage } from '../../../model/list-page';
import type { PlacedComponent } from '../../../model/layout';
import type { Activity, FieldSection, RecordPage } from '../../../model/record-page';

export type { Activity, FieldSection, FieldView, ListPage, PlacedComponent, RecordPage };
export { pageContext } from '../../../stand-ins/runtime/context';
export { chooseTheme, currentTheme, THEMES } from '../../../stand-ins/runtime/theme';
export type { Theme } from '../../../stand-ins/runtime/theme';
export { LANGUAGES } from '../../../model/languages';
export type { PageUser } from '../../../stand-ins/runtime/context';

/** Which page an address names. */
export type PageAddress =
  | { readonly kind: 'start' }
  | { readonly kind: 'record'; readonly objectApiName: string; readonly recordId: string }
  | { readonly kind: 'list'; readonly objectApiName: string }
  | { readonly kind: 'unknown' };

export function parseAddress(pathname: string): PageAddress {
  const [, first, kind, objectApiName, id] = pathname.split('/');
  if (first === '' || pathname === '/lightning/page/home') return { kind: 'start' };
  if (kind === 'r' && objectApiName && id) return { kind: 'record', objectApiName, recordId: id };
  if (kind === 'o' && objectApiName) return { kind: 'list', objectApiName };
  return { kind: 'unknown' };
}

export function fetchRecordPage(objectApiName: string, recordId: string): Promise<RecordPage> {
  return fetchJson(`/page-api/record/${objectApiName}/${recordId}`);
}

export function fetchListPage(objectApiName: string): Promise<ListPage> {
  return fetchJson(`/page-api/list/${objectApiName}`);
}

export function fetchStartPage(): Promise<ListPage[]> {
  return fetchJson('/page-api/start');
}

/** Opens the session of the page (the server answers with its cookie), or switches to another user. */
export function openSession(username?: string): Promise<unknown> {
  return username === undefined ? fetchJson('/session') : fetchJson('/session', 'POST', { username });
}

/** Changes the language of the user; the page shows it after it is loaded again. */
export function chooseLanguage(language: string): Promise<unknown> {
  return fetchJson(`/page-api/language/${language}`, 'POST');
}

/** The words of a failed request. */
export function failureText(error: unknown): string {
  const body = (error as FetchFailure | undefined)?.body;
  const first = (Array.isArray(body) ? body[0] : body) as { message?: unknown } | undefined;
  if (typeof first?.message === 'string') return first.message;
  return error instanceof Error ? error.message : 'The local org did not answer.';
}
