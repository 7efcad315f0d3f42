/** `System.Domain`, `DomainParser` and `DomainCreator`: host names of an org and what they say. */
import { newException } from '../../runtime/exceptions';
import { currentTransaction } from '../../runtime/transaction';
import { required } from '../null-argument';
import { enumValue, platformType } from '../registry';

platformType({
  name: 'System.DomainType',
  enumConstants: [
    'CMS_DOMAIN',
    'CONTENT_DOMAIN',
    'CUSTOMER_360_ADMIN_DOMAIN',
    'CUSTOMER_360_DOMAIN',
    'EXPERIENCE_CLOUD_SITES_BUILDER_DOMAIN',
    'EXPERIENCE_CLOUD_SITES_DOMAIN',
    'EXPERIENCE_CLOUD_SITES_LIVE_PREVIEW_DOMAIN',
    'EXPERIENCE_CLOUD_SITES_PREVIEW_DOMAIN',
    'LIGHTNING_CONTAINER_COMPONENT_DOMAIN',
    'LIGHTNING_DOMAIN',
    'ORG_MY_DOMAIN',
    'SALESFORCE_SITES_DOMAIN',
    'SETUP_DOMAIN',
    'VISUALFORCE_DOMAIN'
  ]
});

class DomainValue {
  readonly type: string;
  readonly myDomain: string | null;
  readonly sandbox: string | null;
  readonly packageName: string | null;

  constructor(type: string, myDomain: string | null, sandbox: string | null, packageName: string | null) {
    this.type = type;
    this.myDomain = myDomain;
    this.sandbox = sandbox;
    this.packageName = packageName;
  }
}

/** `mydomain--sandbox--package`, then the suffix that tells the kind (Salesforce Help, "My Domain URL Formats"). */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.my\.salesforce\.com$/,
    'ORG_MY_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.lightning\.force\.com$/,
    'LIGHTNING_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.my\.salesforce-setup\.com$/,
    'SETUP_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.vf\.force\.com$/,
    'VISUALFORCE_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.file\.force\.com$/,
    'CONTENT_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.my\.site\.com$/,
    'EXPERIENCE_CLOUD_SITES_DOMAIN'
  ],
  [
    /^([\w-]+?)(?:\.sandbox|\.develop|\.scratch|\.trailblaze|\.demo|\.patch|\.free)?\.my\.salesforce-sites\.com$/,
    'SALESFORCE_SITES_DOMAIN'
  ]
];

/** @throws System.InvalidParameterValueException for a host that is not of a Salesforce org */
function parse(address: unknown): DomainValue {
  const text = String(required(address as string | null));
  const host = (/^[a-z]+:\/\//i.test(text) ? new URL(text).hostname : text).toLowerCase();
  if (host === localHost()) return new DomainValue('ORG_MY_DOMAIN', host, null, null);
  for (const [pattern, type] of SUFFIXES) {
    const [, name] = pattern.exec(host) ?? [];
    if (name === undefined) continue;
    const [myDomain = null, second = null, third = null] = name.split('--');
    const isSandbox = host.includes('.sandbox.');
    return new DomainValue(type, myDomain, isSandbox ? second : null, isSandbox ? third : second);
  }
  throw newException('System.InvalidParameterValueException', `Unable to parse the domain ${host}`);
}

function localHost(): string {
  return new URL(currentTransaction().org.instanceUrl).hostname;
}

platformType({ name: 'System.DomainParser', statics: { parse } });
platformType({
  name: 'System.Domain',
  jsClass: DomainValue,
  methods: {
    getDomainType: ({ type }: DomainValue) => enumValue('System.DomainType', type),
    getMyDomainName: ({ myDomain }: DomainValue) => myDomain,
    getSandboxName: ({ sandbox }: DomainValue) => sandbox,
    getPackageName: ({ packageName }: DomainValue) => packageName,
    getSitesSubdomainName: () => null
  }
});
/** One server answers for all kinds of pages. */
platformType({
  name: 'System.DomainCreator',
  statics: {
    getOrgMyDomainHostname: localHost,
    getLightningHostname: localHost,
    getSetupHostname: localHost,
    getContentHostname: localHost,
    'getVisualforceHostname/1': localHost
  }
});
