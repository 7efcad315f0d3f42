import apex.common.base.Initializer;
import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.common.TestStandardTypeInfos;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.method.Generated;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.MethodTableFactory;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.type.ArgumentTypeInfos;
import apex.jorje.semantic.symbol.type.GenericTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.semantic.symbol.type.UnitType;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The platform's generic interfaces. Source text cannot declare a type parameter, so they are built by hand or taken
 * from the compiler's own test types.
 */
final class GenericTypes {
  private final Map<String, TypeInfo> typeByName;

  /** @param batchableContext the type of the parameter that all methods of a batch have */
  GenericTypes(Supplier<TypeInfo> batchableContext) {
    typeByName = Map.of(
        "system.iterable", TestStandardTypeInfos.ITERABLE,
        "system.iterator", TestStandardTypeInfos.ITERATOR,
        "system.comparator", TestStandardTypeInfos.COMPARATOR,
        "database.batchable", batchable(batchableContext));
  }

  /** By name in lower case; null when the type is not generic. */
  TypeInfo find(String key) {
    return typeByName.get(key);
  }

  /**
   * The platform accepts several forms of `start` and `execute` (a locator or an iterable; any list of the scope), so
   * only `finish`, which has one form, is demanded.
   */
  private static TypeInfo batchable(Supplier<TypeInfo> context) {
    Initializer<MethodTable, TypeInfo> methods = Initializers.memoize(self -> MethodTableFactory.newMethodTable(
        StandardMethodInfo.builder()
            .setGenerated(Generated.BUILT_IN)
            .setDefiningType(self)
            .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
            .setReturnType(TypeInfos.VOID)
            .setName("finish")
            .setNamedParameterTypes(context.get())
            .build()));
    return GenericTypeInfo.builder()
        .setApexName("Database.Batchable")
        .setBytecodeName("com/salesforce/api/database/Batchable")
        .setNamespace(Namespaces.create("Database"))
        .setUnitType(UnitType.INTERFACE)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(TypeInfos.OBJECT)
        .setMethods(methods)
        .setTypeArguments(ArgumentTypeInfos.T)
        .buildResolved();
  }
}
