/** References between metadata that must lead somewhere: lookups, grants, custom metadata records. */
import type { OrgSchema } from '../model';
import type { MetadataFile } from './files';
import type { Problems } from './problems';
import type { MetadataSources } from './read';

/** Reports what a deployment would refuse because something named does not exist. */
export function checkReferences(schema: OrgSchema, sources: MetadataSources, problems: Problems): void {
  checkLookups(schema, sources, problems);
  checkCustomMetadata(schema, problems);
  for (const [key, file] of sources.permissionSetFiles) checkGrants(schema, key, file, problems);
}

function checkLookups(schema: OrgSchema, sources: MetadataSources, problems: Problems): void {
  for (const source of sources.objects.values()) {
    for (const { root, file } of source.fields) {
      const target = root.text('referenceTo');
      if (target !== null && !schema.findObject(target)) {
        problems.add(6002, file, `${source.name}.${file.name} refers to the unknown object ${target}. Add the object to the source, or correct <referenceTo>.`, target);
      }
    }
  }
}

function checkCustomMetadata(schema: OrgSchema, problems: Problems): void {
  for (const record of schema.customMetadata) {
    const type = schema.findObject(record.type);
    const file = { path: record.path, text: '' };
    if (!type) {
      problems.add(6002, file, `Custom metadata record ${record.developerName}: unknown type ${record.type}. Add objects/${record.type}, or correct the file's name.`);
      continue;
    }
    for (const field of record.values.keys()) {
      if (!type.fields.has(field.toLowerCase())) {
        problems.add(6002, file, `Custom metadata record ${record.type} ${record.developerName}: there is no field ${field}. Add it to the type, or remove the value.`);
      }
    }
  }
}

function checkGrants(schema: OrgSchema, permissionSet: string, file: MetadataFile, problems: Problems): void {
  const grants = schema.permissionSets.get(permissionSet);
  for (const object of grants?.objects.keys() ?? []) {
    if (!schema.findObject(object)) problems.add(6002, file, `Permission set ${file.name} grants the unknown object ${object}. Correct the name, or add the object.`);
  }
  for (const path of grants?.fields.keys() ?? []) {
    const dot = path.indexOf('.');
    const field = schema.findField(path.slice(0, dot), path.slice(dot + 1));
    if (!field) problems.add(6002, file, `Permission set ${file.name} grants the unknown field ${path}. Correct the name, or add the field.`);
    else if (!field.isPermissionable) problems.add(6002, file, `Permission set ${file.name}: access to ${path} follows from its object, because the field is required. Remove the <fieldPermissions>.`);
  }
}
