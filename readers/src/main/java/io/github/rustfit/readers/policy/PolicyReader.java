package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.policy.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads {@code rustfit.yaml}. What the file may say is written in one place, the JSON Schema {@link
 * #SCHEMA}; only what a schema cannot express is checked besides.
 */
public final class PolicyReader {

  /** The schema's name on the class path. */
  public static final String SCHEMA = "/io/github/rustfit/rustfit.schema.json";

  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private PolicyReader() {}

  /**
   * Reads a policy; an empty one declares nothing. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param in the file, UTF-8, at most 1 MiB; the caller closes it
   * @throws IOException only when the storage fails
   */
  public static PolicyReading read(String displayPath, InputStream in) throws IOException {
    return join(List.of(PolicyLayer.read(displayPath, in)));
  }

  /**
   * Reads a policy; an empty one declares nothing. Nothing is thrown for bad content.
   *
   * @param displayPath of the file, relative to the project's root, for messages
   * @param bytes the file, UTF-8, at most 1 MiB
   */
  public static PolicyReading read(String displayPath, byte[] bytes) {
    return join(List.of(PolicyLayer.of(displayPath, PolicySchema.PART.read(displayPath, bytes))));
  }

  /**
   * Makes one policy of several: each sets what those before it leave open, and overrides what they
   * let it override.
   *
   * @param layers the most general one first; at least one
   */
  public static PolicyReading join(List<PolicyLayer> layers) {
    String name = layers.stream().map(PolicyLayer::source).collect(Collectors.joining(" and "));
    if (layers.size() == 1) {
      PolicySchema.WHOLE.validate(layers.get(0).document());
      DecisionsBinder.checkTerms(layers.get(0).document());
    }
    Map<String, List<LayeredUnit>> settings = Map.of();
    if (problems(layers).isEmpty()) {
      settings = PolicyJoin.of(layers);
    }
    List<Problem> problems = problems(layers);
    YamlDocument whole = layers.get(0).document();
    if (problems.isEmpty() && layers.size() > 1) {
      whole = JoinedDocument.of(name, settings);
      PolicySchema.WHOLE.validate(whole);
      PolicyChecks.check(whole);
      DecisionsBinder.checkTerms(whole);
      problems = whole.problems().toList();
    }
    if (!problems.isEmpty()) {
      return new PolicyReading(PolicyBinder.bind(name, whole, NOTHING), problems, "", false);
    }
    Policy policy = PolicyBinder.bind(name, whole, whole.root());
    return new PolicyReading(
        policy.with(JoinedOrigins.of(settings)),
        List.of(),
        whole.root().path("crates").asText(),
        whole.root().path("recording").path("skipStartUp").asBoolean(false));
  }

  private static List<Problem> problems(List<PolicyLayer> layers) {
    return layers.stream().flatMap(layer -> layer.document().problems().toList().stream()).toList();
  }
}
