import { relative } from 'node:path';
import type { MetadataRule } from '../rule';

/** Functions of the platform's formulas that the local org does without (Formula Operators and Functions by Context). */
const OTHER_FUNCTIONS = new Set(
  'CURRENCYRATE GETRECORDIDS GETSESSIONID HTMLENCODE HYPERLINK IMAGE IMAGEPROXYURL INCLUDE JSENCODE JSINHTMLENCODE JUNCTIONIDLIST LINKTO PARENTGROUPVAL PREDICT PREVGROUPVAL REQUIRESCRIPT URLENCODE URLFOR VLOOKUP FORMATDURATION ISOWEEK ISOYEAR GEOLOCATION DISTANCE PICKLISTCOUNT INITCAP CHR ASCII UNIXTIMESTAMP FROMUNIXTIME DAYOFYEAR ADDMONTHS WEEKDAY MFLOOR MCEILING TRUNC PI SIN COS TAN ASIN ACOS ATAN ATAN2'.split(
    ' '
  )
);
const UNSUPPORTED = 'APX6003';
const FUNCTION = /formula function (\w+)\(\)/;

/**
 * What cannot be taken of objects, fields, records, permission sets and formulas: the local org reads them as a
 * deployment does (`scripts/local-org/schema/source`). What only the local org lacks is no finding.
 */
export const schemaProblems: MetadataRule = {
  name: 'schema',
  check({ schema, files }, report) {
    const broken = new Set(files.filter((file) => file.error).map((file) => file.path));
    for (const { code, path, line, message } of schema.diagnostics) {
      const own = relative(process.cwd(), path);
      const unknownFunction = FUNCTION.exec(message)?.[1];
      const isPlatforms =
        code === UNSUPPORTED && (!unknownFunction || OTHER_FUNCTIONS.has(unknownFunction.toUpperCase()));
      if (!broken.has(own) && !isPlatforms) report({ path: own }, line, `${message} (${code})`);
    }
  }
};
