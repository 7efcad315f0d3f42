/**
 * Jest environment of the project `apex`. It lives outside of Jest's sandbox, so the local org is compiled once for
 * each worker process and shared by all test files that the worker gets; each test class still starts from a new state.
 */
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import { TestEnvironment } from 'jest-environment-node';
import { resolve } from 'node:path';
import { ApexTestFiles } from './apex-test-files';
import { istanbulCoverage } from './istanbul-coverage';

/** The functions of Jest that a test file needs. */
interface TestGlobals {
  describe(name: string, body: () => void): void;
  test(name: string, body: () => void): void;
  afterAll(body: () => void): void;
  __coverage__?: unknown;
  defineApexTests?: (path: string) => void;
}

export default class ApexEnvironment extends TestEnvironment {
  private readonly files: ApexTestFiles;
  private readonly isCoverageWanted: boolean;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    const { rootDir, testEnvironmentOptions } = config.projectConfig;
    const sources = (testEnvironmentOptions['sources'] ?? []) as readonly string[];
    this.files = ApexTestFiles.shared(sources.map((source) => resolve(rootDir, source)));
    this.isCoverageWanted = config.globalConfig.collectCoverage;
  }

  /** The transform turns a `.cls` file into one call of `defineApexTests`. */
  override async setup(): Promise<void> {
    await super.setup();
    const globals = this.global as unknown as TestGlobals;
    globals.defineApexTests = (path) => this.define(globals, path);
  }

  private define(globals: TestGlobals, path: string): void {
    const { name, methods, run, close, program } = this.files.open(path);
    program.resetCoverage();
    globals.describe(name, () => {
      for (const method of methods) globals.test(method, () => run(method));
      globals.afterAll(() => {
        close();
        if (this.isCoverageWanted) globals.__coverage__ = istanbulCoverage(program);
      });
    });
  }
}
