/** Prints, for each type of the library, how many of its declared members are implemented, and which are not. */
import './index';
import { libraryCoverage } from './coverage';

const MAXIMUM_SHOWN = 50;

let declared = 0;
let implemented = 0;
for (const type of libraryCoverage()) {
  declared += type.declared;
  implemented += type.declared - type.missing.length;
  const missing =
    type.missing.length === 0
      ? ''
      : `  missing: ${type.missing.slice(0, MAXIMUM_SHOWN).join(', ')}${type.missing.length > MAXIMUM_SHOWN ? ', …' : ''}`;
  process.stdout.write(`${type.name} ${type.declared - type.missing.length}/${type.declared}${missing}\n`);
}
process.stdout.write(`total ${implemented}/${declared}\n`);
