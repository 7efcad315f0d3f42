const typescript = { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] };
const ignored = ['<rootDir>/node_modules/', '<rootDir>/.local-org/'];

/** Four projects: the package's Apex tests, its components, the tools, and pages in a real browser. */
module.exports = {
  projects: [
    {
      displayName: 'tools',
      testEnvironment: 'node',
      roots: ['<rootDir>/scripts'],
      testMatch: ['**/__tests__/**/*.test.ts'],
      transform: typescript,
      testPathIgnorePatterns: ignored
    }
  ]
};
