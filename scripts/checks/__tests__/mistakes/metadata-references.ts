/** Permission sets, pages, reports and other references with one mistake each, as people make them. */
import { CLEAN_SOURCE, xml } from './clean-source';
import {
  PERMISSION_SET,
  PAGE,
  LAYOUT,
  LIST,
  COMPONENT,
  TAB,
  APP,
  ACTION,
  SITE,
  fieldPath,
  MetadataMistakes
} from './metadata-mistakes';

const mistakes = new MetadataMistakes();
const { add, change } = mistakes;

const REPORT = 'reports/Visit_Reports/All_Visits.report-meta.xml';
const REPORT_TYPE = 'reportTypes/Visits_of_Leads.reportType-meta.xml';
const DASHBOARD = 'dashboards/Visit_Dashboards/Visits.dashboard-meta.xml';
const LABELS = 'labels/CustomLabels.labels-meta.xml';
const COMPACT = 'objects/Visit__c/compactLayouts/Visit_Compact_Layout.compactLayout-meta.xml';

// Permission sets
change('permission-set-coverage', 'a field that nobody gets', PERMISSION_SET, 'Visit__c.Score__c', 'Visit__c.Notes__c');
change(
  'permission-set-coverage',
  'a class that nobody gets',
  PERMISSION_SET,
  '<enabled>true</enabled>\n</classAccesses>',
  '<enabled>false</enabled>\n</classAccesses>'
);
change(
  'permission-set-coverage',
  'a tab that nobody gets',
  PERMISSION_SET,
  '<tabSettings>\n<tab>Visit__c</tab>\n<visibility>Visible</visibility>\n</tabSettings>',
  ''
);
change(
  'permission-set-coverage',
  'a metadata type that nobody gets',
  PERMISSION_SET,
  '<customMetadataTypeAccesses>\n<enabled>true',
  '<customMetadataTypeAccesses>\n<enabled>false'
);
change(
  'permission-set-entries',
  'a grant of a required field',
  PERMISSION_SET,
  '<fieldPermissions>',
  '<fieldPermissions>\n<editable>true</editable>\n<field>Visit__c.Place__c</field>\n<readable>true</readable>\n</fieldPermissions>\n<fieldPermissions>'
);
change(
  'permission-set-entries',
  'an editable formula',
  PERMISSION_SET,
  '<editable>false</editable>\n<field>Visit__c.Double',
  '<editable>true</editable>\n<field>Visit__c.Double'
);
change(
  'permission-set-entries',
  'an unknown class',
  PERMISSION_SET,
  '<apexClass>VisitController',
  '<apexClass>VisitControler'
);
change('permission-set-entries', 'an unknown custom permission', PERMISSION_SET, '<name>See_Visits', '<name>See_Visit');
change(
  'permission-set-entries',
  'a license',
  PERMISSION_SET,
  '<label>Visit User',
  '<license>Salesforce</license>\n<label>Visit User'
);
change('permission-set-entries', 'object permissions for tasks', PERMISSION_SET, '<object>Visit__c', '<object>Task');
change('permission-set-entries', 'editing without reading', PERMISSION_SET, '<allowRead>true', '<allowRead>false');
change('permission-set-entries', 'a field twice', PERMISSION_SET, 'Visit__c.Key__c', 'Visit__c.Kind__c');
change('schema', 'an unknown field', PERMISSION_SET, 'Visit__c.Score__c', 'Visit__c.Scores__c');
change('schema', 'an unknown object', PERMISSION_SET, '<object>Visit__c', '<object>Visits__c');

// Pages, layouts, lists, apps
change('flexipages', 'an unknown component of ours', PAGE, '<componentName>visitPanel', '<componentName>visitsPanel');
change('flexipages', 'an unknown component of the platform', PAGE, 'force:highlightsPanel', 'force:highlightPanel');
change('flexipages', 'an unknown region', PAGE, '<name>main</name>', '<name>centre</name>');
change('flexipages', 'an unknown property', PAGE, '<name>cardTitle', '<name>title');
change(
  'flexipages',
  'a page of an object for which the component is not',
  PAGE,
  '<sobjectType>Visit__c',
  '<sobjectType>Lead'
);
change('flexipages', 'an identifier twice', PAGE, '<identifier>visits', '<identifier>highlights');
change('layouts', 'an unknown field on a layout', LAYOUT, '<field>Status__c', '<field>State__c');
change(
  'layouts',
  'a required field that is not on the layout',
  LAYOUT,
  '<layoutItems>\n<behavior>Required</behavior>\n<field>Place__c</field>\n</layoutItems>',
  ''
);
change('layouts', 'a formula that is to be edited', LAYOUT, '<behavior>Readonly', '<behavior>Edit');
change('list-views', 'an unknown column', LIST, '<columns>Status__c', '<columns>State__c');
change('list-views', 'a filter by an unknown field', LIST, '<field>Status__c', '<field>State__c');
change('list-views', 'a filter by an unknown value', LIST, '<value>Done', '<value>Finished');
change(
  'list-views',
  'logic over more filters than there are',
  LIST,
  '<columns>NAME',
  '<booleanFilter>1 AND 2</booleanFilter>\n<columns>NAME'
);
change('compact-layouts', 'an unknown field in a compact layout', COMPACT, '<fields>Status__c', '<fields>State__c');
change('compact-layouts', 'a long text in a compact layout', COMPACT, '<fields>Status__c', '<fields>Notes__c');
change(
  'lightning-components',
  'an unknown target',
  COMPONENT,
  '<target>lightning__RecordAction',
  '<target>lightning__RecordActions'
);
change('lightning-components', 'a component for an unknown object', COMPONENT, '<object>Visit__c', '<object>Visits__c');
change(
  'lightning-components',
  'a property that the component does not have',
  COMPONENT,
  'name="cardTitle"',
  'name="heading"'
);
change('lightning-components', 'a property of an unknown type', COMPONENT, 'type="String"', 'type="Text"');
change('apps-and-tabs', 'an app with an unknown tab', APP, '<tabs>Visit__c', '<tabs>Visits__c');
change(
  'apps-and-tabs',
  'an app with an unknown page',
  APP,
  '<content>Visit_Record_Page',
  '<content>Visits_Record_Page'
);
change('apps-and-tabs', 'a tab of its own label', TAB, '<motif>', '<label>Visits</label>\n<motif>');
change('quick-actions', 'an action with an unknown component', ACTION, '>visitPanel<', '>visitForm<');
add('quick-actions', 'an action of an unknown object', {
  [ACTION]: null,
  'quickActions/Visits__c.Review.quickAction-meta.xml': CLEAN_SOURCE[ACTION] ?? ''
});
change('reports', 'a report with an unknown column', REPORT, '$Status__c', '$State__c');
change('reports', 'a report of an unknown type', REPORT, 'Visits_of_Leads__c', 'Visits_of_Lead__c');
change('reports', 'a report type with an unknown column', REPORT_TYPE, '<field>Status__c', '<field>State__c');
change(
  'reports',
  'a report type over an unknown relationship',
  REPORT_TYPE,
  '<relationship>Visits__r',
  '<relationship>Visit__r'
);
change('reports', 'a dashboard with an unknown report', DASHBOARD, 'Visit_Reports/All_Visits', 'Visit_Reports/Visits');
add('reports', 'a report folder without a description', { 'reports/Visit_Reports.reportFolder-meta.xml': null });
change('labels', 'a label that does not exist', 'classes/VisitController.cls', 'Visit_Title', 'Visit_Titel');
change('labels', 'a label that nothing uses', LABELS, '<fullName>Visit_Title', '<fullName>Visit_Heading');

// What belongs to the customer
add('org-settings', 'a standard layout', { 'layouts/Lead-Lead Layout.layout-meta.xml': CLEAN_SOURCE[LAYOUT] ?? '' });
add('org-settings', 'a profile', { 'profiles/Admin.profile-meta.xml': xml('Profile', '<custom>false</custom>') });
add('org-settings', 'a record page for all leads', {
  'objects/Lead/Lead.object-meta.xml': xml(
    'CustomObject',
    '<actionOverrides>\n<actionName>View</actionName>\n<content>Visit_Record_Page</content>\n<type>Flexipage</type>\n</actionOverrides>'
  )
});
add('package-types', 'statuses of leads', {
  'standardValueSets/LeadStatus.standardValueSet-meta.xml': xml('StandardValueSet', '<sorted>false</sorted>')
});
change('trusted-sites', 'a site without encryption', SITE, 'https://', 'http://');
change('trusted-sites', 'a site with a path', SITE, '*.example.com', 'files.example.com/pictures');

// Record types, filters, translations, flows
change(
  'record-types',
  'a record type with an unknown value',
  'objects/Visit__c/recordTypes/Home.recordType-meta.xml',
  '<fullName>Done',
  '<fullName>Finished'
);
change(
  'record-types',
  'a record type with an unknown picklist',
  'objects/Visit__c/recordTypes/Home.recordType-meta.xml',
  'Status__c',
  'State__c'
);
change(
  'record-types',
  'a field set with an unknown field',
  'objects/Visit__c/fieldSets/Short.fieldSet-meta.xml',
  'Status__c',
  'State__c'
);
add('field-references', 'a lookup filter by an unknown field', {
  [fieldPath('Lead__c')]: (CLEAN_SOURCE[fieldPath('Lead__c')] ?? '').replace(
    '<referenceTo>',
    '<lookupFilter>\n<active>true</active>\n<filterItems>\n<field>Lead.Next_Visit__c</field>\n<operation>equals</operation>\n<value></value>\n</filterItems>\n<isOptional>true</isOptional>\n</lookupFilter>\n<referenceTo>'
  )
});
change(
  'permissions-in-code',
  'a custom permission that does not exist',
  'classes/VisitController.cls',
  'See_Visits',
  'See_Visit'
);
change(
  'translations',
  'a translation of an unknown label',
  'translations/de.translation-meta.xml',
  'Visit_Title',
  'Visit_Titel'
);
change(
  'translations',
  'a translation that loses its place',
  'translations/de.translation-meta.xml',
  '{0} Besuche',
  'Besuche'
);
change(
  'flows',
  'a flow that updates an unknown field',
  'flows/Plan_Visit.flow-meta.xml',
  '<field>Status__c',
  '<field>State__c'
);
change(
  'flows',
  'a flow that creates an unknown object',
  'flows/Plan_Visit.flow-meta.xml',
  '<object>Visit__c',
  '<object>Visits__c'
);
change('flows', 'a queue for an unknown object', 'queues/Visits.queue-meta.xml', 'Visit__c', 'Visits__c');
change(
  'flows',
  'a group with an unknown permission set',
  'permissionsetgroups/Visit_Team.permissionsetgroup-meta.xml',
  '>Visit_User<',
  '>Visit_Users<'
);
change(
  'flexipages',
  'a condition on an unknown field',
  PAGE,
  '<componentName>visitPanel</componentName>\n<identifier>visits</identifier>',
  '<componentName>visitPanel</componentName>\n<identifier>visits</identifier>\n<visibilityRule>\n<criteria>\n<leftValue>{!Record.State__c}</leftValue>\n<operator>EQUAL</operator>\n<rightValue>Done</rightValue>\n</criteria>\n</visibilityRule>'
);
add('file-place', 'a static resource without its content', {
  'staticresources/logo.resource-meta.xml': xml(
    'StaticResource',
    '<cacheControl>Public</cacheControl>\n<contentType>image/png</contentType>'
  )
});

// What is nearly right
change('labels', 'a label in an unknown language', LABELS, '<language>en_US', '<language>english');
change(
  'flows',
  'a flow that goes on to an unknown element',
  'flows/Plan_Visit.flow-meta.xml',
  '<targetReference>Create_Visit',
  '<targetReference>Make_Visit'
);
change(
  'flexipages',
  'an unknown page template',
  PAGE,
  'flexipage:recordHomeTemplateDesktop',
  'flexipage:recordHomeTemplateDesk'
);
change('apps-and-tabs', 'a page for an action that has none', APP, '<actionName>View', '<actionName>Show');
change('reports', 'a colour that is none', DASHBOARD, '<textColor>#000000', '<textColor>black');
change('elements', 'a folder with unknown access', 'reports/Visit_Reports.reportFolder-meta.xml', 'ReadOnly', 'Read');

export const REFERENCE_MISTAKES = mistakes.list;
