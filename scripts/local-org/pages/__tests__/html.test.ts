import { failureDocument, pageDocument } from '../html';
import { USER } from './sample-org';

describe('documents', () => {
  it('cannot be broken by what stands in them', () => {
    const user = { ...USER, name: '</script><script>alert(1)</script>' };
    const html = pageDocument(
      {
        appName: 'Thoughtly',
        user,
        users: [user],
        timeZone: 'UTC',
        language: 'en_US',
        locale: 'en-US',
        customPermissions: [],
        userPermissions: []
      },
      { lwc: '/vendor/lwc.js' }
    );
    expect(html).not.toContain('<script>alert(1)');
    expect(html).toContain('"imports":{"lwc":"/vendor/lwc.js"}');
  });

  it('list what does not build', () => {
    const html = failureDocument([{ code: 'PAGE101', message: 'c/a uses <x-y>', place: 'a.html:3' }]);
    expect(html).toContain('a.html:3 PAGE101 c/a uses &#60;x-y&#62;');
  });
});
