/** Light and dark: the classes by which SLDS 2 chooses the values of its colors. */

export type Theme = 'light' | 'dark' | 'system';

export const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const KEY = 'local-org.theme';

/** What somebody chose on this machine; light, as in an org, until then. */
export function currentTheme(): Theme {
  const stored = window.localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'light';
}

export function chooseTheme(theme: Theme): void {
  window.localStorage.setItem(KEY, theme);
  showTheme();
}

/** Puts the class on the body, which the style sheets look for. */
export function showTheme(): void {
  const chosen = currentTheme();
  for (const theme of THEMES) document.body.classList.toggle(`slds-color-scheme_${theme}`, theme === chosen);
}
