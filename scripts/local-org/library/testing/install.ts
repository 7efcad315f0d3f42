/** `Test.testInstall` and `Test.testUninstall`: call the scripts of a package as an installation would. */
import { newException } from '../../runtime/exceptions';
import { callMethod } from '../../runtime/objects';
import type { ApexObject } from '../../runtime/objects';
import { currentTransaction } from '../../runtime/transaction';
import { interfaceMethod } from '../async/interface';
import { platformType } from '../registry';
import type { ApexVersion } from '../system/Version';

class InstallContext {
  readonly previousVersion: ApexVersion | null;
  readonly isPush: boolean;

  constructor(previousVersion: ApexVersion | null, isPush: boolean) {
    this.previousVersion = previousVersion;
    this.isPush = isPush;
  }
}

class UninstallContext {}

const organizationId = () => currentTransaction().org.organizationId;
const userId = () => currentTransaction().userId;

platformType({
  name: 'System.InstallHandler',
  methods: { onInstall: interfaceMethod('onInstall', ['InstallContext']) }
});
platformType({
  name: 'System.UninstallHandler',
  methods: { onUninstall: interfaceMethod('onUninstall', ['UninstallContext']) }
});
platformType({
  name: 'System.InstallContext',
  jsClass: InstallContext,
  methods: {
    previousVersion: interfaceMethod('previousVersion', [], (self: InstallContext) => self.previousVersion),
    isPush: interfaceMethod('isPush', [], (self: InstallContext) => self.isPush),
    isUpgrade: interfaceMethod('isUpgrade', [], (self: InstallContext) => self.previousVersion !== null),
    installerId: interfaceMethod('installerId', [], userId),
    organizationId: interfaceMethod('organizationId', [], organizationId)
  }
});
platformType({
  name: 'System.UninstallContext',
  jsClass: UninstallContext,
  methods: {
    uninstallerId: interfaceMethod('uninstallerId', [], userId),
    organizationId: interfaceMethod('organizationId', [], organizationId)
  }
});

/** Installs from nothing when `previousVersion` is null, else upgrades. */
export function testInstall(script: ApexObject | null, previousVersion: ApexVersion | null, isPush = false): void {
  const context = new InstallContext(previousVersion, isPush);
  callMethod(requireScript(script), 'onInstall', [context], ['InstallContext']);
}

export function testUninstall(script: ApexObject | null): void {
  callMethod(requireScript(script), 'onUninstall', [new UninstallContext()], ['UninstallContext']);
}

function requireScript(script: ApexObject | null): ApexObject {
  if (!currentTransaction().isTest)
    throw newException('System.UnexpectedException', 'Install scripts can only be called in a test');
  if (script === null) throw newException('System.NullPointerException', 'Argument cannot be null.');
  return script;
}
