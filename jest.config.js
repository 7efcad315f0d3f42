const { dirname } = require('node:path');
const { jestConfig: lwcConfig } = require('@salesforce/sfdx-lwc-jest/config');

/** Components are tested on the engine they are compiled for; the test tools bring an older one. */
const engineFile = (name) =>
  require.resolve(name, { paths: [dirname(require.resolve('lwc'))] }).replace(/\.js$/, '.cjs');

const typescript = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }
  ]
};
const ignored = ['<rootDir>/node_modules/', '<rootDir>/.local-org/'];

/** Four projects: the package's Apex tests, its components, the tools, and pages in a real browser. */
module.exports = {
  // Jest leaves one core free, which on two cores is half of the machine.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  reporters: ['default', '<rootDir>/scripts/local-org/testing/jest/coverage-reporter.js'],
  projects: [
    {
      displayName: 'apex',
      testEnvironment: '<rootDir>/scripts/local-org/testing/jest/environment.ts',
      testEnvironmentOptions: { sources: ['force-app'] },
      roots: ['<rootDir>/force-app'],
      moduleFileExtensions: ['js', 'ts', 'json', 'cls'],
      testMatch: ['**/classes/**/*{Test,Tests}.cls'],
      transform: { ...typescript, '\\.cls$': '<rootDir>/scripts/local-org/testing/jest/transform.js' },
      testPathIgnorePatterns: ignored
    },
    {
      displayName: 'tools',
      testEnvironment: 'node',
      roots: ['<rootDir>/scripts', '<rootDir>/tests/acceptance'],
      testMatch: ['**/__tests__/**/*.test.ts', '**/tests/acceptance/**/*.test.ts'],
      // The template compiler comes as ECMAScript modules only, which Jest does not run as they are.
      transform: { ...typescript, '[\\\\/]node_modules[\\\\/]@lwc[\\\\/].+\\.js$': '@swc/jest' },
      transformIgnorePatterns: ['[\\\\/]node_modules[\\\\/](?!@lwc[\\\\/])'],
      testPathIgnorePatterns: ignored
    },
    {
      ...lwcConfig,
      displayName: 'lwc',
      rootDir: __dirname,
      testMatch: ['<rootDir>/force-app/**/lwc/**/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ignored,
      collectCoverageFrom: ['force-app/**/lwc/**/*.ts'],
      // A bundle may be styles alone, which others import.
      moduleFileExtensions: [...lwcConfig.moduleFileExtensions, 'css'],
      moduleNameMapper: {
        '^lightning/select$': '<rootDir>/config/jest/lightning-stubs/select/select.js',
        '^(lwc|@lwc/engine-dom)$': engineFile('@lwc/engine-dom'),
        '^@lwc/synthetic-shadow$': engineFile('@lwc/synthetic-shadow')
      },
      setupFilesAfterEnv: [...(lwcConfig.setupFilesAfterEnv ?? []), '<rootDir>/config/jest/lwc-setup.js']
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      roots: ['<rootDir>/tests/browser'],
      // One org and one browser for all files.
      globalSetup: '<rootDir>/tests/browser/support/global-setup.ts',
      globalTeardown: '<rootDir>/tests/browser/support/global-teardown.ts',
      testMatch: ['**/*.test.ts'],
      transform: typescript,
      testPathIgnorePatterns: ignored
    }
  ]
};
