/** Text inside of XML: only what must be escaped is. */

export function elementText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function attributeText(text: string): string {
  return elementText(text).replaceAll('"', '&quot;');
}

export function qualifiedName(prefix: string | null, localName: string): string {
  return prefix === null || prefix === '' ? localName : `${prefix}:${localName}`;
}
