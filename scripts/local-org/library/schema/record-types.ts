/** `Schema.RecordTypeInfo` */
import type { ObjectSchema } from '../../schema/model';
import { platformType } from '../registry';
import { ApexMap } from '../system/Map';
import { accessors } from './accessors';
import { currentTables } from './running-user';

/** The record type that objects have without any: it has no row, and the same id in all orgs. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

export class RecordTypeInfo {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly isActive: boolean;
  readonly isMaster: boolean;
  /** The one that a new record gets: the master one, as long as profiles say nothing else. */
  readonly isDefault: boolean;

  constructor(facts: Pick<RecordTypeInfo, 'id' | 'name' | 'developerName' | 'isActive' | 'isMaster' | 'isDefault'>) {
    this.id = facts.id;
    this.name = facts.name;
    this.developerName = facts.developerName;
    this.isActive = facts.isActive;
    this.isMaster = facts.isMaster;
    this.isDefault = facts.isDefault;
  }
}

/** The record types of an object; every object has the master one, which comes last. */
export function recordTypeInfos(object: ObjectSchema): RecordTypeInfo[] {
  const rows =
    object.recordTypes.length === 0
      ? []
      : currentTables().table('RecordType').find('SobjectType', object.name.toLowerCase());
  const own = rows.map(
    (row) =>
      new RecordTypeInfo({
        id: String(row['Id']),
        name: String(row['Name']),
        developerName: String(row['DeveloperName']),
        isActive: row['IsActive'] === true,
        isMaster: false,
        isDefault: false
      })
  );
  const master = new RecordTypeInfo({
    id: MASTER_RECORD_TYPE_ID,
    name: 'Master',
    developerName: 'Master',
    isActive: true,
    isMaster: true,
    isDefault: true
  });
  return [...own, master];
}

export function recordTypeMap(object: ObjectSchema, keyType: string, keyOf: (info: RecordTypeInfo) => string): ApexMap {
  return new ApexMap(
    keyType,
    'Schema.RecordTypeInfo',
    recordTypeInfos(object).map((info) => [keyOf(info), info])
  );
}

platformType({
  name: 'Schema.RecordTypeInfo',
  jsClass: RecordTypeInfo,
  ...accessors<RecordTypeInfo>({
    getDeveloperName: (self) => self.developerName,
    getName: (self) => self.name,
    getRecordTypeId: (self) => self.id,
    isActive: (self) => self.isActive,
    isAvailable: (self) => self.isActive,
    isDefaultRecordTypeMapping: (self) => self.isDefault,
    isMaster: (self) => self.isMaster
  })
});
