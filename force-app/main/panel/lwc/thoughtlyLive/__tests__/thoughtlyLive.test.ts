import { isEmpEnabled, onError, subscribe, unsubscribe } from 'lightning/empApi';
import { watchCalls } from 'c/thoughtlyLive';

jest.mock(
  'lightning/empApi',
  () => ({
    isEmpEnabled: jest.fn(),
    onError: jest.fn(),
    subscribe: jest.fn(),
    unsubscribe: jest.fn(() => Promise.resolve({}))
  }),
  { virtual: true }
);

const LEAD_ID = '00Q000000000001AAA';
const shownIds = (): string[] => [LEAD_ID];

/** What the platform hands over. */
const message = (payload: object): object => ({ data: { payload, event: { replayId: 1 } } });
const listener = (): ((message: object) => void) =>
  (subscribe as unknown as jest.Mock<unknown, [string, number, (message: object) => void]>).mock.calls[0]?.[2] ??
  (() => undefined);

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

    const stop = watchCalls(shownIds, onChange);
    await settle();
    listener()(message({ Lead_Id__c: LEAD_ID, Match_Status__c: 'Matched' }));
    stop();

    expect((subscribe as jest.Mock).mock.calls[0]?.[0]).toBe('/event/Thoughtly_Call_Synced__e');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(unsubscribe).toHaveBeenCalled();
  });

  it('passes over events about other records, but not those about nobody yet', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockResolvedValue({ id: '1', channel: 'x' });
    const onChange = jest.fn();
    watchCalls(shownIds, onChange);
    await settle();

    listener()(message({ Lead_Id__c: '00Q000000000002AAA', Match_Status__c: 'Matched' }));
    expect(onChange).not.toHaveBeenCalled();
    listener()(message({ Lead_Id__c: null, Match_Status__c: 'Ambiguous' }));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('asks when the connection breaks', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockResolvedValue({ id: '1', channel: 'x' });
    const onChange = jest.fn();
    const stop = watchCalls(shownIds, onChange);
    await settle();

    (onError as unknown as jest.Mock<unknown, [() => void]>).mock.calls[0]?.[0]();
    jest.advanceTimersByTime(16_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    stop();
  });

  it('asks now and then elsewhere, until it is stopped', async () => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(false);
    const onChange = jest.fn();
    const stop = watchCalls(shownIds, onChange);
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
    const stop = watchCalls(shownIds, onChange);
    await settle();
    jest.advanceTimersByTime(16_000);
    expect(onChange).toHaveBeenCalledTimes(1);
    stop();
  });
});
