/** Names that declarations may not have, as Salesforce's own compiler refuses them. */
import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';
import type { Identifier } from '../ast';
import type { ParseScope } from './scope';
import { identifier } from './span';

/** Words that no name may be. The grammar of the parser lets these through, because some members are called so. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'and as asc bulk by commit desc from having in instanceof like limit not nulls or select trigger using where'.split(
    ' '
  )
);

/** Words that methods may be called, but no variable. */
const RESERVED: ReadonlySet<string> = new Set(
  `activate any array autonomous begin bigdecimal blob boolean byte case cast char collect const currency date datetime
  decimal default double end exception exit export float goto group hint import inner int integer into join list long loop
  map number object of outer package parallel pragma retrieve rollback set short sobject sort string super switch
  synchronized system then this time transaction when`.split(/\s+/)
);

/** The name of a variable, field, property or parameter. */
export function variableName(context: ApexParserRuleContext, scope: ParseScope): Identifier {
  const declared = methodName(context, scope);
  if (RESERVED.has(declared.name.toLowerCase()))
    scope.report(1001, `Identifier name is reserved: ${declared.name}`, declared.span);
  return declared;
}

/** The name of a method. */
export function methodName(context: ApexParserRuleContext, scope: ParseScope): Identifier {
  const declared = identifier(context);
  if (KEYWORDS.has(declared.name.toLowerCase()))
    scope.report(1001, `Unexpected token '${declared.name}'.`, declared.span);
  return declared;
}
