/** Opportunities: what follows from the stage. */
import { Decimal } from '../../../library/system/Decimal';
import { toDecimal } from '../../field-values';
import type { ObjectRules } from '../object-rules';

export const opportunityRules: ObjectRules = {
  derive(tables, { draft, old, record }) {
    const stage = [...tables.table('OpportunityStage').rows()].find(
      (row) => row['MasterLabel'] === draft['StageName'] || row['ApiName'] === draft['StageName']
    );
    if (!stage) return;
    draft['IsClosed'] = stage['IsClosed'] === true;
    draft['IsWon'] = stage['IsWon'] === true;
    const isNewStage = old?.['StageName'] !== draft['StageName'];
    if (isNewStage && !record.assignedFields.has('Probability'))
      draft['Probability'] = toDecimal(stage['DefaultProbability']) ?? Decimal.ZERO;
    if (isNewStage && !record.assignedFields.has('ForecastCategoryName')) {
      draft['ForecastCategoryName'] = stage['ForecastCategoryName'] ?? null;
      draft['ForecastCategory'] = stage['ForecastCategory'] ?? null;
    }
  }
};
