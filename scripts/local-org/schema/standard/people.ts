/** Lead, Contact, Account and User. */
import type { StandardTable } from './table';
import { CLEAN_STATUSES, INDUSTRIES, LEAD_SOURCES, RATINGS, SALUTATIONS } from './values';

export const LEAD: StandardTable = {
  name: 'Lead',
  hasActivities: true,
  fields: `
    @id Lead ID
    @deleted
    MasterRecordId reference(Lead) ro nofls
    LastName string(80) ! part:Name
    FirstName string(40) nofls part:Name
    Salutation picklist(${SALUTATIONS}) nofls part:Name
    Name string(121) ro given name "Full Name"
    Title string(128)
    Company string(255) !
    @address
    Phone phone(40)
    MobilePhone phone(40)
    Fax phone(40)
    Email email(80)
    Website url(255)
    PhotoUrl url(255) ro nofls "Photo URL"
    Description textarea(32000)
    LeadSource picklist(${LEAD_SOURCES})
    Status picklist(Open - Not Contacted*|Working - Contacted|Closed - Converted{converted}|Closed - Not Converted) given
    Industry picklist(${INDUSTRIES})
    Rating picklist(${RATINGS})
    AnnualRevenue currency(18,0)
    NumberOfEmployees int "Employees"
    HasOptedOutOfEmail boolean "Email Opt Out"
    HasOptedOutOfFax boolean "Fax Opt Out"
    DoNotCall boolean
    @owner
    IsConverted boolean ro nofls "Converted"
    ConvertedDate date ro nofls
    ConvertedAccountId reference(Account) ro nofls
    ConvertedContactId reference(Contact) ro nofls
    ConvertedOpportunityId reference(Opportunity) ro nofls
    IsUnreadByOwner boolean =true nofls "Unread By Owner"
    @audit
    @activity
    @viewed
    LastTransferDate date ro
    Jigsaw string(20) "Data.com Key"
    JigsawContactId string(20) ro nofls
    CleanStatus picklist(${CLEAN_STATUSES}) restricted
    CompanyDunsNumber string(9) "Company D-U-N-S Number"
    DandbCompanyId reference(DandBCompany) "D&B Company ID"
    EmailBouncedReason string(255) nofls
    EmailBouncedDate datetime nofls
    IndividualId reference(Individual)`
};

export const CONTACT: StandardTable = {
  name: 'Contact',
  hasActivities: true,
  sharingModel: 'ReadWrite',
  fields: `
    @id Contact ID
    @deleted
    MasterRecordId reference(Contact) ro nofls
    AccountId reference(Account) as:Contacts
    LastName string(80) ! part:Name
    FirstName string(40) nofls part:Name
    Salutation picklist(${SALUTATIONS}) nofls part:Name
    Name string(121) ro given name "Full Name"
    @address Other
    @address Mailing
    Phone phone(40) "Business Phone"
    Fax phone(40) "Business Fax"
    MobilePhone phone(40)
    HomePhone phone(40)
    OtherPhone phone(40)
    AssistantPhone phone(40) "Asst. Phone"
    ReportsToId reference(Contact)
    Email email(80)
    Title string(128)
    Department string(80)
    AssistantName string(40) "Assistant's Name"
    LeadSource picklist(${LEAD_SOURCES})
    Birthdate date
    Description textarea(32000) "Contact Description"
    @owner User
    HasOptedOutOfEmail boolean "Email Opt Out"
    HasOptedOutOfFax boolean "Fax Opt Out"
    DoNotCall boolean
    @audit
    @activity
    LastCURequestDate datetime ro "Last Stay-in-Touch Request Date"
    LastCUUpdateDate datetime ro "Last Stay-in-Touch Save Date"
    @viewed
    EmailBouncedReason string(255) nofls
    EmailBouncedDate datetime nofls
    IsEmailBounced boolean ro nofls
    PhotoUrl url(255) ro nofls "Photo URL"
    Jigsaw string(20) "Data.com Key"
    JigsawContactId string(20) ro nofls
    CleanStatus picklist(${CLEAN_STATUSES}) restricted
    IndividualId reference(Individual)`
};

export const ACCOUNT: StandardTable = {
  name: 'Account',
  hasActivities: true,
  fields: `
    @id Account ID
    @deleted
    MasterRecordId reference(Account) ro nofls
    Name string(255) ! name "Account Name"
    Type picklist(Prospect|Customer - Direct|Customer - Channel|Channel Partner / Reseller|Installation Partner|Technology Partner|Other) "Account Type"
    ParentId reference(Account) as:ChildAccounts "Parent Account ID"
    @address Billing
    @address Shipping
    Phone phone(40) "Account Phone"
    Fax phone(40) "Account Fax"
    AccountNumber string(40)
    Website url(255)
    PhotoUrl url(255) ro nofls "Photo URL"
    Sic string(20) "SIC Code"
    Industry picklist(${INDUSTRIES})
    AnnualRevenue currency(18,0)
    NumberOfEmployees int "Employees"
    Ownership picklist(Public|Private|Subsidiary|Other)
    TickerSymbol string(20)
    Description textarea(32000) "Account Description"
    Rating picklist(${RATINGS}) "Account Rating"
    Site string(80) "Account Site"
    @owner User
    @audit
    @activity
    @viewed
    Jigsaw string(20) "Data.com Key"
    JigsawCompanyId string(20) ro nofls
    CleanStatus picklist(${CLEAN_STATUSES}) restricted
    AccountSource picklist(${LEAD_SOURCES})
    DunsNumber string(9) "D-U-N-S Number"
    Tradestyle string(255)
    NaicsCode string(8) "NAICS Code"
    NaicsDesc string(120) "NAICS Description"
    YearStarted string(4)
    SicDesc string(80) "SIC Description"
    DandbCompanyId reference(DandBCompany) "D&B Company ID"
    OperatingHoursId reference(OperatingHours) "Operating Hour ID"`
};

export const USER: StandardTable = {
  name: 'User',
  isOpen: true,
  fields: `
    @id User ID
    Username string(80) ! unique
    LastName string(80) ! part:Name
    FirstName string(40) nofls part:Name
    Name string(121) ro given name "Full Name"
    CompanyName string(80)
    Division string(80)
    Department string(80)
    Title string(80)
    @address
    Email email(128) !
    Phone phone(40)
    MobilePhone phone(40) "Cell"
    Fax phone(40)
    Alias string(8) !
    CommunityNickname string(40) given unique "Nickname"
    IsActive boolean nofls =true "Active"
    TimeZoneSidKey picklist() ! "Time Zone"
    UserRoleId reference(UserRole) as:Users "Role ID"
    LocaleSidKey picklist() ! "Locale"
    EmailEncodingKey picklist(UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312) ! "Email Encoding"
    ProfileId reference(Profile) ! as:Users
    UserType picklist(Standard*|PowerPartner|PowerCustomerSuccess|CustomerSuccess|Guest|CspLitePortal|CsnOnly|SelfService|AutomatedProcess) ro nofls
    LanguageLocaleKey picklist(en_US|de|es|fr|it|ja|sv|ko|zh_TW|zh_CN|pt_BR|nl_NL|da|th|fi|ru|es_MX|no) ! "Language"
    EmployeeNumber string(20)
    DelegatedApproverId reference(User,Group) "Delegated Approver ID"
    ManagerId reference(User) as:ManagedUsers
    LastLoginDate datetime ro nofls "Last Login"
    ContactId reference(Contact)
    AccountId reference(Account) ro
    FederationIdentifier string(512) unique "SAML Federation ID"
    AboutMe textarea(1000)
    SenderEmail email(80)
    SenderName string(80)
    Signature textarea(1333)
    IsPortalEnabled boolean nofls
    FullPhotoUrl url(1024) ro nofls
    SmallPhotoUrl url(1024) ro nofls
    @audit
    @viewed`
};
