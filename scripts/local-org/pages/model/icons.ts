/** Icons of objects in headers and lists. */
const ICON_BY_OBJECT: Readonly<Record<string, string>> = {
  Lead: 'standard:lead',
  Contact: 'standard:contact',
  Account: 'standard:account',
  Opportunity: 'standard:opportunity',
  Task: 'standard:task',
  Event: 'standard:event',
  Case: 'standard:case',
  Campaign: 'standard:campaign',
  Thoughtly_Call__c: 'standard:voice_call',
  Thoughtly_Delivery__c: 'standard:record'
};

export function iconOf(objectApiName: string): string {
  return ICON_BY_OBJECT[objectApiName] ?? 'standard:record';
}

/** All of them, for the build, which takes only icons that somebody names. */
export const OBJECT_ICONS: readonly string[] = [...new Set(Object.values(ICON_BY_OBJECT))];
