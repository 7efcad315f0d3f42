/** Cases: closed or not follows from the status. */
import { currentTransaction } from '../../../runtime/transaction';
import { ApexDatetime } from '../../../library/system/Datetime';
import type { ObjectRules } from '../object-rules';

export const caseRules: ObjectRules = {
  derive(tables, { draft, old }) {
    const status = [...tables.table('CaseStatus').rows()].find((row) =>
      [row['MasterLabel'], row['ApiName']].includes(draft['Status'])
    );
    draft['IsClosed'] = status?.['IsClosed'] === true;
    if (!draft['IsClosed']) draft['ClosedDate'] = null;
    else if (old?.['IsClosed'] !== true)
      draft['ClosedDate'] = new ApexDatetime(Math.floor(currentTransaction().org.now() / 1000) * 1000);
  }
};
