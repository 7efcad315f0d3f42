import apex.common.base.Initializers;
import apex.common.base.Result;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Standard and custom objects as types of the compiler. */
final class ObjectTypes {
  private static final Map<String, TypeInfo> SCALARS = Map.ofEntries(
      Map.entry("String", TypeInfos.STRING), Map.entry("Id", TypeInfos.ID), Map.entry("Boolean", TypeInfos.BOOLEAN),
      Map.entry("Integer", TypeInfos.INTEGER), Map.entry("Long", TypeInfos.LONG), Map.entry("Decimal", TypeInfos.DECIMAL),
      Map.entry("Double", TypeInfos.DOUBLE), Map.entry("Date", TypeInfos.DATE), Map.entry("Datetime", TypeInfos.DATE_TIME),
      Map.entry("Time", TypeInfos.TIME), Map.entry("Blob", TypeInfos.BLOB), Map.entry("Object", TypeInfos.OBJECT));

  private final Map<String, SymbolFile.ObjectSymbol> symbolByName = new HashMap<>();
  private final Map<String, SObjectTypeInfo> typeByName = new HashMap<>();

  ObjectTypes(List<SymbolFile.ObjectSymbol> symbols) {
    for (SymbolFile.ObjectSymbol symbol : symbols) symbolByName.put(symbol.name.toLowerCase(), symbol);
  }

  /** By API name without regard to case, with or without `Schema.`; null when there is no such object. */
  SObjectTypeInfo find(String name) {
    String key = name.toLowerCase().replaceFirst("^schema\\.", "");
    SObjectTypeInfo known = typeByName.get(key);
    if (known != null) return known;
    SymbolFile.ObjectSymbol symbol = symbolByName.get(key);
    if (symbol == null) return null;
    SObjectTypeInfo type = create(symbol);
    typeByName.put(key, type);
    return type;
  }

  private SObjectTypeInfo create(SymbolFile.ObjectSymbol symbol) {
    SObjectTypeInfo.Builder builder = SObjectTypeInfo.builder();
    builder.setApexBytecodeName(symbol.name);
    builder.setMetadata(metadataOf(symbol.kind));
    builder.setFields(Initializers.memoize((TypeInfo self) -> new Fields(symbol, self).fill()));
    return (SObjectTypeInfo) builder.buildResolved();
  }

  private static SObjectMetadata metadataOf(String kind) {
    boolean isMetadata = kind.equals("metadata");
    SObjectMetadata.CustomEntitySObjectType entity = isMetadata
        ? SObjectMetadata.CustomEntitySObjectType.CUSTOM_METADATA_TYPE
        : kind.equals("hierarchySetting")
            ? SObjectMetadata.CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING
            : kind.equals("listSetting") ? SObjectMetadata.CustomEntitySObjectType.LIST_CUSTOM_SETTING : SObjectMetadata.CustomEntitySObjectType.OTHER;
    return SObjectMetadata.builder()
        .setTriggerable(!isMetadata)
        .setEditable(!isMetadata)
        .setPlatformEvent(kind.equals("event"))
        .setSupportedDml(isMetadata ? DmlOperation.EMPTY : DmlOperation.ALL)
        .setLookupFieldPredicate((field, type) -> true)
        .setAccessibleWhenUntrustedCalculator(type -> true)
        .setCustomEntitySObjectType(entity)
        .build();
  }

  /** The fields of one object, and its static members: `Account.Name` and `Account.SObjectType`. */
  private final class Fields implements FieldTable {
    private final SymbolFile.ObjectSymbol symbol;
    private final TypeInfo self;
    private final StandardFieldTable table = new StandardFieldTable();
    private final Map<String, String> columnByName = new HashMap<>();

    Fields(SymbolFile.ObjectSymbol symbol, TypeInfo self) {
      this.symbol = symbol;
      this.self = self;
    }

    FieldTable fill() {
      for (SymbolFile.FieldSymbol field : symbol.fields) {
        TypeInfo type = typeOf(field);
        if (type == null) continue;
        SObjectFieldInfo.Builder builder = SObjectFieldInfo.builder();
        builder.setName(field.name);
        builder.setModifiers(ModifierGroups.ONLY_GLOBAL);
        builder.setDefiningType(self);
        builder.setType(type);
        if (field.targets != null) builder.setPolymorphicTypes(field.targets.stream().map(ObjectTypes.this::find).filter(target -> target != null).collect(Collectors.<TypeInfo>toList()));
        boolean isColumn = field.type != null;
        builder.setCategory(isColumn ? SObjectFieldInfo.Category.REGULAR : SObjectFieldInfo.Category.FOREIGN_KEY);
        if (isColumn) {
          builder.setColumnInfo(true);
          columnByName.put(field.name.toLowerCase(), field.name);
        }
        table.add((FieldInfo) builder.build());
      }
      return resolve();
    }

    private TypeInfo typeOf(SymbolFile.FieldSymbol field) {
      if (field.type != null) return SCALARS.get(field.type);
      if (field.parent != null) return find(field.parent);
      TypeInfo child = find(field.child);
      return child == null ? null : GenericTypeInfoFactory.createQueryResultList(child);
    }

    @Override
    public FieldInfo get(SymbolResolver resolver, TypeInfo referrer, String name, LookupMode mode) {
      String key = name.toLowerCase();
      if (mode.name().startsWith("STATIC")) {
        if (key.equals("sobjecttype")) {
          TypeInfo token = resolver.lookupTypeInfo(referrer, InternalTypeInfos.SCHEMA_SOBJECT_TYPE);
          return DynamicFieldInfoFactory.createSObjectTypeDescribe(self, token, "SObjectType", symbol.name);
        }
        String column = columnByName.get(key);
        if (column != null) {
          TypeInfo token = resolver.lookupTypeInfo(referrer, InternalTypeInfos.SCHEMA_SOBJECT_FIELD);
          return DynamicFieldInfoFactory.createSObjectFieldDescribe(self, token, ModifierGroups.GLOBAL_STATIC, column, symbol.name, column, column);
        }
      }
      return table.get(resolver, referrer, name, mode);
    }

    @Override
    public Result<Void> add(FieldInfo field) {
      return table.add(field);
    }

    @Override
    public FieldTable resolve() {
      table.resolve();
      return this;
    }

    @Override
    public boolean isResolved() {
      return table.isResolved();
    }

    @Override
    public Collection<FieldInfo> all() {
      return table.all();
    }
  }
}
