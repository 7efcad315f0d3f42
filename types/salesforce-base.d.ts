/** The base components and platform modules that Salesforce publishes types for. */
import '@salesforce/lightning-types';
