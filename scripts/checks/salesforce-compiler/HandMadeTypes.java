import apex.common.base.Initializer;
import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.common.TestStandardTypeInfos;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.method.Generated;
import apex.jorje.semantic.symbol.member.method.MethodInfo;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.MethodTableFactory;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.type.ArgumentTypeInfos;
import apex.jorje.semantic.symbol.type.GenericTypeInfo;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.ReifiedTypeInfos;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.semantic.symbol.type.UnitType;
import java.util.Map;
import java.util.function.Function;

/**
 * Types that source text cannot declare: the platform's generic interfaces, and the field token, which the built-in
 * methods of `SObject` take by a name of their own.
 */
final class HandMadeTypes {
  private final Map<String, TypeInfo> typeByName;

  /** @param find finds other platform types by name, once the compiler runs */
  HandMadeTypes(Function<String, TypeInfo> find) {
    typeByName = Map.of(
        "system.iterable", iterable(),
        "system.iterator", TestStandardTypeInfos.ITERATOR,
        "system.comparator", TestStandardTypeInfos.COMPARATOR,
        "database.batchable", batchable(find),
        "schema.sobjectfield", fieldToken(find),
        "system.database", database(find));
  }

  /** By name in lower case; null for all other types. */
  TypeInfo find(String key) {
    return typeByName.get(key);
  }

  /** The compiler's own has an iterator without methods. */
  private static TypeInfo iterable() {
    TypeInfo iterator = GenericTypeInfoFactory.create(TestStandardTypeInfos.ITERATOR, ArgumentTypeInfos.T);
    TypeInfo builtIn = TestStandardTypeInfos.ITERABLE;
    return GenericTypeInfo.builder()
        .setApexName(builtIn.getApexName())
        .setBytecodeName(builtIn.getBytecodeName())
        .setNamespace(builtIn.getNamespace())
        .setUnitType(UnitType.INTERFACE)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(TypeInfos.OBJECT)
        .setMethods(methods(self -> method(self, iterator, "iterator")))
        .setTypeArguments(ArgumentTypeInfos.T)
        .buildResolved();
  }

  /**
   * The platform accepts several forms of `start` and `execute` (a locator or an iterable; any list of the scope), so
   * only `finish`, which has one form, is demanded.
   */
  private static TypeInfo batchable(Function<String, TypeInfo> find) {
    return GenericTypeInfo.builder()
        .setApexName("Database.Batchable")
        .setBytecodeName("com/salesforce/api/database/Batchable")
        .setNamespace(Namespaces.create("Database"))
        .setUnitType(UnitType.INTERFACE)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(TypeInfos.OBJECT)
        .setMethods(methods(self -> method(self, TypeInfos.VOID, "finish", find.apply("Database.BatchableContext"))))
        .setTypeArguments(ArgumentTypeInfos.T)
        .buildResolved();
  }

  private static TypeInfo fieldToken(Function<String, TypeInfo> find) {
    TypeInfo builtIn = InternalTypeInfos.SCHEMA_SOBJECT_FIELD;
    return StandardTypeInfoImpl.builder()
        .setApexName(builtIn.getApexName())
        .setBytecodeName(builtIn.getBytecodeName())
        .setNamespace(builtIn.getNamespace())
        .setUnitType(UnitType.CLASS)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(TypeInfos.OBJECT)
        .setMethods(methods(self -> method(self, find.apply("Schema.DescribeFieldResult"), "getDescribe")))
        .buildResolved();
  }

  /**
   * The methods of `Database` come from the stub, but for queries: their result may be assigned to one record, which
   * is a kind of list that source text cannot name.
   */
  private static TypeInfo database(Function<String, TypeInfo> find) {
    return StandardTypeInfoImpl.builder()
        .setApexName("System.Database")
        .setBytecodeName("System/Database")
        .setNamespace(Namespaces.SYSTEM)
        .setUnitType(UnitType.CLASS)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(TypeInfos.OBJECT)
        .setMethods(Initializers.memoize((TypeInfo self) -> MethodTableFactory.newMethodTable(databaseMethods(find.apply("System.DatabaseStub"), self))))
        .buildResolved();
  }

  private static MethodInfo[] databaseMethods(TypeInfo stub, TypeInfo self) {
    return stub.methods().all().stream()
        .filter(method -> !method.isConstructor())
        .map(method -> method.getCanonicalName().startsWith("query") ? queryMethod(method, self) : method)
        .toArray(MethodInfo[]::new);
  }

  private static MethodInfo queryMethod(MethodInfo method, TypeInfo self) {
    return StandardMethodInfo.builder()
        .setGenerated(Generated.BUILT_IN)
        .setDefiningType(self)
        .setModifiers(ModifierGroups.GLOBAL_STATIC)
        .setReturnType(ReifiedTypeInfos.SOBJECT_QUERY_RESULT_LIST)
        .setName(method.getCanonicalName())
        .setNamedParameterTypes(method.getParameterTypes())
        .build();
  }

  private static Initializer<MethodTable, TypeInfo> methods(Function<TypeInfo, MethodInfo> method) {
    return Initializers.memoize(self -> MethodTableFactory.newMethodTable(method.apply(self)));
  }

  private static MethodInfo method(TypeInfo owner, TypeInfo result, String name, TypeInfo... parameters) {
    return StandardMethodInfo.builder()
        .setGenerated(Generated.BUILT_IN)
        .setDefiningType(owner)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setReturnType(result)
        .setName(name)
        .setNamedParameterTypes(parameters)
        .build();
  }
}
