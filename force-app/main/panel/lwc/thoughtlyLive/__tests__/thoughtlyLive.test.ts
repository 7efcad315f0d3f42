import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { watchCalls } from 'c/thoughtlyLive';

jest.mock(
  'lightning/empApi',
  () => ({ isEmpEnabled: jest.fn(), subscribe: jest.fn(), unsubscribe: jest.fn(() => Promise.resolve({})) }),
  { virtual: true }
);

/** Longer than any chain of promises. */
const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

describe('c/thoughtlyLive', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.clearAllMocks();
  });

  it('listens to the platform event where a browser gets it', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockResolvedValue({ id: '1', channel: 'x' });
    const onChange = jest.fn();

    const stop = watchCalls(onChange);
    await settle();
    (subscribe as unknown as jest.Mock<unknown, [string, number, () => void]>).mock.calls[0]?.[2]();
    stop();

    expect((subscribe as jest.Mock).mock.calls[0]?.[0]).toBe('/event/Thoughtly_Call_Synced__e');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(unsubscribe).toHaveBeenCalled();
  });

  it('asks now and then elsewhere, until it is stopped', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(false);
    const onChange = jest.fn();
    const stop = watchCalls(onChange);
    await settle();

    jest.advanceTimersByTime(31_000);
    expect(onChange).toHaveBeenCalledTimes(2);
    stop();
    jest.advanceTimersByTime(31_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('asks when the subscription is refused', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockRejectedValue(new Error('No access'));
    const onChange = jest.fn();
    const stop = watchCalls(onChange);
    await settle();
    jest.advanceTimersByTime(16_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    stop();
  });
});
