/** Custom labels in the language of the user, as the platform hands them to components. */
import { pageContext } from './context';

const DEFAULT_LANGUAGE = 'en_US';
/** `?pseudo` in the address marks every label, so that a text that is none can be seen. */
const isPseudo = new URLSearchParams(window.location.search).has('pseudo');

/** The text for the user: in the language, in the language without its country, or as it was written. */
export function labelText(textByLanguage: Readonly<Record<string, string>>): string {
  const { language } = pageContext;
  const text =
    textByLanguage[language] ?? textByLanguage[language.split('_')[0] ?? ''] ?? textByLanguage[DEFAULT_LANGUAGE] ?? '';
  return isPseudo ? `⟦${text}⟧` : text;
}
