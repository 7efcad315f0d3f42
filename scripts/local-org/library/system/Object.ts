/** `System.Object`: what every value can do, whatever its type. */
import { apexEquals, hashCode } from '../equality';
import { platformType } from '../registry';
import { apexToString } from '../stringify';

platformType({
  name: 'System.Object',
  isInstance: (value) => value !== null,
  methods: { equals: apexEquals, hashCode, toString: apexToString }
});
