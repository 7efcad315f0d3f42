/** `Database.Cursor`: pages through the rows that a query found when the cursor was made. */
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { ApexList } from '../system/List';

export class CursorValue {
  readonly records: ApexList;

  constructor(records: ApexList) {
    this.records = records;
  }

  /** @throws System.InvalidParameterValueException for rows that the cursor does not have */
  fetch(position: number, count: number): ApexList {
    const { items, elementType } = this.records;
    if (position < 0 || count < 0 || position > items.length)
      throw newException(
        'System.InvalidParameterValueException',
        `Invalid cursor position ${position}, count ${count}`
      );
    return new ApexList(elementType, items.slice(position, position + count));
  }
}

platformType({
  name: 'Database.Cursor',
  jsClass: CursorValue,
  methods: {
    'fetch/2': (self: CursorValue, position: number, count: number) => self.fetch(position, count),
    'getNumRecords/0': (self: CursorValue) => self.records.items.length
  }
});
