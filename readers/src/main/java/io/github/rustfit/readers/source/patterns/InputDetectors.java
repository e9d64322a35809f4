package io.github.rustfit.readers.source.patterns;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reading and writing: documents, files, databases and other systems. */
final class InputDetectors {

  private static final Set<String> WHOLE = Set.of("readAllBytes", "readAllLines", "readString");
  private static final Set<String> STATEMENTS =
      KnownTypes.in("java.sql", "Statement PreparedStatement Connection");
  private static final Set<String> RUNNING =
      Set.of("prepareStatement", "executeQuery", "executeUpdate", "execute");
  private static final Set<String> FINDING =
      Set.of("findById", "findOne", "getOne", "getReferenceById", "find", "save", "existsById");
  private static final Set<String> REQUESTING =
      Set.of(
          "getForObject",
          "getForEntity",
          "postForObject",
          "postForEntity",
          "exchange",
          "send",
          "query",
          "queryForObject",
          "queryForList");
  private static final Set<String> IN_MEMORY = Set.of("java.io.ByteArrayInputStream");
  private static final Set<String> UNBUFFERED =
      KnownTypes.in("java.io", "FileInputStream FileOutputStream RandomAccessFile");

  private InputDetectors() {}

  static void register(Detectors looks) {
    looks.onCall(Set.of("readTree", "parseString", "parseReader", "parse"), InputDetectors::tree);
    looks.on(ObjectCreationExpr.class, InputDetectors::treeOf);
    looks.onCall(KnownTypes.union(RUNNING, FINDING, REQUESTING), InputDetectors::query);
    looks.onCall(
        KnownTypes.union(WHOLE, Set.of("toByteArray", "toString", "readLines")),
        InputDetectors::whole);
    looks.onCall(Set.of("read", "write"), InputDetectors::unbuffered);
  }

  private static void tree(MethodCallExpr call, Scene scene) {
    boolean parses =
        switch (call.getNameAsString()) {
          case "readTree" -> call.getScope().isPresent() && !call.getArguments().isEmpty();
          case "parseString", "parseReader" ->
              Code.isStatic(call, scene, "com.google.gson.JsonParser");
          case "parse" ->
              Code.receives(call, scene, Set.of("javax.xml.parsers.DocumentBuilder"))
                  || (Code.scope(call) instanceof MethodCallExpr inner
                      && inner.getNameAsString().equals("newDocumentBuilder"));
          default -> false;
        };
    if (parses) {
      scene.found("tree-parse", call, call.getNameAsString());
    }
  }

  private static void treeOf(ObjectCreationExpr creation, Scene scene) {
    TypeRef type = scene.names().of(creation.getType());
    if ((type.is("org.json.JSONObject") || type.is("org.json.JSONArray"))
        && !creation.getArguments().isEmpty()) {
      scene.found("tree-parse", creation, type.simpleName());
    }
  }

  private static void query(MethodCallExpr call, Scene scene) {
    if (!scene.inLoop()) {
      return;
    }
    String name = call.getNameAsString();
    String on = Code.name(Code.scope(call)).toLowerCase(Locale.ROOT);
    boolean asks =
        (RUNNING.contains(name) && Code.receives(call, scene, STATEMENTS))
            || (FINDING.contains(name)
                && Stream.of("repository", "dao", "entitymanager", "session")
                    .anyMatch(on::endsWith))
            || (REQUESTING.contains(name)
                && (Stream.of("template", "httpclient", "restclient").anyMatch(on::endsWith)
                    || Code.receives(call, scene, Set.of("java.net.http.HttpClient"))));
    if (asks) {
      scene.found("query-in-loop", call, name);
    }
  }

  private static void whole(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    Expression scope = Code.scope(call);
    boolean reads =
        (WHOLE.contains(name) && Code.isStatic(call, scene, "java.nio.file.Files"))
            || (name.equals("readAllBytes")
                && scope != null
                && scene.variable(scope) != null
                && !Code.receives(call, scene, IN_MEMORY))
            || (Code.name(scope).equals("IOUtils")
                && Set.of("toByteArray", "toString", "readLines").contains(name));
    if (reads && !Code.runsOnce(scene)) {
      scene.found("whole-file-read", call, name);
    }
  }

  private static void unbuffered(MethodCallExpr call, Scene scene) {
    String name = call.getNameAsString();
    boolean single =
        (name.equals("read") && call.getArguments().isEmpty())
            || (name.equals("write") && call.getArguments().size() == 1);
    TypeRef written = single ? Code.argumentType(call, 0, scene) : null;
    Variable stream =
        single && scene.inLoop() && !(written != null && written.isArray())
            ? scene.variable(Code.scope(call))
            : null;
    if (stream == null) {
      return;
    }
    boolean bare =
        (stream.type() != null && stream.type().isAny(UNBUFFERED))
            || (stream.initializer() instanceof ObjectCreationExpr creation
                && scene.names().of(creation.getType()).isAny(UNBUFFERED));
    if (bare) {
      scene.found("unbuffered-io", call, stream.name());
    }
  }
}
