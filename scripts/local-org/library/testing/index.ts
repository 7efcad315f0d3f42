/** Registers the platform types of tests. */
import './Test';
import './stub';
