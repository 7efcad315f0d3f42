import com.google.gson.Gson;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the compiler has to know of the platform and the source, as `symbols.ts` writes it. */
final class SymbolFile {
  List<Stub> stubs;
  List<ObjectSymbol> objects;
  List<String> labels;
  List<Source> sources;

  /** A platform type as Apex source without bodies. */
  static final class Stub {
    String namespace;
    String name;
    String text;
  }

  static final class ObjectSymbol {
    String name;
    String kind;
    List<FieldSymbol> fields;
  }

  /** `type` is an Apex type name; `parent` and `child` name another object instead. */
  static final class FieldSymbol {
    String name;
    String type;
    String parent;
    String child;
    List<String> targets;
  }

  static final class Source {
    String path;
    String name;
    String text;
  }

  static SymbolFile read(Path path) throws Exception {
    try (Reader reader = Files.newBufferedReader(path)) {
      return new Gson().fromJson(reader, SymbolFile.class);
    }
  }
}
