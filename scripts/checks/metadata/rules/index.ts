import type { MetadataRule } from '../rule';
import { apiVersion } from './api-version';
import { appsAndTabs } from './apps-and-tabs';
import { compactLayouts } from './compact-layouts';
import { customMetadataRecords } from './custom-metadata-records';
import { descriptions } from './descriptions';
import { duplicates } from './duplicates';
import { elements } from './elements';
import { fieldFacts } from './field-facts';
import { fieldKeys } from './field-keys';
import { fieldReferences } from './field-references';
import { filePlace } from './file-place';
import { flexipages } from './flexipages';
import { flows } from './flows';
import { labels } from './labels';
import { layouts } from './layouts';
import { lightningComponents } from './lightning-components';
import { listViews } from './list-views';
import { namedFields } from './named-fields';
import { names } from './names';
import { objects } from './objects';
import { orgSettings } from './org-settings';
import { packageTypes } from './package-types';
import { permissionSetCoverage } from './permission-set-coverage';
import { permissionSetEntries } from './permission-set-entries';
import { permissionsInCode } from './permissions-in-code';
import { picklists } from './picklists';
import { quickActions } from './quick-actions';
import { recordTypes } from './record-types';
import { relationships } from './relationships';
import { reports } from './reports';
import { schemaProblems } from './schema';
import { translations } from './translations';
import { trustedSites } from './trusted-sites';
import { validationRules } from './validation-rules';
import { wellFormed } from './well-formed';

/** All rules. Files that are not well-formed are told by the first; the others pass over them. */
export const METADATA_RULES: readonly MetadataRule[] = [
  wellFormed,
  filePlace,
  apiVersion,
  appsAndTabs,
  compactLayouts,
  customMetadataRecords,
  descriptions,
  duplicates,
  elements,
  fieldFacts,
  fieldKeys,
  fieldReferences,
  flexipages,
  flows,
  labels,
  layouts,
  lightningComponents,
  listViews,
  namedFields,
  names,
  objects,
  orgSettings,
  packageTypes,
  permissionSetCoverage,
  permissionSetEntries,
  permissionsInCode,
  picklists,
  quickActions,
  recordTypes,
  relationships,
  reports,
  schemaProblems,
  translations,
  trustedSites,
  validationRules
];
