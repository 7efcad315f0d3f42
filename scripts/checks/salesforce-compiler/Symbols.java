import apex.jorje.semantic.common.TestSObjectTypeInfos;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.SymbolProvider;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Answers the compiler's questions about types that the source does not declare. */
final class Symbols implements SymbolProvider {
  private final Map<String, SymbolFile.Stub> stubByName = new HashMap<>();
  private final Map<String, TypeInfo> typeByName = new HashMap<>();
  private final Set<String> labels = new HashSet<>();
  private final ObjectTypes objects;
  private final HandMadeTypes handMadeTypes;
  private SymbolResolver resolver;
  private TypeInfo referrer;

  Symbols(SymbolFile file) {
    for (SymbolFile.Stub stub : file.stubs) stubByName.put((stub.namespace + "." + stub.name).toLowerCase(), stub);
    for (String label : file.labels) labels.add(label.toLowerCase());
    objects = new ObjectTypes(file.objects);
    handMadeTypes = new HandMadeTypes(name -> find(resolver, referrer, name));
  }

  @Override
  public TypeInfo find(SymbolResolver resolver, TypeInfo referrer, String name) {
    this.resolver = resolver;
    this.referrer = referrer;
    String key = name.toLowerCase().replace('/', '.').replaceFirst("^com\\.salesforce\\.api\\.", "");
    TypeInfo handMade = handMadeTypes.find(key);
    if (handMade != null) return handMade;
    TypeInfo known = typeByName.get(key);
    if (known != null) return known;
    SymbolFile.Stub stub = stubByName.get(key);
    if (stub == null) return null;
    SourceFile source = SourceFile.builder()
        .setBody(stub.text)
        .setNamespace(Namespaces.create(stub.namespace))
        .setTrusted(true)
        .setFileBased(false)
        .setVersion(Version.CURRENT)
        .setKnownName(name)
        .build();
    TypeInfo type = resolver.getCompilerService().attachSource(resolver, source, name);
    typeByName.put(key, type);
    return type;
  }

  @Override
  public TypeInfo getSObjectType(TypeInfo referrer, String name) {
    return objects.find(name);
  }

  @Override
  public TypeInfo getAggregateResultType(TypeInfo referrer) {
    return TestSObjectTypeInfos.AGGREGATE_RESULT;
  }

  @Override
  public boolean hasLabelField(TypeInfo referrer, Namespace namespace, String name) {
    return labels.contains(name.toLowerCase());
  }

  @Override
  public TypeInfo getVfComponentType(SymbolResolver resolver, TypeInfo referrer, Namespace namespace, String name) {
    return null;
  }

  @Override
  public TypeInfo getFlowInterviewType(SymbolResolver resolver, TypeInfo referrer, Namespace namespace, String name) {
    return null;
  }

  @Override
  public String getPageReference(TypeInfo referrer, String name) {
    return null;
  }

  @Override
  public String getQuickAction(TypeInfo referrer, String object, String action) {
    return null;
  }

  @Override
  public boolean isDynamicTypeNamespace(String name) {
    return false;
  }

  @Override
  public boolean isDynamicTypeNamespace(String name, String base) {
    return false;
  }
}
