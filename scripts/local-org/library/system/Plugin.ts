/** `Process.Plugin` and its values, and the contexts of install scripts. */
import { interfaceMethod } from '../async/interface';
import { platformType } from '../registry';
import { ApexList } from './List';
import { ApexMap } from './Map';
import { valueClass, ValueObject } from '../value-object';

platformType({
  name: 'Process.PluginDescribeResult.ParameterType',
  enumConstants: [
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DECIMAL',
    'DOUBLE',
    'FLOAT',
    'ID',
    'INTEGER',
    'LONG',
    'STRING',
    'TIME'
  ]
});
platformType({
  name: 'Process.Plugin',
  methods: {
    invoke: interfaceMethod('invoke', ['Process.PluginRequest']),
    describe: interfaceMethod('describe', [])
  }
});
valueClass('Process.PluginRequest', ['inputParameters'], { constructorMembers: ['inputParameters'] });
valueClass('Process.PluginDescribeResult', ['description', 'inputParameters', 'name', 'outputParameters', 'tag'], {
  initial: {
    inputParameters: () => new ApexList('Process.PluginDescribeResult.InputParameter'),
    outputParameters: () => new ApexList('Process.PluginDescribeResult.OutputParameter')
  }
});

class PluginResult extends ValueObject {}
platformType({
  name: 'Process.PluginResult',
  jsClass: PluginResult,
  constructors: {
    '/1': (parameters: ApexMap) => pluginResult(parameters),
    '/2': (name: string, value: unknown) => {
      const parameters = new ApexMap('String', 'Object');
      parameters.put(name, value);
      return pluginResult(parameters);
    }
  },
  properties: { outputParameters: { get: (self: PluginResult) => self.get('outputParameters') } }
});

function pluginResult(parameters: ApexMap): PluginResult {
  const result = new PluginResult();
  result.set('outputParameters', parameters);
  return result;
}

const PARAMETER_MEMBERS = ['description', 'name', 'parameterType', 'required'];

/** Constructors with and without a description in the second place; `count` is the number of parameters with it. */
function parameterClass(name: string, count: number): void {
  const jsClass = class extends ValueObject {};
  const create =
    (members: readonly string[]) =>
    (...args: unknown[]) => {
      const instance = new jsClass();
      members.forEach((member, index) => instance.set(member, args[index]));
      return instance;
    };
  platformType({
    name,
    jsClass,
    constructors: {
      [`/${count}`]: create(['name', 'description', 'parameterType', 'required'].slice(0, count)),
      [`/${count - 1}`]: create(['name', 'parameterType', 'required'].slice(0, count - 1))
    },
    properties: Object.fromEntries(
      PARAMETER_MEMBERS.map((member) => [
        member,
        {
          get: (self: ValueObject) => self.get(member),
          set: (self: ValueObject, value: unknown) => self.set(member, value)
        }
      ])
    )
  });
}

parameterClass('Process.PluginDescribeResult.InputParameter', 4);
parameterClass('Process.PluginDescribeResult.OutputParameter', 3);
