/** Opportunities and what is sold: products, price books, orders, contracts, assets. */
import type { StandardTable } from './table';
import { CONTACT_ROLES, LEAD_SOURCES } from './values';

const STAGES = [
  'Prospecting{10,Pipeline}',
  'Qualification{10,Pipeline}',
  'Needs Analysis{20,Pipeline}',
  'Value Proposition{50,Pipeline}',
  'Id. Decision Makers{60,Pipeline}',
  'Perception Analysis{70,Pipeline}',
  'Proposal/Price Quote{75,Pipeline}',
  'Negotiation/Review{90,Pipeline}',
  'Closed Won{closed,won,100,Closed}',
  'Closed Lost{closed,0,Omitted}'
].join('|');

export const OPPORTUNITY: StandardTable = {
  name: 'Opportunity',
  labelPlural: 'Opportunities',
  hasActivities: true,
  fields: `
    @id Opportunity ID
    @deleted
    AccountId reference(Account) as:Opportunities
    IsPrivate boolean "Private"
    Name string(120) ! name
    Description textarea(32000)
    StageName picklist(${STAGES}) ! "Stage"
    Amount currency(18,2)
    Probability percent(3,0) "Probability (%)"
    ExpectedRevenue currency(18,2) ro "Expected Amount"
    TotalOpportunityQuantity double(18,2) "Quantity"
    CloseDate date !
    Type picklist(Existing Customer - Upgrade|Existing Customer - Replacement|Existing Customer - Downgrade|New Customer) "Opportunity Type"
    NextStep string(255)
    LeadSource picklist(${LEAD_SOURCES})
    IsClosed boolean ro nofls "Closed"
    IsWon boolean ro nofls "Won"
    ForecastCategory picklist(Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed) sys restricted
    ForecastCategoryName picklist(Omitted|Pipeline|Best Case|Commit|Closed) "Forecast Category"
    CampaignId reference(Campaign) as:Opportunities
    HasOpportunityLineItem boolean ro nofls "Has Line Item"
    Pricebook2Id reference(Pricebook2) as:Opportunities "Price Book ID"
    ContactId reference(Contact) create nofls rel:- as:Opportunities
    @owner User
    @audit
    @activity
    @viewed
    PushCount int ro nofls
    LastStageChangeDate datetime ro nofls
    FiscalQuarter int ro nofls
    FiscalYear int ro nofls
    Fiscal string(6) ro nofls "Fiscal Period"
    HasOpenActivity boolean ro nofls
    HasOverdueTask boolean ro nofls
    LastAmountChangedHistoryId reference(OpportunityHistory) ro nofls "Opportunity History ID"
    LastCloseDateChangedHistoryId reference(OpportunityHistory) ro nofls "Opportunity History ID"`
};

export const OPPORTUNITY_CONTACT_ROLE: StandardTable = {
  name: 'OpportunityContactRole',
  label: 'Opportunity Contact Role',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Contact Role ID
    @deleted
    OpportunityId reference(Opportunity) ! create as:OpportunityContactRoles cascade
    ContactId reference(Contact) ! as:OpportunityContactRoles cascade
    Role picklist(${CONTACT_ROLES})
    IsPrimary boolean "Primary"
    @audit`
};

export const OPPORTUNITY_LINE_ITEM: StandardTable = {
  name: 'OpportunityLineItem',
  label: 'Opportunity Product',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Line Item ID
    @deleted
    OpportunityId reference(Opportunity) ! create as:OpportunityLineItems cascade
    SortOrder int nofls
    PricebookEntryId reference(PricebookEntry) create as:OpportunityLineItems nofls "Price Book Entry ID"
    Product2Id reference(Product2) create as:OpportunityLineItems nofls "Product ID"
    ProductCode string(255) ro
    Name string(376) ro name "Opportunity Product Name"
    Quantity double(10,2) !
    Discount percent(3,2)
    Subtotal currency(18,2) ro
    TotalPrice currency(18,2)
    UnitPrice currency(18,2) "Sales Price"
    ListPrice currency(18,2) ro
    ServiceDate date "Date"
    Description string(255) "Line Description"
    @audit
    @viewed`
};

export const PRODUCT2: StandardTable = {
  name: 'Product2',
  label: 'Product',
  fields: `
    @id Product ID
    @deleted
    Name string(255) ! name "Product Name"
    ProductCode string(255)
    Description textarea(4000) "Product Description"
    IsActive boolean "Active"
    Family picklist(None) "Product Family"
    ExternalId string(255)
    DisplayUrl url(1000) "Display URL"
    QuantityUnitOfMeasure picklist(Each)
    StockKeepingUnit string(180) "Product SKU"
    IsArchived boolean ro nofls "Archived"
    @audit
    @viewed`
};

export const PRICEBOOK2: StandardTable = {
  name: 'Pricebook2',
  label: 'Price Book',
  fields: `
    @id Price Book ID
    @deleted
    Name string(255) ! name "Price Book Name"
    IsActive boolean "Active"
    IsArchived boolean ro nofls "Archived"
    Description string(255)
    IsStandard boolean ro nofls "Is Standard Price Book"
    @audit
    @viewed`
};

export const PRICEBOOK_ENTRY: StandardTable = {
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Price Book Entry ID
    @deleted
    Name string(255) ro name "Product Name"
    Pricebook2Id reference(Pricebook2) ! create as:PricebookEntries cascade "Price Book ID"
    Product2Id reference(Product2) ! create as:PricebookEntries cascade "Product ID"
    UnitPrice currency(16,2) ! "List Price"
    IsActive boolean nofls "Active"
    UseStandardPrice boolean nofls
    ProductCode string(255) ro nofls
    IsArchived boolean ro nofls "Archived"
    @audit`
};

export const CONTRACT: StandardTable = {
  name: 'Contract',
  hasActivities: true,
  fields: `
    @id Contract ID
    AccountId reference(Account) ! as:Contracts
    Pricebook2Id reference(Pricebook2) as:Contracts "Price Book ID"
    OwnerExpirationNotice picklist(15|30|45|60|90|120)
    StartDate date "Contract Start Date"
    EndDate date ro "Contract End Date"
    @address Billing
    @address Shipping
    ContractTerm int
    @owner User
    Status picklist(In Approval Process|Activated|Draft*) given
    CompanySignedId reference(User) "Company Signed By ID"
    CompanySignedDate date
    CustomerSignedId reference(Contact) as:ContractsSigned "Customer Signed By ID"
    CustomerSignedTitle string(40)
    CustomerSignedDate date
    SpecialTerms textarea(4000)
    ActivatedById reference(User) ro
    ActivatedDate datetime ro
    StatusCode picklist(Draft*|InApproval|Activated|Terminated|Expired|Rejected|Negotiating|AwaitingSignature|SignatureDeclined|Signed|Cancelled|Expired2|Terminated2) sys "Status Category"
    Name string(80) name "Contract Name"
    Description textarea(32000)
    @deleted
    ContractNumber string(30) auto:{00000000}
    LastApprovedDate datetime ro
    @audit
    @activity
    @viewed`
};

export const ORDER: StandardTable = {
  name: 'Order',
  hasActivities: true,
  fields: `
    @id Order ID
    @owner
    ContractId reference(Contract) as:Orders
    AccountId reference(Account) as:Orders
    Pricebook2Id reference(Pricebook2) as:Orders "Price Book ID"
    OriginalOrderId reference(Order) create
    EffectiveDate date ! "Order Start Date"
    EndDate date "Order End Date"
    IsReductionOrder boolean create "Reduction Order"
    Status picklist(Draft|Activated) !
    Description textarea(32000)
    CustomerAuthorizedById reference(Contact)
    CompanyAuthorizedById reference(User)
    Type picklist() "Order Type"
    @address Billing
    @address Shipping
    Name string(80) name "Order Name"
    PoNumber string(80) "PO Number"
    OrderReferenceNumber string(80)
    ActivatedDate datetime ro
    ActivatedById reference(User) ro
    StatusCode picklist(Draft*|Activated|Canceled|Expired) sys "Status Category"
    OrderNumber string(30) auto:{00000000}
    TotalAmount currency(18,2) ro "Order Amount"
    @deleted
    @audit
    @activity
    @viewed`
};

export const ASSET: StandardTable = {
  name: 'Asset',
  hasActivities: true,
  isOpen: true,
  fields: `
    @id Asset ID
    @deleted
    ContactId reference(Contact) as:Assets
    AccountId reference(Account) as:Assets
    ParentId reference(Asset) as:ChildAssets "Parent Asset ID"
    RootAssetId reference(Asset) ro
    Product2Id reference(Product2) as:Assets "Product ID"
    ProductCode string(255) ro
    IsCompetitorProduct boolean "Competitor Asset"
    Name string(255) ! name "Asset Name"
    SerialNumber string(80)
    InstallDate date
    PurchaseDate date
    UsageEndDate date
    Status picklist(Purchased|Shipped|Installed|Registered|Obsolete)
    Price currency(18,0)
    Quantity double(18,2)
    Description textarea(32000)
    @owner User
    IsInternal boolean "Internal Asset"
    AssetLevel int ro
    @audit
    @viewed`
};
