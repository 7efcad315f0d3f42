import '../index';
import { libraryCoverage } from '../coverage';

/** Types of which nothing may be missing: what nearly all Apex code uses. */
const COMPLETE = [
  'System.String',
  'System.Integer',
  'System.Long',
  'System.Double',
  'System.Decimal',
  'System.Boolean',
  'System.Id',
  'System.Date',
  'System.Datetime',
  'System.Time',
  'System.TimeZone',
  'System.List',
  'System.Set',
  'System.Map',
  'System.Math',
  'System.JSON',
  'System.JSONGenerator',
  'System.JSONParser',
  'System.JSONToken',
  'System.Pattern',
  'System.EncodingUtil',
  'System.UUID',
  'System.Assert',
  'System.Http',
  'System.RestContext',
  'System.RestRequest',
  'System.RestResponse',
  'System.Location',
  'System.Address',
  'System.Version',
  'System.SelectOption',
  'Messaging.SingleEmailMessage',
  'Messaging.EmailFileAttachment',
  'Messaging.SendEmailResult'
];

describe('The library', () => {
  const coverage = new Map(libraryCoverage().map((type) => [type.name, type.missing]));

  it.each(COMPLETE)('has all members of %s', (name) => {
    expect(coverage.get(name)).toEqual([]);
  });
});
