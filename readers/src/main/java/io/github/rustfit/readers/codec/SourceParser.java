package io.github.rustfit.readers.codec;

import static com.fasterxml.jackson.core.JsonToken.END_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.END_OBJECT;
import static com.fasterxml.jackson.core.JsonToken.START_ARRAY;
import static com.fasterxml.jackson.core.JsonToken.START_OBJECT;

import io.github.rustfit.rules.evidence.source.MechanismUse;
import io.github.rustfit.rules.evidence.source.PatternMatch;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import io.github.rustfit.rules.evidence.source.TypeShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what {@link SourceWriter} writes. */
record SourceParser(JsonCursor json) {

  SourceFile read() throws IOException, EvidenceFormatException {
    json.expect(START_OBJECT);
    SourceFile source =
        new SourceFile(
            json.key("module").string(),
            json.key("path").string(),
            json.key("sha256").string(),
            json.key("role").constant(SourceFile.Role.class),
            json.key("package").string(),
            json.key("linesOfCode").integer(),
            strings(json.key("imports"), new TreeSet<>()),
            types(),
            patterns(),
            mechanisms());
    json.expect(END_OBJECT);
    return source;
  }

  private static <C extends Collection<String>> C strings(JsonCursor json, C names)
      throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    while (json.more()) {
      names.add(json.string());
    }
    return names;
  }

  private List<SourceType> types() throws IOException, EvidenceFormatException {
    List<SourceType> types = new ArrayList<>();
    json.key("types").expect(START_ARRAY);
    while (json.more()) {
      types.add(type());
    }
    return types;
  }

  private SourceType type() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    String name = json.string();
    int first = json.integer();
    int last = json.integer();
    Optional<TypeShape> shape = shape();
    List<SourceMethod> methods = new ArrayList<>();
    while (json.more()) {
      json.expect(START_ARRAY);
      methods.add(new SourceMethod(json.string(), json.integer(), json.integer(), signature()));
    }
    return new SourceType(name, first, last, methods, shape);
  }

  private Optional<TypeShape> shape() throws IOException, EvidenceFormatException {
    json.expect(START_ARRAY);
    if (!json.more()) {
      return Optional.empty();
    }
    TypeShape.Kind kind = json.constant(TypeShape.Kind.class);
    String superclass = json.string();
    List<String> interfaces = strings(json, new ArrayList<>());
    List<TypeShape.Field> fields = new ArrayList<>();
    while (json.more()) {
      fields.add(new TypeShape.Field(json.integer(), json.string()));
    }
    return Optional.of(new TypeShape(kind, superclass, interfaces, fields));
  }

  /** Takes the end of the method, too. */
  private Optional<Signature> signature() throws IOException, EvidenceFormatException {
    if (!json.more()) {
      return Optional.empty();
    }
    int access = json.integer();
    String returns = json.string();
    List<String> parameters = new ArrayList<>();
    while (json.more()) {
      parameters.add(json.string());
    }
    return Optional.of(new Signature(access, returns, parameters));
  }

  private TreeSet<PatternMatch> patterns() throws IOException, EvidenceFormatException {
    TreeSet<PatternMatch> patterns = new TreeSet<>();
    json.key("patterns").expect(START_ARRAY);
    while (json.more()) {
      json.expect(START_ARRAY);
      patterns.add(
          new PatternMatch(
              json.string(),
              json.integer(),
              json.integer(),
              json.string(),
              json.string(),
              json.string()));
      json.expect(END_ARRAY);
    }
    return patterns;
  }

  private TreeSet<MechanismUse> mechanisms() throws IOException, EvidenceFormatException {
    TreeSet<MechanismUse> mechanisms = new TreeSet<>();
    json.key("mechanisms").expect(START_ARRAY);
    while (json.more()) {
      json.expect(START_ARRAY);
      mechanisms.add(new MechanismUse(json.constant(MechanismUse.Mechanism.class), json.integer()));
      json.expect(END_ARRAY);
    }
    return mechanisms;
  }
}
