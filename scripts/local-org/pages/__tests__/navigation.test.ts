import { addressOf } from '../stand-ins/navigation';

describe('lightning/navigation', () => {
  it.each([
    [
      { type: 'standard__recordPage', attributes: { objectApiName: 'Lead', recordId: '00Q1', actionName: 'view' } },
      '/lightning/r/Lead/00Q1/view'
    ],
    [
      { type: 'standard__objectPage', attributes: { objectApiName: 'Lead', actionName: 'list' } },
      '/lightning/o/Lead/list'
    ],
    [{ type: 'standard__webPage', attributes: { url: 'https://example.com/' } }, 'https://example.com/'],
    [{ type: 'standard__namedPage', attributes: { pageName: 'home' } }, '/']
  ])('turns %j into an address', (reference, address) => {
    expect(addressOf(reference as Parameters<typeof addressOf>[0])).toBe(address);
  });

  it('refuses a page that the local org does not have', () => {
    expect(() => addressOf({ type: 'standard__app', attributes: {} })).toThrow('standard__app');
  });
});
