/** Registers the platform types of tests. */
import './Test';
import './install';
import './resource-mocks';
import './stub';
