/** Turns a `.cls` file into a Jest test file: the environment of the project `apex` knows its test methods. */
module.exports = {
  process(_source, path) {
    return { code: `defineApexTests(${JSON.stringify(path)});` };
  },
  getCacheKey(_source, path) {
    return `apex-1-${Buffer.from(path).toString('hex').slice(-64)}`;
  }
};
