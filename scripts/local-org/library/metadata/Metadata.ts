/**
 * `Metadata`: deployments of custom metadata records. Outside of tests a deployment is a job: its records become
 * visible when it runs, then the callback is called. Layouts cannot be deployed or retrieved here.
 */
import { randomUUID } from 'node:crypto';
import { writeMetadataRecord } from '../../data/metadata-records';
import { newException } from '../../runtime/exceptions';
import { callMethod } from '../../runtime/objects';
import type { ApexObject } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import { interfaceMethod } from '../async/interface';
import { database } from '../database/operands';
import { required } from '../null-argument';
import { enumValue, platformType } from '../registry';
import { ApexDatetime } from '../system/Datetime';
import { ApexList } from '../system/List';
import { valueClass, type ValueObject } from '../value-object';

const MetadataItem = valueClass('Metadata.Metadata', ['fullName']);
const CustomMetadata = valueClass('Metadata.CustomMetadata', ['description', 'label', 'protected_x', 'values'], {
  base: MetadataItem,
  initial: { values: () => new ApexList('Metadata.CustomMetadataValue') }
});
valueClass('Metadata.CustomMetadataValue', ['field', 'value']);

platformType({ name: 'Metadata.MetadataType', enumConstants: ['CustomMetadata', 'Layout'] });
platformType({
  name: 'Metadata.DeployStatus',
  enumConstants: ['Canceled', 'Canceling', 'Failed', 'InProgress', 'Pending', 'Succeeded', 'SucceededPartial']
});
platformType({ name: 'Metadata.DeployProblemType', enumConstants: ['Error', 'Info', 'Warning'] });

const DeployMessage = valueClass('Metadata.DeployMessage', [
  'changed',
  'columnNumber',
  'componentType',
  'created',
  'createdDate',
  'deleted',
  'fileName',
  'fullName',
  'id',
  'lineNumber',
  'problem',
  'problemType',
  'success'
]);
const messages = () => new ApexList('Metadata.DeployMessage');
const DeployDetails = valueClass('Metadata.DeployDetails', ['componentFailures', 'componentSuccesses'], {
  initial: { componentFailures: messages, componentSuccesses: messages }
});
const DeployResult = valueClass(
  'Metadata.DeployResult',
  [
    'canceledBy',
    'canceledByName',
    'checkOnly',
    'completedDate',
    'createdBy',
    'createdByName',
    'createdDate',
    'details',
    'done',
    'errorMessage',
    'id',
    'ignoreWarnings',
    'lastModifiedDate',
    'messages',
    'numberComponentErrors',
    'numberComponentsDeployed',
    'numberComponentsTotal',
    'rollbackOnError',
    'startDate',
    'stateDetail',
    'status',
    'success'
  ],
  { initial: { messages } }
);

class DeployContainer {
  readonly items: ValueObject[] = [];
}

platformType({
  name: 'Metadata.DeployContainer',
  jsClass: DeployContainer,
  constructors: { '()': () => new DeployContainer() },
  methods: {
    addMetadata: (self: DeployContainer, item: ValueObject | null) => {
      self.items.push(required(item));
    },
    getMetadata: (self: DeployContainer) => new ApexList('Metadata.Metadata', [...self.items]),
    removeMetadata: (self: DeployContainer, item: ValueObject | null) => remove(self, (other) => other === item),
    removeMetadataByFullName: (self: DeployContainer, name: string | null) =>
      remove(self, (other) => other.get('fullName') === name)
  }
});

function remove({ items }: DeployContainer, isMeant: (item: ValueObject) => boolean): boolean {
  const at = items.findIndex(isMeant);
  if (at >= 0) items.splice(at, 1);
  return at >= 0;
}

/** Tests of callbacks extend the class to answer an id of their own. */
class DeployCallbackContext {
  readonly jobId: string | null;

  constructor(jobId: string | null = null) {
    this.jobId = jobId;
  }
}

platformType({
  name: 'Metadata.DeployCallbackContext',
  jsClass: DeployCallbackContext,
  constructors: { '()': () => new DeployCallbackContext() },
  methods: { getCallbackJobId: interfaceMethod('getCallbackJobId', [], (self: DeployCallbackContext) => self.jobId) }
});
platformType({
  name: 'Metadata.DeployCallback',
  methods: {
    handleResult: interfaceMethod('handleResult', ['Metadata.DeployResult', 'Metadata.DeployCallbackContext'])
  }
});

platformType({ name: 'Metadata.Operations', statics: { enqueueDeployment } });

/** @throws System.AsyncException in tests, as on the platform */
function enqueueDeployment(container: DeployContainer | null, callback: ApexObject | null): string {
  const items = [...required(container).items];
  const { org, userId, isTest, afterCommit } = currentTransaction();
  if (isTest) throw newException('System.AsyncException', 'Metadata cannot be deployed from within a test');
  const id = `0Af${randomUUID().replace(/-/g, '').slice(0, 12)}AAA`;
  afterCommit.push(() =>
    org.jobs.addWork(`Metadata deployment ${id}`, () => {
      org.execute(userId, 'asynchronous', () => {
        const result = deploy(id, items);
        const parameters = ['Metadata.DeployResult', 'Metadata.DeployCallbackContext'];
        if (callback) callMethod(callback, 'handleResult', [result, new DeployCallbackContext(id)], parameters);
      });
    })
  );
  return id;
}

/** All records or none, as deployments are. */
function deploy(id: string, items: readonly ValueObject[]): ValueObject {
  const before = database().snapshot();
  const outcomes = items.map((item) => messageOf(item, problemOf(item)));
  const failures = outcomes.filter((message) => message.get('success') === false);
  if (failures.length > 0) database().restore(before);
  const details = new DeployDetails();
  details.set('componentFailures', new ApexList('Metadata.DeployMessage', failures));
  details.set('componentSuccesses', new ApexList('Metadata.DeployMessage', failures.length > 0 ? [] : outcomes));
  const result = new DeployResult();
  const values = {
    id,
    details,
    done: true,
    success: failures.length === 0,
    status: enumValue('Metadata.DeployStatus', failures.length === 0 ? 'Succeeded' : 'Failed'),
    errorMessage: failures[0]?.get('problem') ?? null,
    completedDate: new ApexDatetime(currentTransaction().org.now()),
    createdBy: currentTransaction().userId,
    numberComponentErrors: failures.length,
    numberComponentsDeployed: failures.length > 0 ? 0 : items.length,
    numberComponentsTotal: items.length,
    rollbackOnError: true,
    checkOnly: false
  };
  for (const [name, value] of Object.entries(values)) result.set(name, value);
  return result;
}

/** Writes one record; answers what is wrong with it, or null. */
function problemOf(item: ValueObject): string | null {
  if (!(item instanceof CustomMetadata)) return 'The local org deploys custom metadata records only';
  const [type = '', developerName = ''] = String(item.get('fullName')).split('.');
  const values = (item.get('values') as ApexList).items as ValueObject[];
  return writeMetadataRecord(database().tables, {
    type: type.endsWith('__mdt') ? type : `${type}__mdt`,
    developerName,
    label: item.get('label') as string | null,
    values: new Map(values.map((value) => [String(value.get('field')), value.get('value')]))
  });
}

function messageOf(item: ValueObject, problem: string | null): ValueObject {
  const message = new DeployMessage();
  message.set('fullName', item.get('fullName'));
  message.set('componentType', 'CustomMetadata');
  message.set('success', problem === null);
  message.set('problem', problem);
  if (problem !== null) message.set('problemType', enumValue('Metadata.DeployProblemType', 'Error'));
  return message;
}
