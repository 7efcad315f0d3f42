/** Loads the describe library. */
import './enums';
import './FeatureManagement';
import './tokens';
import './Schema';
import './Security';
