import { apexToString } from '../stringify';
import { enumValue } from '../registry';
import { Decimal } from '../system/Decimal';
import { Double } from '../system/Double';
import { exceptionOf, methodCall, staticCall } from './call';

const decimal = Decimal.parse;
const shown = (value: unknown) => apexToString(value);

describe('Decimal', () => {
  it.each([
    ['1', '3', '0.333333333333333333333333333333333'],
    ['2', '3', '0.666666666666666666666666666666667'],
    ['6', '3', '2'],
    ['1.00', '4', '0.25'],
    ['-10', '4', '-2.5']
  ])('%s / %s = %s', (a, b, expected) => {
    expect(String(decimal(a).divide(decimal(b)))).toBe(expected);
  });

  it('keeps scales in sums and adds them in products', () => {
    expect(String(decimal('1.10').add(decimal('2.345')))).toBe('3.445');
    expect(String(decimal('1.10').multiply(decimal('2.0')))).toBe('2.200');
  });

  it('refuses to divide by zero', () => {
    expect(exceptionOf(() => decimal('1').divide(decimal('0.00')))).toBe('System.MathException: Divide by 0');
  });

  // The table of java.math.RoundingMode.
  it.each([
    ['5.5', { UP: '6', DOWN: '5', CEILING: '6', FLOOR: '5', HALF_UP: '6', HALF_DOWN: '5', HALF_EVEN: '6' }],
    ['2.5', { UP: '3', DOWN: '2', CEILING: '3', FLOOR: '2', HALF_UP: '3', HALF_DOWN: '2', HALF_EVEN: '2' }],
    ['1.1', { UP: '2', DOWN: '1', CEILING: '2', FLOOR: '1', HALF_UP: '1', HALF_DOWN: '1', HALF_EVEN: '1' }],
    ['-1.1', { UP: '-2', DOWN: '-1', CEILING: '-1', FLOOR: '-2', HALF_UP: '-1', HALF_DOWN: '-1', HALF_EVEN: '-1' }],
    ['-2.5', { UP: '-3', DOWN: '-2', CEILING: '-2', FLOOR: '-3', HALF_UP: '-3', HALF_DOWN: '-2', HALF_EVEN: '-2' }]
  ])('rounds %s', (text, expected) => {
    const rounded = Object.fromEntries(
      Object.keys(expected).map((mode) => [
        mode,
        shown(
          methodCall(
            'Decimal',
            'setScale(Integer,System.RoundingMode)',
            decimal(text),
            0,
            enumValue('System.RoundingMode', mode)
          )
        )
      ])
    );
    expect(rounded).toEqual(expected);
  });

  it.each([
    ['12345.6789', '12,345.679'],
    ['1000', '1,000'],
    ['-1234567.5', '-1,234,567.5'],
    ['0.10', '0.1']
  ])('%s is formatted as %s', (text, expected) => {
    expect(methodCall('Decimal', 'format()', decimal(text))).toBe(expected);
  });

  it('prints like BigDecimal', () => {
    expect(String(decimal('1e3'))).toBe('1E+3');
    expect(decimal('1e3').toPlainString()).toBe('1000');
    expect(String(decimal('0.0000001'))).toBe('1E-7');
    expect(String(decimal('1000').stripTrailingZeros())).toBe('1E+3');
    expect(String(Decimal.fromDouble(0.1))).toBe('0.1');
    expect(decimal('12.30').precision()).toBe(4);
  });

  it('takes equal numbers of different scale for equal', () => {
    expect(decimal('1.10').equals(decimal('1.1'))).toBe(true);
  });
});

describe('Texts to numbers', () => {
  it.each([
    ['Integer', '12', '12'],
    ['Integer', '-7', '-7'],
    ['Long', '9223372036854775807', '9223372036854775807'],
    ['Double', '3.5', '3.5'],
    ['Decimal', '12.50', '12.50']
  ])('%s.valueOf(%s)', (type, text, expected) => {
    expect(shown(staticCall(type, 'valueOf(String)', text))).toBe(expected);
  });

  it.each([
    ['Integer', 'abc', 'System.TypeException: Invalid integer: abc'],
    ['Integer', '2147483648', 'System.TypeException: Invalid integer: 2147483648'],
    ['Integer', '1.5', 'System.TypeException: Invalid integer: 1.5'],
    ['Long', 'x', 'System.TypeException: Invalid long: x'],
    ['Double', 'x', 'System.TypeException: Invalid double: x'],
    ['Decimal', '1,5', 'System.TypeException: Invalid decimal: 1,5'],
    ['Integer', null, 'System.NullPointerException: Argument cannot be null.']
  ])('%s.valueOf(%s) is refused', (type, text, expected) => {
    expect(exceptionOf(() => staticCall(type, 'valueOf(String)', text))).toBe(expected);
  });
});

describe('Math', () => {
  // "Decimal d1 = 4.5; Math.round(d1) is 4; Decimal d2 = 5.5; Math.round(d2) is 6" (Apex Reference)
  it.each([
    ['round(Decimal)', [decimal('4.5')], '4'],
    ['round(Decimal)', [decimal('5.5')], '6'],
    ['roundToLong(Double)', [new Double(4.5)], '5'],
    ['ceil(Decimal)', [decimal('-5.6')], '-5'],
    ['floor(Double)', [new Double(-5.2)], '-6.0'],
    ['mod(Integer,Integer)', [-7, 3], '-1'],
    ['mod(Long,Long)', [12n, 5n], '2'],
    ['max(Integer,Integer)', [3, 7], '7'],
    ['min(Decimal,Double)', [decimal('3.5'), new Double(2)], '2.0'],
    ['pow(Double,Double)', [new Double(2), new Double(10)], '1024.0'],
    ['abs(Long)', [-5n], '5'],
    ['rint(Double)', [new Double(2.5)], '2.0'],
    ['signum(Decimal)', [decimal('-3.2')], '-1'],
    ['sqrt(Double)', [new Double(16)], '4.0']
  ])('%s of %s', (signature, args, expected) => {
    expect(shown(staticCall('Math', signature, ...args))).toBe(expected);
  });

  it('refuses a remainder of zero', () => {
    expect(exceptionOf(() => staticCall('Math', 'mod(Integer,Integer)', 1, 0))).toBe(
      'System.MathException: Divide by 0'
    );
  });
});

describe('Rounding to a Long', () => {
  // Examples of the Apex Reference
  it.each([
    [4.5, 5n],
    [4.2, 4n],
    [-4.7, -5n]
  ])('Double %s', (value, expected) => {
    expect(methodCall('Double', 'round()', new Double(value))).toBe(expected);
  });

  it.each([
    ['4.5', 4n],
    ['5.5', 6n]
  ])('Decimal %s', (text, expected) => {
    expect(methodCall('Decimal', 'round()', decimal(text))).toBe(expected);
  });
});

describe('Id', () => {
  it('computes and checks the last three characters', () => {
    expect(staticCall('Id', 'valueOf(String)', '00360000006JFTm')).toBe('00360000006JFTmAAO');
    expect(methodCall('Id', 'to15()', '00360000006JFTmAAO')).toBe('00360000006JFTm');
    expect(exceptionOf(() => staticCall('Id', 'valueOf(String)', 'abc'))).toBe(
      'System.StringException: Invalid id: abc'
    );
  });
});
