import type { MetadataModel, ParsedFile } from '../model';
import type { MetadataRule, Report } from '../rule';
import { suggestion } from '../suggestion';
import { targetConfigOf } from '../component-targets';
import { childOf, childrenOf, descendantsOf, textOf } from '../xml';

const ACTION_TARGET = 'lightning__RecordAction';

/** Quick actions: their object, component and fields exist. */
export const quickActions: MetadataRule = {
  name: 'quick-actions',
  check(model, report) {
    for (const action of model.ofType('QuickAction')) {
      const object = action.name.includes('.') ? (action.name.split('.')[0] ?? '') : undefined;
      if (object !== undefined && !model.schema.findObject(object))
        report(action, undefined, `There is no object ${object} for the action. The file is called <Object>.<Action>.`);
      checkComponent(model, action, report);
      const target = childOf(action.root, 'targetObject');
      if (target && !model.schema.findObject(target.text.trim()))
        report(action, target, `There is no object ${target.text.trim()}. Correct <targetObject>.`);
      const fieldsOf = model.schema.findObject(target?.text.trim() ?? object ?? '');
      for (const field of [
        ...descendantsOf(action.root, 'quickActionLayoutItems'),
        ...childrenOf(action.root, 'fieldOverrides')
      ]) {
        const name = textOf(field, 'field');
        if (fieldsOf && name && !fieldsOf.fields.has(name.toLowerCase()))
          report(
            action,
            field,
            `${fieldsOf.name} has no field ${name}.${suggestion(
              name,
              Array.from(fieldsOf.fields.values(), (each) => each.name)
            )}`
          );
      }
    }
  }
};

function checkComponent({ ofType }: MetadataModel, action: ParsedFile, report: Report): void {
  const node = childOf(action.root, 'lightningWebComponent');
  const isComponentAction = textOf(action.root, 'type') === 'LightningWebComponent';
  if (isComponentAction !== (node !== undefined))
    report(
      action,
      node ?? action.root,
      '<lightningWebComponent> and <type>LightningWebComponent</type> go together. Write both or neither.'
    );
  if (!node) return;
  const name = node.text.trim();
  const bundle = ofType('LightningComponentBundle').find((each) => each.name === name);
  if (!bundle)
    report(
      action,
      node,
      `There is no component ${name}.${suggestion(
        name,
        ofType('LightningComponentBundle').map((each) => each.name)
      )}`
    );
  else if (!targetConfigOf(bundle.root, ACTION_TARGET).isTarget)
    report(action, node, `The component ${name} has no target ${ACTION_TARGET}. Add it to its description.`);
}
