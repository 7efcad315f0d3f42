/** Registers the platform types of asynchronous Apex. */
import './AsyncOptions';
import './Batchable';
import './Limits';
import './Queueable';
import './Request';
import './Schedulable';
import './future';
