/** Picklist values that several standard objects share, as a new Developer org has them. */
export const LEAD_SOURCES = 'Web|Phone Inquiry|Partner Referral|Purchased List|Other';
export const SALUTATIONS = 'Mr.|Ms.|Mrs.|Dr.|Prof.|Mx.';
export const RATINGS = 'Hot|Warm|Cold';
export const CLEAN_STATUSES = 'Matched|Different|Acknowledged|NotFound|Inactive|Pending|SelectMatch|Skipped';
export const INDUSTRIES = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other'
].join('|');
/** Objects that may stand in `WhatId` of tasks and events; custom objects with activities join them. */
export const WHAT_OBJECTS = 'Account,Asset,Campaign,Case,Contract,Opportunity,Order,Product2,Solution';
/** Objects on which files and notes may hang. Custom objects join them when the schema is loaded. */
export const FILE_PARENTS =
  'Account,Asset,Campaign,Case,Contact,ContentWorkspace,Contract,EmailMessage,Event,Group,Lead,Opportunity,Order,Organization,Product2,Solution,Task,User';
export const CONTACT_ROLES =
  'Business User|Decision Maker|Economic Buyer|Economic Decision Maker|Evaluator|Executive Sponsor|Influencer|Technical Buyer|Other';
