/** `System.UserInfo`: the running user, from the user's row. */
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { runningUserField, runningUserTimeZone } from '../running-user';
import { ApexTimeZone } from './TimeZone';

const field = (name: string) => () => runningUserField(name);
const fieldOr = (name: string, standard: string) => () => runningUserField(name) ?? standard;

function fullName(): string {
  const name = runningUserField('Name');
  if (typeof name === 'string') return name;
  return [runningUserField('FirstName'), runningUserField('LastName')].filter((part) => part !== null).join(' ');
}

function organizationName(): unknown {
  const { org } = currentTransaction();
  return org.database.systemRead(org.organizationId)?.['Name'] ?? 'Local Org';
}

platformType({
  name: 'System.UserInfo',
  statics: {
    getDefaultCurrency: () => 'USD',
    getFirstName: field('FirstName'),
    getLanguage: fieldOr('LanguageLocaleKey', 'en_US'),
    getLastName: field('LastName'),
    getLocale: fieldOr('LocaleSidKey', 'en_US'),
    getName: fullName,
    getOrganizationId: () => currentTransaction().org.organizationId,
    getOrganizationName: organizationName,
    getProfileId: field('ProfileId'),
    /** There is no session that another system could use. */
    getSessionId: () => null,
    getTimeZone: () => new ApexTimeZone(runningUserTimeZone()),
    getUiTheme: () => 'Theme4d',
    getUiThemeDisplayed: () => 'Theme4d',
    getUserEmail: field('Email'),
    getUserId: () => currentTransaction().userId,
    getUserName: field('Username'),
    getUserRoleId: field('UserRoleId'),
    getUserType: fieldOr('UserType', 'Standard'),
    isMultiCurrencyOrganization: () => false
  }
});
