import type { MetadataModel, ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { childOf, childrenOf, descendantsOf, textOf } from '../xml';

const RECORD_ELEMENTS = ['recordLookups', 'recordCreates', 'recordUpdates', 'recordDeletes', 'start'];

/** Flows and queues: their objects, fields and Apex actions exist. */
export const flows: MetadataRule = {
  name: 'flows',
  check(model, report) {
    for (const file of model.ofType('Flow')) {
      for (const name of RECORD_ELEMENTS)
        for (const element of childrenOf(file.root, name)) checkRecords(model, file, element, report);
      const elements = new Set(file.root.children.map((element) => textOf(element, 'name')));
      for (const node of descendantsOf(file.root, 'targetReference'))
        if (!elements.has(node.text.trim()))
          report(file, node, `The flow has no element ${node.text.trim()}. Correct <targetReference>.`);
      for (const call of descendantsOf(file.root, 'actionCalls')) {
        const name = textOf(call, 'actionName') ?? '';
        if (textOf(call, 'actionType') === 'apex' && !model.ofType('ApexClass').some((each) => each.name === name))
          report(
            file,
            childOf(call, 'actionName') ?? call,
            `There is no class ${name} with an action. Correct <actionName>.`
          );
      }
    }
    for (const file of model.ofType('Queue')) {
      for (const node of descendantsOf(file.root, 'sobjectType'))
        if (!model.schema.findObject(node.text.trim()))
          report(file, node, `There is no object ${node.text.trim()} for the queue to own. Correct <sobjectType>.`);
    }
    for (const file of model.ofType('PermissionSetGroup')) {
      for (const node of childrenOf(file.root, 'permissionSets'))
        if (!model.schema.permissionSets.has(node.text.trim().toLowerCase()))
          report(file, node, `There is no permission set ${node.text.trim()} for the group. Correct the name.`);
    }
  }
};

function checkRecords(
  { schema }: MetadataModel,
  file: ParsedFile,
  element: Parameters<typeof textOf>[0],
  report: Report
): void {
  const name = textOf(element, 'object');
  const object = name === undefined ? undefined : schema.findObject(name);
  if (name !== undefined && !object)
    report(file, childOf(element, 'object') ?? element, `There is no object ${name}. Correct <object>.`);
  for (const entry of object ? [...childrenOf(element, 'filters'), ...childrenOf(element, 'inputAssignments')] : []) {
    const field = textOf(entry, 'field') ?? '';
    if (!object?.fields.has(field.toLowerCase()))
      report(file, entry, `${object?.name ?? ''} has no field ${field}. Correct <field>.`);
  }
}
