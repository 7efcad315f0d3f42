/**
 * The PMD rules that the code has to keep, by PMD's own categories.
 *
 * Left out on purpose: `AvoidGlobalModifier` (an Apex REST class must be global), `ApexSuggestUsingNamedCred` (judges
 * names), the design metrics (size is a signal, not a law), and code style, which Prettier decides.
 */
export const PMD_RULES: readonly string[] = [
  // Security
  'ApexBadCrypto',
  'ApexCRUDViolation',
  'ApexCSRF',
  'ApexDangerousMethods',
  'ApexInsecureEndpoint',
  'ApexOpenRedirect',
  'ApexSharingViolations',
  'ApexSOQLInjection',
  'ApexXSSFromEscapeFalse',
  'ApexXSSFromURLParam',
  'AvoidChangeProtectionUnprotected',
  'AvoidGetInstanceWithTaint',
  'AvoidGlobalInstallUninstallHandlers',
  'AvoidHardcodedCredentialsInFieldDecls',
  'AvoidHardcodedCredentialsInHttpHeader',
  'AvoidHardcodedCredentialsInSetPassword',
  'AvoidHardcodedCredentialsInVarAssign',
  'AvoidHardcodedCredentialsInVarDecls',
  'AvoidInvalidCrudContentDistribution',
  'AvoidSecurityEnforcedOldApiVersion',
  'AvoidUnauthorizedApiSessionIdInApex',
  'AvoidUnauthorizedGetSessionIdInApex',
  'AvoidUnsafePasswordManagementUse',
  // Performance
  'AvoidDebugStatements',
  'AvoidNonRestrictiveQueries',
  'EagerlyLoadedDescribeSObjectResult',
  'OperationWithHighCostInLoop',
  'OperationWithLimitsInLoop',
  // Best practice
  'ApexAssertionsShouldIncludeMessage',
  'ApexUnitTestClassShouldHaveAsserts',
  'ApexUnitTestMethodShouldHaveIsTestAnnotation',
  'ApexUnitTestShouldNotUseSeeAllDataTrue',
  'AvoidFutureAnnotation',
  'AvoidLogicInTrigger',
  'DebugsShouldUseLoggingLevel',
  'QueueableWithoutFinalizer',
  'UnusedLocalVariable',
  // Error prone
  'AvoidDirectAccessTriggerMap',
  'AvoidHardcodingId',
  'AvoidInterfaceAsMapKey',
  'AvoidNonExistentAnnotations',
  'AvoidStatefulDatabaseResult',
  'EmptyCatchBlock',
  'EmptyIfStmt',
  'EmptyStatementBlock',
  'EmptyTryOrFinallyBlock',
  'EmptyWhileStmt',
  'InaccessibleAuraEnabledGetter',
  'InvocableClassNoArgConstructor',
  'MethodWithSameNameAsEnclosingClass',
  'OverrideBothEqualsAndHashcode',
  'TestMethodsMustBeInTestClasses',
  'TypeShadowsBuiltInNamespace',
  // Design
  'AvoidDeeplyNestedIfStmts',
  'UnusedMethod'
];
