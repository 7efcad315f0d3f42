/** Leads. */
import type { ObjectRules } from '../object-rules';
import { fail } from '../work-item';

export const leadRules: ObjectRules = {
  validate(tables, item) {
    const status = [...tables.table('LeadStatus').rows()].find(
      (row) => row['MasterLabel'] === item.draft['Status'] || row['ApiName'] === item.draft['Status']
    );
    const isConverted = item.draft['IsConverted'] === true;
    if (item.old?.['IsConverted'] === true) {
      fail(item, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    } else if (status?.['IsConverted'] === true && !isConverted && item.old?.['Status'] !== item.draft['Status']) {
      fail(item, 'INVALID_STATUS', 'Lead Status: a converted status is set by converting the lead', ['Status']);
    }
  }
};
