import { copyText, downloadText } from 'c/thoughtlyClipboard';

describe('c/thoughtlyClipboard', () => {
  it('copies to the clipboard', async () => {
    const writeText = jest.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    expect(await copyText('Hello')).toBe(true);
    expect(writeText).toHaveBeenCalledWith('Hello');
  });

  it('copies the old way when the clipboard is refused, and says when that fails too', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    document.execCommand = jest.fn(() => true);
    expect(await copyText('Hello')).toBe(true);
    document.execCommand = jest.fn(() => false);
    expect(await copyText('Hello')).toBe(false);
    expect(document.body.firstElementChild).toBeNull();
  });

  it('downloads a text as a file', () => {
    URL.createObjectURL = jest.fn(() => 'blob:text');
    URL.revokeObjectURL = jest.fn();
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    downloadText('transcript.txt', 'Hello');
    expect(click).toHaveBeenCalled();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:text');
  });
});
