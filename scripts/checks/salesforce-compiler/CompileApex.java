import apex.jorje.data.Location;
import apex.jorje.semantic.ast.expression.SoqlExpression;
import apex.jorje.semantic.ast.expression.SoslExpression;
import apex.jorje.semantic.ast.visitor.ValidationScope;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.ValidationSettings;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.compiler.sfdc.PlaceholderOrgPerm;
import apex.jorje.semantic.compiler.sfdc.QueryValidator;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import com.google.gson.Gson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;

/** Compiles Apex with Salesforce's own compiler front end and prints each error as a line of JSON. */
public final class CompileApex {
  private static final class Problem {
    String path;
    int line;
    int column;
    String message;
  }

  private static final class Access extends TestAccessEvaluator {
    @Override
    public boolean isSetupEntityVisibleToType(SObjectTypeInfo object, TypeInfo type) {
      return true;
    }

    @Override
    public boolean hasPermission(PlaceholderOrgPerm permission) {
      return true;
    }
  }

  /** Queries are checked by rules of our own, which know the schema. */
  private static final class Queries implements QueryValidator {
    @Override
    public String validateSoql(SymbolResolver resolver, ValidationScope scope, SoqlExpression query) {
      return query.getRawQuery();
    }

    @Override
    public String validateSosl(SymbolResolver resolver, ValidationScope scope, SoslExpression query) {
      return query.getRawQuery();
    }
  }

  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    SymbolFile file = SymbolFile.read(Path.of(args[0]));
    Map<SourceFile, SymbolFile.Source> sourceByFile = new IdentityHashMap<>();
    List<SourceFile> files = new ArrayList<>();
    for (SymbolFile.Source source : file.sources) {
      SourceFile sourceFile = SourceFile.builder()
          .setBody(source.text)
          .setFileBased(true)
          .setVersion(Version.CURRENT)
          .setNamespace(Namespaces.EMPTY)
          .setTrusted(false)
          .setKnownName(source.name)
          .build();
      files.add(sourceFile);
      sourceByFile.put(sourceFile, source);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Gson gson = new Gson();
    for (CodeUnit unit : compile(file, files)) {
      SymbolFile.Source source = sourceByFile.get(unit.getSourceFile());
      if (source == null) {
        if (System.getenv("SHOW_STUB_ERRORS") != null && !unit.getErrors().isEmpty()) System.err.println(unit.getName() + " " + unit.getErrors().get());
        continue;
      }
      for (Object error : unit.getErrors().get()) out.println(gson.toJson(problem(source.path, (CompilationException) error)));
    }
  }

  private static List<CodeUnit> compile(SymbolFile file, List<SourceFile> files) {
    Access access = new Access();
    access.setIsRunningTests(true);
    CompilationInput input = new CompilationInput(files, new Symbols(file), access, new Queries(), null, NoopCompilerProgressCallback.get());
    ValidationSettings settings = ValidationSettings.builder()
        .setValidationBehavior(ValidationSettings.ValidationBehavior.COLLECT_MULTIPLE_ERRORS)
        .build();
    return ApexCompiler.builder().setInput(input).setValidationSettings(settings).build().compile(CompilerStage.VALIDATE);
  }

  private static Problem problem(String path, CompilationException error) {
    Location place = error.getLoc();
    Problem problem = new Problem();
    problem.path = path;
    problem.line = place == null ? 1 : place.getLine();
    problem.column = place == null ? 1 : place.getColumn();
    problem.message = error.getError();
    return problem;
  }
}
