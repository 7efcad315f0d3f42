/**
 * Lets @salesforce/cli run on Node 20: its HTTP client touches built-ins of Node 22.15 when it loads, and waits with
 * `Promise.withResolvers`. Zstandard is used only when a server answers with it, which no Salesforce server does unasked.
 */
const zlib = require('node:zlib');
const workers = require('node:worker_threads');

const refuse = () => {
  throw new Error('Zstandard needs Node 22.15 or later');
};

zlib.createZstdDecompress ??= refuse;
zlib.createZstdCompress ??= refuse;
workers.markAsUncloneable ??= () => {};
Promise.withResolvers ??= () => {
  const resolvers = {};
  resolvers.promise = new Promise((resolve, reject) => Object.assign(resolvers, { resolve, reject }));
  return resolvers;
};
