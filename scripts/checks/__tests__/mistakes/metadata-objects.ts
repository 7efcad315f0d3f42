/** Files, elements, objects, fields, texts and records with one mistake each, as people make them. */
import { CLEAN_SOURCE, field } from './clean-source';
import {
  OBJECT,
  RECORD,
  PERMISSION_SET,
  PAGE,
  LIST,
  COMPONENT,
  TAB,
  APP,
  ACTION,
  SITE,
  CLASS,
  fieldPath,
  MetadataMistakes
} from './metadata-mistakes';

const mistakes = new MetadataMistakes();
const { add, change } = mistakes;

const RULE = 'objects/Visit__c/validationRules/Score_Is_Positive.validationRule-meta.xml';

// Files and XML
change('well-formed', 'a tag that is not closed', PERMISSION_SET, '<label>Visit User</label>', '<label>Visit User');
change('well-formed', 'a bare ampersand', OBJECT, 'One visit of a lead.', 'Visits & more.');
change('well-formed', 'an entity that XML does not have', OBJECT, 'One visit of a lead.', 'Visits&nbsp;of leads.');
change('well-formed', 'no namespace', SITE, ' xmlns="http://soap.sforce.com/2006/04/metadata"', '');
change(
  'well-formed',
  'a prefix that is not declared',
  RECORD,
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ''
);
add('file-place', 'another root element than the file name says', {
  [SITE]: (CLEAN_SOURCE[SITE] ?? '').replaceAll('CspTrustedSite', 'RemoteSiteSetting')
});
add('file-place', 'a class without its description', { [CLASS]: null });
add('file-place', 'a description without its class', {
  'classes/Gone.cls-meta.xml': CLEAN_SOURCE[CLASS] ?? ''
});
add('file-place', 'a component without its description', {
  [COMPONENT]: null,
  [PAGE]: null,
  [ACTION]: null,
  [APP]: null
});
add('file-place', 'a permission set in the wrong folder', {
  [PERMISSION_SET]: null,
  'profiles/Visit_User.permissionset-meta.xml': CLEAN_SOURCE[PERMISSION_SET] ?? ''
});
add('file-place', 'a field beside the folder of fields', {
  [fieldPath('Is_Late__c')]: null,
  'objects/Visit__c/Is_Late__c.field-meta.xml': CLEAN_SOURCE[fieldPath('Is_Late__c')] ?? ''
});
add('file-place', 'a suffix that no type has', { 'tabs/Visit__c.tabs-meta.xml': CLEAN_SOURCE[TAB] ?? '' });
change(
  'file-place',
  'a full name that is not the name of the file',
  fieldPath('Score__c'),
  '<fullName>Score__c',
  '<fullName>Scores__c'
);
add('duplicates', 'one component in two folders', {
  'more/customPermissions/See_Visits.customPermission-meta.xml':
    CLEAN_SOURCE['customPermissions/See_Visits.customPermission-meta.xml'] ?? ''
});

// Elements and values
change(
  'elements',
  'an element with a slip',
  PERMISSION_SET,
  '<description>For people who make visits.</description>',
  '<descripton>For people who make visits.</descripton><description>x</description>'
);
change(
  'elements',
  'an element of another type',
  fieldPath('Score__c'),
  '<precision>',
  '<masterLabel>Score</masterLabel>\n<precision>'
);
change(
  'elements',
  'an enumeration value with a slip',
  fieldPath('Score__c'),
  '<type>Number</type>',
  '<type>Numeric</type>'
);
change('elements', 'an enumeration value in other letters', OBJECT, '<sharingModel>Private', '<sharingModel>private');
change('elements', 'a Boolean in capitals', fieldPath('Key__c'), '<unique>true', '<unique>TRUE');
change('elements', 'a number that is none', fieldPath('Key__c'), '<length>80', '<length>eighty');
change('elements', 'an element twice', fieldPath('Score__c'), '<scale>2</scale>', '<scale>2</scale>\n<scale>2</scale>');
change('elements', 'a required element that is missing', PERMISSION_SET, '<label>Visit User</label>', '');
change('elements', 'wrong nesting', PAGE, '<name>cardTitle</name>', '<property>\n<name>cardTitle</name>\n</property>');
change('elements', 'text between elements', PERMISSION_SET, '<tabSettings>', 'tabs: <tabSettings>');
change('api-version', 'another API version', CLASS, '66.0', '58.0');
change('api-version', 'no API version', COMPONENT, '<apiVersion>66.0</apiVersion>\n', '');

// Objects and fields
change('objects', 'an object without a plural', OBJECT, '<pluralLabel>Visits</pluralLabel>', '');
change(
  'objects',
  'an object without a name field',
  OBJECT,
  '<nameField>\n<displayFormat>V-{0000}</displayFormat>\n<label>Visit Number</label>\n<type>AutoNumber</type>\n</nameField>',
  ''
);
change('objects', 'sharing by a parent that is not there', OBJECT, '>Private<', '>ControlledByParent<');
change('objects', 'an unknown compact layout', OBJECT, 'Visit_Compact_Layout', 'Visit_Compact');
change('objects', 'an auto number without digits', OBJECT, 'V-{0000}', 'V-');
change(
  'objects',
  'tracked fields of an untracked object',
  fieldPath('Score__c'),
  '<type>',
  '<trackHistory>true</trackHistory>\n<type>'
);
change(
  'objects',
  'sharing of a custom metadata type',
  'objects/Visit_Rule__mdt/Visit_Rule__mdt.object-meta.xml',
  '<visibility>',
  '<sharingModel>ReadWrite</sharingModel>\n<visibility>'
);
change('field-facts', 'a text without a length', fieldPath('Key__c'), '<length>80</length>', '');
change(
  'field-facts',
  'a length on a date and time',
  fieldPath('Last_Visit__c', 'Lead'),
  '<type>',
  '<length>20</length>\n<type>'
);
change('field-facts', 'more decimals than digits', fieldPath('Score__c'), '<scale>2', '<scale>7');
change('field-facts', 'no visible lines', fieldPath('Notes__c'), '<visibleLines>5</visibleLines>', '');
change('field-facts', 'too many visible lines', fieldPath('Notes__c'), '<visibleLines>5', '<visibleLines>500');
change(
  'field-facts',
  'a required formula',
  fieldPath('Double_Score__c'),
  '<type>',
  '<required>true</required>\n<type>'
);
change('field-facts', 'a required checkbox', fieldPath('Is_Late__c'), '<type>', '<required>true</required>\n<type>');
change(
  'field-facts',
  'a checkbox that is yes by default',
  fieldPath('Is_Late__c'),
  '<defaultValue>false',
  '<defaultValue>yes'
);
change(
  'field-facts',
  'a default text without quotes',
  fieldPath('Place__c'),
  '<length>',
  '<defaultValue>Office</defaultValue>\n<length>'
);
change(
  'field-facts',
  'a formula of a type that no formula has',
  fieldPath('Double_Score__c'),
  '<type>Number',
  '<type>LongTextArea'
);
change('schema', 'a checkbox without a default', fieldPath('Is_Late__c'), '<defaultValue>false</defaultValue>', '');
change('schema', 'a text of 500 characters', fieldPath('Key__c'), '<length>80', '<length>500');
change('schema', 'an unknown field in a formula', fieldPath('Double_Score__c'), 'Score__c * 2', 'Scores__c * 2');
change(
  'schema',
  'a lookup to an unknown object',
  fieldPath('Visit__c', 'Activity'),
  '<referenceTo>Visit__c',
  '<referenceTo>Visits__c'
);
change('schema', 'help that is too long', fieldPath('Score__c'), 'Filled by the sync.', 'x'.repeat(600));
add('schema', 'a long text on activities', {
  [fieldPath('Transcript__c', 'Activity')]: field('Transcript__c', {
    length: 32768,
    type: 'LongTextArea',
    visibleLines: 5
  })
});
add('schema', 'a custom field below Task', {
  [fieldPath('Mood__c', 'Task')]: field('Mood__c', { length: 20, type: 'Text' })
});
add('schema', 'two underscores in a name', {
  [fieldPath('My__Mood__c')]: field('My__Mood__c', { length: 20, type: 'Text' })
});
add('schema', 'a name of more than 40 characters', {
  [fieldPath(`${'Long'.repeat(11)}__c`)]: field(`${'Long'.repeat(11)}__c`, { length: 20, type: 'Text' })
});
change(
  'field-keys',
  'an external id of a type that cannot be one',
  fieldPath('Last_Visit__c', 'Lead'),
  '<type>',
  '<externalId>true</externalId>\n<type>'
);
change('field-keys', 'a unique checkbox', fieldPath('Is_Late__c'), '<type>', '<unique>true</unique>\n<type>');
change(
  'relationships',
  'a lookup that does not say what happens on delete',
  fieldPath('Lead__c'),
  '<deleteConstraint>SetNull</deleteConstraint>',
  ''
);
change(
  'relationships',
  'a relationship name with two underscores',
  fieldPath('Visit__c', 'Activity'),
  'Activities_of_Visit',
  'Bad__Name'
);
add('relationships', 'two lookups with one relationship name', {
  [fieldPath('First_Lead__c')]: field('First_Lead__c', {
    deleteConstraint: 'SetNull',
    referenceTo: 'Lead',
    relationshipName: 'Visits',
    type: 'Lookup'
  })
});
change(
  'validation-rules',
  'a rule that shows its message at an unknown field',
  RULE,
  '<errorDisplayField>Score__c',
  '<errorDisplayField>Scores__c'
);
change('schema', 'a rule with a formula that does not parse', RULE, 'Score__c &lt; 0', 'Score__c &lt;');
change('picklists', 'a picklist value twice', fieldPath('Status__c'), '<fullName>Done', '<fullName>planned');
add('picklists', 'two default values', {
  [fieldPath('Status__c')]: (CLEAN_SOURCE[fieldPath('Status__c')] ?? '').replaceAll('<default>false', '<default>true')
});
change('picklists', 'an unknown global value set', fieldPath('Kind__c'), 'Visit_Kinds', 'Visit_Sorts');
change(
  'picklists',
  'a picklist controlled by an unknown field',
  fieldPath('Status__c'),
  '<valueSet>',
  '<valueSet>\n<controllingField>Sort__c</controllingField>'
);
add('picklists', 'a picklist without values', { [fieldPath('Mood__c')]: field('Mood__c', { type: 'Picklist' }) });

// Names and texts
change('names', 'a label with underscores', fieldPath('Score__c'), '<label>Score<', '<label>Visit_Score__<');
change('names', 'a list view label that is too long', LIST, 'All Visits', 'All Visits '.repeat(9).trim());
add('names', 'a class of more than 40 characters', {
  [`classes/${'Long'.repeat(11)}.cls`]: 'x',
  [`classes/${'Long'.repeat(11)}.cls-meta.xml`]: CLEAN_SOURCE[CLASS] ?? ''
});
change(
  'descriptions',
  'an object without a description',
  OBJECT,
  '<description>One visit of a lead.</description>',
  ''
);
change(
  'descriptions',
  'a field without help',
  fieldPath('Score__c'),
  '<inlineHelpText>Filled by the sync.</inlineHelpText>',
  ''
);
change('descriptions', 'a record without a description', RECORD, 'The time of the last visit, on the Lead.', '');
change(
  'descriptions',
  'a permission set without a description',
  PERMISSION_SET,
  '<description>For people who make visits.</description>',
  ''
);

// Records
change('schema', 'a record with an unknown field', RECORD, '<field>Order__c', '<field>Sequence__c');
change('custom-metadata-records', 'a text in a number', RECORD, 'xsd:double">10.0', 'xsd:double">ten');
change('custom-metadata-records', 'a value of the wrong type', RECORD, 'xsd:boolean">true', 'xsd:string">true');
change('custom-metadata-records', 'a value without a type', RECORD, ' xsi:type="xsd:double"', '');
change('custom-metadata-records', 'an unknown picklist value', RECORD, '>Always<', '>Sometimes<');
change(
  'custom-metadata-records',
  'no value of a required field',
  RECORD,
  '<value xsi:type="xsd:string">Lead</value>',
  '<value xsi:nil="true"/>'
);
change('custom-metadata-records', 'a text that is too long', RECORD, 'Last_Visit__c', 'Last_Visit__c'.repeat(5));
change('custom-metadata-records', 'a number that is too large', RECORD, '>10.0<', '>10000.0<');
change('named-fields', 'a record that names an unknown field', RECORD, '>Last_Visit__c<', '>Last_Visits__c<');
change('named-fields', 'an unknown field among several', RECORD, '>Last_Visit__c<', '>Last_Visit__c; Last_Visits__c<');
change('named-fields', 'a record that names an unknown object', RECORD, '"xsd:string">Lead<', '"xsd:string">Leads<');
add('schema', 'a record of an unknown type', {
  [RECORD]: null,
  'customMetadata/Visit_Role.Lead_Visit.md-meta.xml': CLEAN_SOURCE[RECORD] ?? ''
});

export const OBJECT_MISTAKES = mistakes.list;
