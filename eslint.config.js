const { defineConfig, globalIgnores } = require('eslint/config');
const js = require('@eslint/js');
const jestPlugin = require('eslint-plugin-jest');
const lwcTypeScript = require('@salesforce/eslint-config-lwc/recommended-ts');
const lwcRecommended = require('@salesforce/eslint-config-lwc/recommended');
const slds = require('@salesforce-ux/eslint-plugin-slds');
const tseslint = require('typescript-eslint');
const globals = require('globals');

const COMPONENTS = ['force-app/**/lwc/**/*.ts', 'scripts/local-org/pages/components/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/lwc/**/__tests__/**/*.ts'];
/** Components in JavaScript that stand in for base components. */
const STUBS = ['config/jest/lightning-stubs/**/*.js'];
const TOOLS = ['scripts/**/*.ts', 'tests/**/*.ts'];

module.exports = defineConfig([
  globalIgnores([
    'node_modules/',
    'coverage/',
    '.local-org/',
    '.sf/',
    '.sfdx/',
    'converted/',
    // Built from the TypeScript beside it.
    'force-app/**/lwc/**/*.js',
    '**/*.d.ts'
  ]),
  {
    // Components, ours and the shell's.
    files: COMPONENTS,
    extends: [lwcTypeScript, ...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname }
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }]
    }
  },
  {
    files: COMPONENT_TESTS,
    plugins: { jest: jestPlugin },
    languageOptions: { globals: { ...globals.node, ...jestPlugin.environments.globals.globals } },
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      // Tests hand hostile addresses to components, and look at mocks that stand in methods.
      'no-script-url': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off'
    }
  },
  {
    // The shell runs on pages of the local org only, where there is no platform that would forbid it.
    files: ['scripts/local-org/pages/components/**/*.ts'],
    rules: { '@lwc/lwc/no-document-query': 'off', 'no-void': ['error', { allowAsStatement: true }] }
  },
  ...slds.configs['flat/recommended'].map((config) => ({
    ...config,
    files: ['force-app/**/lwc/**/*.{css,html}']
  })),
  {
    files: ['*.js', 'config/**/*.js'],
    ignores: STUBS,
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.node, sourceType: 'commonjs' }
  },
  {
    files: STUBS,
    extends: [lwcRecommended]
  },
  {
    files: TOOLS,
    ignores: ['scripts/local-org/pages/components/**'],
    extends: [js.configs.recommended, ...tseslint.configs.recommended],
    languageOptions: { globals: globals.node, sourceType: 'module' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `require` is the run-time's module system; it is used where a module is optional or found by a path.
      '@typescript-eslint/no-require-imports': 'off',
      // TypeScript itself checks names, with the types of Node, Jest and the browser.
      'no-undef': 'off'
    }
  }
]);
