/**
 * Adds the coverage of Apex to Jest's own report.
 *
 * Components need Jest's coverage provider `v8`, which reports only what V8 has counted and leaves the counters of
 * compiled Apex (`testResult.coverage`) aside. This reporter keeps those and merges them into the same map.
 */
const { createRequire } = require('node:module');
const { CoverageReporter } = require('@jest/reporters');
const { createCoverageMap } = require('istanbul-lib-coverage');
/** The one that Jest's reporter uses. */
const { createContext } = createRequire(require.resolve('@jest/reporters'))('istanbul-lib-report');

const apexCoverage = createCoverageMap({});
const originalResult = CoverageReporter.prototype._getCoverageResult;

CoverageReporter.prototype._getCoverageResult = async function getCoverageResult() {
  const { map, reportContext } = await originalResult.call(this);
  if (this._globalConfig.coverageProvider !== 'v8') return { map, reportContext };
  map.merge(apexCoverage);
  return {
    map,
    reportContext: createContext({ coverageMap: map, dir: reportContext.dir, watermarks: reportContext.watermarks })
  };
};

module.exports = class ApexCoverageReporter {
  onTestResult(_test, testResult) {
    if (testResult.coverage) apexCoverage.merge(testResult.coverage);
  }
};
