/** `System.TriggerOperation` */
import { platformType } from '../registry';

platformType({
  name: 'System.TriggerOperation',
  enumConstants: [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
  ]
});
