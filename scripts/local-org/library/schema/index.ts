/** Loads the describe library. */
import './enums';
import './tokens';
import './Schema';
import './Security';
