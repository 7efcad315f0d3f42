/** Permission sets and profiles: both grant in the same words. */
import type { PermissionGrants } from '../model';
import type { XmlElement } from './xml';

export function readGrants(root: XmlElement, name: string): PermissionGrants {
  return {
    name,
    label: root.text('label') ?? name,
    grantsEverything: false,
    objects: new Map(
      root.all('objectPermissions').map((grant) => [lowerText(grant, 'object'), readObjectGrant(grant)])
    ),
    fields: new Map(root.all('fieldPermissions').map((grant) => [lowerText(grant, 'field'), readFieldGrant(grant)])),
    classes: enabledNames(root, 'classAccesses', 'apexClass'),
    customPermissions: enabledNames(root, 'customPermissions', 'name'),
    userPermissions: enabledNames(root, 'userPermissions', 'name'),
    customMetadataTypes: enabledNames(root, 'customMetadataTypeAccesses', 'name'),
    customSettings: enabledNames(root, 'customSettingAccesses', 'name'),
    tabs: visibleTabs(root)
  };
}

function lowerText(element: XmlElement, name: string): string {
  return (element.text(name) ?? '').toLowerCase();
}

function readObjectGrant(grant: XmlElement) {
  return {
    create: grant.flag('allowCreate'),
    read: grant.flag('allowRead'),
    edit: grant.flag('allowEdit'),
    delete: grant.flag('allowDelete'),
    viewAll: grant.flag('viewAllRecords'),
    modifyAll: grant.flag('modifyAllRecords')
  };
}

/** Editable means readable. */
function readFieldGrant(grant: XmlElement) {
  const edit = grant.flag('editable');
  return { read: edit || grant.flag('readable'), edit };
}

function enabledNames(root: XmlElement, element: string, nameElement: string): Set<string> {
  const enabled = root.all(element).filter((entry) => entry.flag('enabled'));
  return new Set(enabled.map((entry) => lowerText(entry, nameElement)));
}

/** Permission sets say `tabSettings` with `Visible`, profiles `tabVisibilities` with `DefaultOn`. */
function visibleTabs(root: XmlElement): Set<string> {
  const settings = [...root.all('tabSettings'), ...root.all('tabVisibilities')];
  return new Set(
    settings
      .filter((entry) => /^(Visible|Default)/.test(entry.text('visibility') ?? ''))
      .map((entry) => lowerText(entry, 'tab'))
  );
}
