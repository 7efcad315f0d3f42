/** Roll-up summaries save the records above. */
import { join } from 'node:path';
import { runApexTests } from './support/apex-tests';

runApexTests(join(__dirname, 'roll-ups'));
