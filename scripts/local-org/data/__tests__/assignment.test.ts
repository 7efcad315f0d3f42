/** Assignment rules from their metadata. */
import { join } from 'node:path';
import { runApexTests } from './support/apex-tests';

runApexTests(join(__dirname, 'assignment'));
