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

function look(visibilityState: DocumentVisibilityState): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState);
  document.dispatchEvent(new CustomEvent('visibilitychange'));
}

describe('c/thoughtlyLive', () => {
  const onChange = jest.fn();
  let stop: () => void;

  const watch = async (mode: string): Promise<void> => {
    stop = watchCalls(mode, shownIds, onChange);
    await settle();
  };

  beforeEach(() => {
    jest.useFakeTimers();
    (isEmpEnabled as jest.Mock).mockResolvedValue(true);
    (subscribe as jest.Mock).mockResolvedValue({ id: '1', channel: 'x' });
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
    jest.restoreAllMocks();
    jest.clearAllMocks();
  });

  it('listens to the platform event where a browser gets it', async () => {
    await watch('Events');
    listener()(message({ Lead_Id__c: LEAD_ID, Match_Status__c: 'Matched' }));
    stop();

    expect((subscribe as jest.Mock).mock.calls[0]?.[0]).toBe('/event/Thoughtly_Call_Synced__e');
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(unsubscribe).toHaveBeenCalledTimes(1);
  });

  it('passes over events about other records, but not those about nobody yet', async () => {
    await watch('Events');
    listener()(message({ Lead_Id__c: '00Q000000000002AAA', Match_Status__c: 'Matched' }));
    expect(onChange).not.toHaveBeenCalled();
    listener()(message({ Lead_Id__c: null, Match_Status__c: 'Ambiguous' }));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('takes no events while nobody looks, and catches up when somebody does', async () => {
    await watch('Events');
    look('hidden');
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    expect(onChange).not.toHaveBeenCalled();

    look('visible');
    await settle();
    expect(onChange).toHaveBeenCalledTimes(1);
    expect(subscribe).toHaveBeenCalledTimes(2);
  });

  it('ends a subscription that holds only after nobody looks any more', async () => {
    stop = watchCalls('Events', shownIds, onChange);
    look('hidden');
    await settle();
    expect(unsubscribe).toHaveBeenCalledTimes((subscribe as jest.Mock).mock.calls.length);
  });

  it('asks when the connection breaks', async () => {
    await watch('Events');
    (onError as unknown as jest.Mock<unknown, [() => void]>).mock.calls[0]?.[0]();
    await settle();
    jest.advanceTimersByTime(16_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['on a phone', 'Events', false],
    ['where an admin wants it', 'Polling', true]
  ])('asks now and then %s, until it is stopped or hidden', async (_case, mode, isEnabled) => {
    (isEmpEnabled as jest.Mock).mockResolvedValue(isEnabled);
    await watch(mode);
    jest.advanceTimersByTime(31_000);
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(subscribe).not.toHaveBeenCalled();
    look('hidden');
    jest.advanceTimersByTime(31_000);
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('asks when the subscription is refused', async () => {
    (subscribe as jest.Mock).mockRejectedValue(new Error('No access'));
    await watch('Events');
    jest.advanceTimersByTime(16_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('does nothing where an admin switched it off', async () => {
    await watch('Off');
    look('visible');
    jest.advanceTimersByTime(31_000);
    expect(subscribe).not.toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
  });
});
