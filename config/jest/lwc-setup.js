/** Adds `expect(element).toBeAccessible()` to the tests of components. */
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();
