import { LightningElement, api } from 'lwc';
import { LANGUAGES, THEMES, chooseLanguage, chooseTheme, currentTheme, openSession, pageContext } from 'shell/pageData';
import type { Theme } from 'shell/pageData';

const THEME_NAMES: Readonly<Record<Theme, string>> = { light: 'Light', dark: 'Dark', system: 'As the system' };
const TABS: readonly (readonly [objectApiName: string, label: string])[] = [
  ['Lead', 'Leads'],
  ['Contact', 'Contacts'],
  ['Account', 'Accounts'],
  ['Opportunity', 'Opportunities'],
  ['Task', 'Tasks'],
  ['Thoughtly_Call__c', 'Thoughtly Calls']
];

/** Global header and navigation bar, with a switch between the users of the local org. */
export default class GlobalHeader extends LightningElement {
  @api activeObject?: string;

  readonly appName = pageContext.appName;
  readonly userName = pageContext.user.name;

  get tabs(): { key: string; label: string; address: string; itemClass: string; current: string | undefined }[] {
    const tabs = TABS.map(([key, label]) => ({ key, label, address: `/lightning/o/${key}/list` }));
    return [{ key: 'home', label: 'Home', address: '/' }, ...tabs].map((tab) => {
      const isActive = tab.key === (this.activeObject ?? 'home');
      return {
        ...tab,
        itemClass: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
        current: isActive ? 'page' : undefined
      };
    });
  }

  get users(): { username: string; label: string; isCurrent: boolean }[] {
    return pageContext.users.map((user) => ({
      username: user.username,
      label: `${user.name} (${user.persona})`,
      isCurrent: user.username === pageContext.user.username
    }));
  }

  get languages(): { key: string; name: string; isCurrent: boolean }[] {
    return LANGUAGES.map(({ key, name }) => ({ key, name, isCurrent: key === pageContext.language }));
  }

  get themes(): { key: Theme; name: string; isCurrent: boolean }[] {
    return THEMES.map((key) => ({ key, name: THEME_NAMES[key], isCurrent: key === currentTheme() }));
  }

  handleTheme(event: Event): void {
    chooseTheme((event.target as HTMLSelectElement).value as Theme);
  }

  async handleLanguage(event: Event): Promise<void> {
    await chooseLanguage((event.target as HTMLSelectElement).value);
    window.location.reload();
  }

  async handleSwitchUser(event: Event): Promise<void> {
    await openSession((event.target as HTMLSelectElement).value);
    window.location.reload();
  }
}
