/** `System.FeatureManagement`: custom permissions of the running user. */
import { newException } from '../../runtime/exceptions';
import { platformType } from '../registry';
import { currentAccess } from './running-user';

platformType({
  name: 'System.FeatureManagement',
  statics: {
    'checkPermission/1': (name: string | null) => {
      if (name === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
      return currentAccess().hasCustomPermission(name);
    }
  }
});
