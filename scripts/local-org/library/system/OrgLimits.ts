/**
 * `System.OrgLimits`: the daily allowances of the org. The local org grants those of a Developer Edition, and counts
 * executions of asynchronous Apex only.
 */
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { ApexList } from './List';
import { ApexMap } from './Map';

class OrgLimit {
  readonly name: string;
  readonly limit: number;
  readonly value: number;

  constructor(name: string, limit: number, value: number) {
    this.name = name;
    this.limit = limit;
    this.value = value;
  }
}

/** REST API Developer Guide, "Limits"; values of a Developer Edition org. */
const LIMITS: Readonly<Record<string, number>> = {
  ActiveScratchOrgs: 3,
  AnalyticsExternalDataSizeMB: 40960,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentEinsteinDataInsightsStoryCreation: 5,
  ConcurrentSyncReportRuns: 20,
  DailyApiRequests: 15000,
  DailyAsyncApexExecutions: 250000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15000,
  DailyBulkV2QueryFileStorageMB: 976562,
  DailyBulkV2QueryJobs: 10000,
  DailyDeliveredPlatformEvents: 10000,
  DailyDurableGenericStreamingApiEvents: 10000,
  DailyDurableStreamingApiEvents: 10000,
  DailyFunctionsApiCallLimit: 235000,
  DailyGenericStreamingApiEvents: 10000,
  DailyScratchOrgs: 6,
  DailyStandardVolumePlatformEvents: 10000,
  DailyStreamingApiEvents: 10000,
  DailyWorkflowEmails: 390,
  DataStorageMB: 5,
  DurableStreamingApiConcurrentClients: 20,
  FileStorageMB: 20,
  HourlyAsyncReportRuns: 1200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5000,
  HourlyDashboardStatuses: 999999999,
  HourlyLongTermIdMapping: 100000,
  HourlyManagedContentPublicRequests: 50000,
  HourlyODataCallout: 1000,
  HourlyPublishedPlatformEvents: 50000,
  HourlyPublishedStandardVolumePlatformEvents: 1000,
  HourlyShortTermIdMapping: 100000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 50,
  MassEmail: 10,
  MonthlyEinsteinDiscoveryStoryCreation: 500,
  MonthlyPlatformEventsUsageEntitlement: 0,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PermissionSets: 1500,
  PrivateConnectOutboundCalloutHourlyLimitMB: 0,
  SingleEmail: 15,
  StreamingApiConcurrentClients: 20
};

function all(): OrgLimit[] {
  const { asyncApexExecutions } = currentTransaction().org.allowances;
  return Object.entries(LIMITS).map(([name, limit]) =>
    name === 'DailyAsyncApexExecutions'
      ? new OrgLimit(name, asyncApexExecutions.maximum, asyncApexExecutions.used)
      : new OrgLimit(name, limit, 0)
  );
}

function getMap(): ApexMap {
  const map = new ApexMap('String', 'System.OrgLimit');
  for (const limit of all()) map.put(limit.name, limit);
  return map;
}

platformType({
  name: 'System.OrgLimits',
  statics: { getMap, getAll: () => new ApexList('System.OrgLimit', all()) }
});
platformType({
  name: 'System.OrgLimit',
  jsClass: OrgLimit,
  methods: {
    getName: ({ name }: OrgLimit) => name,
    getLimit: ({ limit }: OrgLimit) => limit,
    getValue: ({ value }: OrgLimit) => value
  }
});
