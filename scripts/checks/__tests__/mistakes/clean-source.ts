/** A small source without a mistake: every kind of metadata that the rules look at, once. Keys are paths below the source. */

export type SourceTree = Readonly<Record<string, string>>;

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** A metadata file: `body` holds one element a line. */
export function xml(root: string, body: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}"${attributes}>\n${body.trim()}\n</${root}>\n`;
}

/** Elements of plain values: `{ label: 'Visit' }` is `<label>Visit</label>`. */
function elements(values: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${String(value)}</${name}>`)
    .join('\n');
}

export function field(name: string, values: Readonly<Record<string, string | number | boolean>>, extra = ''): string {
  const label = name.replace(/__c$/, '').replaceAll('_', ' ');
  const said = { fullName: name, description: `What ${label} holds.`, inlineHelpText: 'Filled by the sync.', label };
  return xml('CustomField', `${elements({ ...said, ...values })}\n${extra}`);
}

function picklist(name: string, values: readonly string[], type = 'Picklist'): string {
  const entries = values.map(
    (value) => `<value>\n<fullName>${value}</fullName>\n<default>false</default>\n<label>${value}</label>\n</value>`
  );
  const set = `<valueSet>\n<restricted>true</restricted>\n<valueSetDefinition>\n<sorted>false</sorted>\n${entries.join('\n')}\n</valueSetDefinition>\n</valueSet>`;
  return field(name, { type }, set);
}

const recordAttributes =
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const value = (name: string, type: string, text: string) =>
  `<values>\n<field>${name}</field>\n<value xsi:type="xsd:${type}">${text}</value>\n</values>`;
const readable = (name: string, isEditable: boolean) =>
  `<fieldPermissions>\n<editable>${isEditable}</editable>\n<field>${name}</field>\n<readable>true</readable>\n</fieldPermissions>`;
const item = (name: string, behavior = 'Edit') =>
  `<layoutItems>\n<behavior>${behavior}</behavior>\n<field>${name}</field>\n</layoutItems>`;
const component = (name: string, identifier: string, properties = '') =>
  `<itemInstances>\n<componentInstance>\n${properties}<componentName>${name}</componentName>\n<identifier>${identifier}</identifier>\n</componentInstance>\n</itemInstances>`;
const region = (name: string, content: string) =>
  `<flexiPageRegions>\n${content}\n<name>${name}</name>\n<type>Region</type>\n</flexiPageRegions>`;

const TITLE =
  '<componentInstanceProperties>\n<name>cardTitle</name>\n<value>Visits</value>\n</componentInstanceProperties>\n';
const CLASS = elements({ apiVersion: '66.0', status: 'Active' });

export const CLEAN_SOURCE: SourceTree = {
  'objects/Visit__c/Visit__c.object-meta.xml': xml(
    'CustomObject',
    `${elements({ compactLayoutAssignment: 'Visit_Compact_Layout', deploymentStatus: 'Deployed', description: 'One visit of a lead.', enableHistory: false, label: 'Visit' })}
<nameField>
<displayFormat>V-{0000}</displayFormat>
<label>Visit Number</label>
<type>AutoNumber</type>
</nameField>
${elements({ pluralLabel: 'Visits', sharingModel: 'Private' })}`
  ),
  'objects/Visit__c/fields/Status__c.field-meta.xml': picklist('Status__c', ['Planned', 'Done']),
  'objects/Visit__c/fields/Kind__c.field-meta.xml': field(
    'Kind__c',
    { type: 'Picklist' },
    '<valueSet>\n<valueSetName>Visit_Kinds</valueSetName>\n</valueSet>'
  ),
  'objects/Visit__c/fields/Key__c.field-meta.xml': field('Key__c', {
    externalId: true,
    length: 80,
    type: 'Text',
    unique: true
  }),
  'objects/Visit__c/fields/Notes__c.field-meta.xml': field('Notes__c', {
    length: 32768,
    type: 'LongTextArea',
    visibleLines: 5
  }),
  'objects/Visit__c/fields/Score__c.field-meta.xml': field('Score__c', { precision: 5, scale: 2, type: 'Number' }),
  'objects/Visit__c/fields/Double_Score__c.field-meta.xml': field('Double_Score__c', {
    formula: 'Score__c * 2',
    precision: 18,
    scale: 2,
    type: 'Number'
  }),
  'objects/Visit__c/fields/Place__c.field-meta.xml': field('Place__c', { length: 40, required: true, type: 'Text' }),
  'objects/Visit__c/fields/Is_Late__c.field-meta.xml': field('Is_Late__c', { defaultValue: false, type: 'Checkbox' }),
  'objects/Visit__c/fields/Lead__c.field-meta.xml': field('Lead__c', {
    deleteConstraint: 'SetNull',
    referenceTo: 'Lead',
    relationshipLabel: 'Visits',
    relationshipName: 'Visits',
    type: 'Lookup'
  }),
  'objects/Visit__c/listViews/All.listView-meta.xml': xml(
    'ListView',
    '<fullName>All</fullName>\n<columns>NAME</columns>\n<columns>Status__c</columns>\n<filterScope>Everything</filterScope>\n<filters>\n<field>Status__c</field>\n<operation>equals</operation>\n<value>Done</value>\n</filters>\n<label>All Visits</label>'
  ),
  'objects/Visit__c/compactLayouts/Visit_Compact_Layout.compactLayout-meta.xml': xml(
    'CompactLayout',
    '<fullName>Visit_Compact_Layout</fullName>\n<fields>Name</fields>\n<fields>Status__c</fields>\n<label>Visit Compact Layout</label>'
  ),
  'objects/Visit__c/validationRules/Score_Is_Positive.validationRule-meta.xml': xml(
    'ValidationRule',
    '<fullName>Score_Is_Positive</fullName>\n<active>true</active>\n<description>Scores begin at 0.</description>\n<errorConditionFormula>Score__c &lt; 0</errorConditionFormula>\n<errorDisplayField>Score__c</errorDisplayField>\n<errorMessage>Give a score of 0 or more.</errorMessage>'
  ),
  'objects/Visit__c/recordTypes/Home.recordType-meta.xml': xml(
    'RecordType',
    '<fullName>Home</fullName>\n<active>true</active>\n<description>Visits at home.</description>\n<label>Home</label>\n<picklistValues>\n<picklist>Status__c</picklist>\n<values>\n<fullName>Done</fullName>\n<default>false</default>\n</values>\n</picklistValues>'
  ),
  'objects/Visit__c/fieldSets/Short.fieldSet-meta.xml': xml(
    'FieldSet',
    '<fullName>Short</fullName>\n<description>Shown in short lists.</description>\n<displayedFields>\n<field>Status__c</field>\n<isFieldManaged>false</isFieldManaged>\n<isRequired>false</isRequired>\n</displayedFields>\n<label>Short</label>'
  ),
  'objects/Activity/fields/Visit__c.field-meta.xml': field('Visit__c', {
    deleteConstraint: 'SetNull',
    referenceTo: 'Visit__c',
    relationshipLabel: 'Activities',
    relationshipName: 'Activities_of_Visit',
    type: 'Lookup'
  }),
  'objects/Lead/fields/Last_Visit__c.field-meta.xml': field('Last_Visit__c', { type: 'DateTime' }),
  'objects/Visit_Rule__mdt/Visit_Rule__mdt.object-meta.xml': xml(
    'CustomObject',
    elements({
      description: 'Which field of which object a visit fills.',
      label: 'Visit Rule',
      pluralLabel: 'Visit Rules',
      visibility: 'Public'
    })
  ),
  'objects/Visit_Rule__mdt/fields/Object__c.field-meta.xml': field('Object__c', {
    fieldManageability: 'DeveloperControlled',
    length: 40,
    required: true,
    type: 'Text'
  }),
  'objects/Visit_Rule__mdt/fields/Field__c.field-meta.xml': field('Field__c', {
    fieldManageability: 'DeveloperControlled',
    length: 40,
    type: 'Text'
  }),
  'objects/Visit_Rule__mdt/fields/Order__c.field-meta.xml': field('Order__c', {
    fieldManageability: 'DeveloperControlled',
    precision: 3,
    scale: 0,
    type: 'Number'
  }),
  'objects/Visit_Rule__mdt/fields/Mode__c.field-meta.xml': picklist('Mode__c', ['Always', 'Never']),
  'objects/Visit_Rule__mdt/fields/Is_Active__c.field-meta.xml': field('Is_Active__c', {
    defaultValue: true,
    fieldManageability: 'DeveloperControlled',
    type: 'Checkbox'
  }),
  'objects/Visit_Rule__mdt/fields/Description__c.field-meta.xml': field('Description__c', {
    fieldManageability: 'DeveloperControlled',
    type: 'TextArea'
  }),
  'customMetadata/Visit_Rule.Lead_Visit.md-meta.xml': xml(
    'CustomMetadata',
    `<label>Lead Visit</label>\n<protected>false</protected>\n${[
      value('Object__c', 'string', 'Lead'),
      value('Field__c', 'string', 'Last_Visit__c'),
      value('Order__c', 'double', '10.0'),
      value('Mode__c', 'string', 'Always'),
      value('Is_Active__c', 'boolean', 'true'),
      value('Description__c', 'string', 'The time of the last visit, on the Lead.')
    ].join('\n')}`,
    recordAttributes
  ),
  'globalValueSets/Visit_Kinds.globalValueSet-meta.xml': xml(
    'GlobalValueSet',
    '<customValue>\n<fullName>Call</fullName>\n<default>false</default>\n<label>Call</label>\n</customValue>\n<description>How a visit was made.</description>\n<masterLabel>Visit Kinds</masterLabel>\n<sorted>false</sorted>'
  ),
  'permissionsets/Visit_User.permissionset-meta.xml': xml(
    'PermissionSet',
    `<applicationVisibilities>\n<application>Visits</application>\n<visible>true</visible>\n</applicationVisibilities>
<classAccesses>\n<apexClass>VisitController</apexClass>\n<enabled>true</enabled>\n</classAccesses>
<customMetadataTypeAccesses>\n<enabled>true</enabled>\n<name>Visit_Rule__mdt</name>\n</customMetadataTypeAccesses>
<customPermissions>\n<enabled>true</enabled>\n<name>See_Visits</name>\n</customPermissions>
<description>For people who make visits.</description>
${['Status__c', 'Kind__c', 'Key__c', 'Notes__c', 'Score__c', 'Is_Late__c', 'Lead__c'].map((name) => readable(`Visit__c.${name}`, true)).join('\n')}
${readable('Visit__c.Double_Score__c', false)}
${readable('Lead.Last_Visit__c', true)}
${readable('Task.Visit__c', true)}
<label>Visit User</label>
<objectPermissions>\n<allowCreate>true</allowCreate>\n<allowDelete>false</allowDelete>\n<allowEdit>true</allowEdit>\n<allowRead>true</allowRead>\n<modifyAllRecords>false</modifyAllRecords>\n<object>Visit__c</object>\n<viewAllRecords>false</viewAllRecords>\n</objectPermissions>
<tabSettings>\n<tab>Visit__c</tab>\n<visibility>Visible</visibility>\n</tabSettings>`
  ),
  'customPermissions/See_Visits.customPermission-meta.xml': xml(
    'CustomPermission',
    '<description>Sees all visits.</description>\n<isLicensed>false</isLicensed>\n<label>See Visits</label>'
  ),
  'labels/CustomLabels.labels-meta.xml': xml(
    'CustomLabels',
    '<labels>\n<fullName>Visit_Title</fullName>\n<language>en_US</language>\n<protected>false</protected>\n<shortDescription>Heading of the visits</shortDescription>\n<value>{0} visits</value>\n</labels>'
  ),
  'translations/de.translation-meta.xml': xml(
    'Translations',
    '<customLabels>\n<label>{0} Besuche</label>\n<name>Visit_Title</name>\n</customLabels>'
  ),
  'queues/Visits.queue-meta.xml': xml(
    'Queue',
    '<doesSendEmailToMembers>false</doesSendEmailToMembers>\n<name>Visits</name>\n<queueSobject>\n<sobjectType>Visit__c</sobjectType>\n</queueSobject>'
  ),
  'permissionsetgroups/Visit_Team.permissionsetgroup-meta.xml': xml(
    'PermissionSetGroup',
    '<description>All who visit.</description>\n<hasActivationRequired>false</hasActivationRequired>\n<label>Visit Team</label>\n<permissionSets>Visit_User</permissionSets>'
  ),
  'flows/Plan_Visit.flow-meta.xml': xml(
    'Flow',
    '<apiVersion>66.0</apiVersion>\n<description>Plans a visit.</description>\n<label>Plan Visit</label>\n<processType>AutoLaunchedFlow</processType>\n<recordCreates>\n<name>Create_Visit</name>\n<label>Create Visit</label>\n<locationX>0</locationX>\n<locationY>0</locationY>\n<inputAssignments>\n<field>Status__c</field>\n<value>\n<stringValue>Planned</stringValue>\n</value>\n</inputAssignments>\n<object>Visit__c</object>\n</recordCreates>\n<start>\n<locationX>0</locationX>\n<locationY>0</locationY>\n<connector>\n<targetReference>Create_Visit</targetReference>\n</connector>\n</start>\n<status>Active</status>'
  ),
  'classes/VisitController.cls':
    "public with sharing class VisitController {\n  @AuraEnabled(cacheable=true)\n  public static String title() {\n    return System.FeatureManagement.checkPermission('See_Visits') ? System.Label.Visit_Title : null;\n  }\n}\n",
  'classes/VisitController.cls-meta.xml': xml('ApexClass', CLASS),
  'lwc/visitPanel/visitPanel.ts':
    "import { LightningElement, api } from 'lwc';\n\nexport default class VisitPanel extends LightningElement {\n  @api cardTitle = '';\n}\n",
  'lwc/visitPanel/visitPanel.html': '<template>{cardTitle}</template>\n',
  'lwc/visitPanel/visitPanel.js-meta.xml': xml(
    'LightningComponentBundle',
    `<apiVersion>66.0</apiVersion>\n<description>Shows visits.</description>\n<isExposed>true</isExposed>\n<masterLabel>Visits</masterLabel>
<targets>\n<target>lightning__RecordPage</target>\n<target>lightning__RecordAction</target>\n</targets>
<targetConfigs>\n<targetConfig targets="lightning__RecordPage">\n<property name="cardTitle" label="Title" type="String"/>\n<objects>\n<object>Visit__c</object>\n</objects>\n</targetConfig>\n</targetConfigs>`
  ),
  'flexipages/Visit_Record_Page.flexipage-meta.xml': xml(
    'FlexiPage',
    `<description>A visit.</description>\n${region('header', component('force:highlightsPanel', 'highlights'))}\n${region('main', component('visitPanel', 'visits', TITLE))}
<masterLabel>Visit Record Page</masterLabel>\n<sobjectType>Visit__c</sobjectType>\n<template>\n<name>flexipage:recordHomeTemplateDesktop</name>\n</template>\n<type>RecordPage</type>`
  ),
  'layouts/Visit__c-Visit Layout.layout-meta.xml': xml(
    'Layout',
    `<layoutSections>\n<customLabel>true</customLabel>\n<detailHeading>true</detailHeading>\n<editHeading>true</editHeading>\n<label>Visit</label>
<layoutColumns>\n${item('Status__c')}\n${item('Place__c', 'Required')}\n${item('Double_Score__c', 'Readonly')}\n</layoutColumns>\n<style>OneColumn</style>\n</layoutSections>`
  ),
  'tabs/Visit__c.tab-meta.xml': xml(
    'CustomTab',
    '<customObject>true</customObject>\n<description>Visits of leads.</description>\n<motif>Custom53: Bell</motif>'
  ),
  'applications/Visits.app-meta.xml': xml(
    'CustomApplication',
    `<actionOverrides>\n<actionName>View</actionName>\n<content>Visit_Record_Page</content>\n<formFactor>Large</formFactor>\n<skipRecordTypeSelect>false</skipRecordTypeSelect>\n<type>Flexipage</type>\n<pageOrSobjectType>Visit__c</pageOrSobjectType>\n</actionOverrides>
<description>Visits of leads.</description>\n<formFactors>Large</formFactors>\n<label>Visits</label>\n<navType>Standard</navType>\n<tabs>Visit__c</tabs>\n<tabs>standard-Lead</tabs>\n<uiType>Lightning</uiType>`
  ),
  'quickActions/Visit__c.Review.quickAction-meta.xml': xml(
    'QuickAction',
    '<actionSubtype>ScreenAction</actionSubtype>\n<label>Review</label>\n<lightningWebComponent>visitPanel</lightningWebComponent>\n<optionsCreateFeedItem>false</optionsCreateFeedItem>\n<type>LightningWebComponent</type>'
  ),
  'reportTypes/Visits_of_Leads.reportType-meta.xml': xml(
    'ReportType',
    '<baseObject>Lead</baseObject>\n<category>leads</category>\n<deployed>true</deployed>\n<description>Leads with their visits.</description>\n<join>\n<outerJoin>false</outerJoin>\n<relationship>Visits__r</relationship>\n</join>\n<label>Visits of Leads</label>\n<sections>\n<columns>\n<checkedByDefault>true</checkedByDefault>\n<field>LastName</field>\n<table>Lead</table>\n</columns>\n<columns>\n<checkedByDefault>true</checkedByDefault>\n<field>Status__c</field>\n<table>Lead.Visits__r</table>\n</columns>\n<masterLabel>Visits</masterLabel>\n</sections>'
  ),
  'reports/Visit_Reports.reportFolder-meta.xml': xml(
    'ReportFolder',
    '<accessType>Public</accessType>\n<name>Visit Reports</name>\n<publicFolderAccess>ReadOnly</publicFolderAccess>'
  ),
  'reports/Visit_Reports/All_Visits.report-meta.xml': xml(
    'Report',
    '<columns>\n<field>Lead.Visits__r$Status__c</field>\n</columns>\n<columns>\n<field>Lead$Last_Visit__c</field>\n</columns>\n<description>All visits.</description>\n<format>Tabular</format>\n<name>All Visits</name>\n<params>\n<name>co</name>\n<value>1</value>\n</params>\n<reportType>Visits_of_Leads__c</reportType>\n<scope>organization</scope>\n<showDetails>true</showDetails>\n<timeFrameFilter>\n<dateColumn>Lead$CreatedDate</dateColumn>\n<interval>INTERVAL_CUSTOM</interval>\n</timeFrameFilter>'
  ),
  'dashboards/Visit_Dashboards.dashboardFolder-meta.xml': xml(
    'DashboardFolder',
    '<accessType>Public</accessType>\n<name>Visit Dashboards</name>\n<publicFolderAccess>ReadOnly</publicFolderAccess>'
  ),
  'dashboards/Visit_Dashboards/Visits.dashboard-meta.xml': xml(
    'Dashboard',
    '<backgroundEndColor>#FFFFFF</backgroundEndColor>\n<backgroundFadeDirection>Diagonal</backgroundFadeDirection>\n<backgroundStartColor>#FFFFFF</backgroundStartColor>\n<dashboardGridLayout>\n<dashboardGridComponents>\n<colSpan>4</colSpan>\n<columnIndex>0</columnIndex>\n<dashboardComponent>\n<componentType>Metric</componentType>\n<report>Visit_Reports/All_Visits</report>\n</dashboardComponent>\n<rowIndex>0</rowIndex>\n<rowSpan>4</rowSpan>\n</dashboardGridComponents>\n<numberOfColumns>12</numberOfColumns>\n<rowHeight>36</rowHeight>\n</dashboardGridLayout>\n<dashboardType>LoggedInUser</dashboardType>\n<description>Visits at a glance.</description>\n<isGridLayout>true</isGridLayout>\n<textColor>#000000</textColor>\n<title>Visits</title>\n<titleColor>#000000</titleColor>\n<titleSize>12</titleSize>'
  ),
  'cspTrustedSites/Visit_Pictures.cspTrustedSite-meta.xml': xml(
    'CspTrustedSite',
    '<context>LEX</context>\n<description>Pictures of visits.</description>\n<endpointUrl>https://*.example.com</endpointUrl>\n<isActive>true</isActive>\n<isApplicableToConnectSrc>false</isApplicableToConnectSrc>\n<isApplicableToFontSrc>false</isApplicableToFontSrc>\n<isApplicableToFrameSrc>false</isApplicableToFrameSrc>\n<isApplicableToImgSrc>true</isApplicableToImgSrc>\n<isApplicableToMediaSrc>false</isApplicableToMediaSrc>\n<isApplicableToStyleSrc>false</isApplicableToStyleSrc>'
  )
};
