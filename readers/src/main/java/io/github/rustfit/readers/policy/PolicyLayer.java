package io.github.rustfit.readers.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.rustfit.readers.yaml.YamlDocument;
import io.github.rustfit.readers.yaml.YamlProblems;
import java.io.IOException;
import java.io.InputStream;

/**
 * One policy of several that count, read and held against the schema, whatever the others say. What
 * a block must have may be said by another one, so that is looked at when they are joined.
 */
public final class PolicyLayer {

  /** The only format there is so far. */
  private static final int FORMAT = 1;

  private final String source;
  private final YamlDocument document;
  private final Permissions permissions;

  private PolicyLayer(String source, YamlDocument document, Permissions permissions) {
    this.source = source;
    this.document = document;
    this.permissions = permissions;
  }

  /**
   * Reads a policy. Nothing is thrown for bad content.
   *
   * @param source what people know it by: a file relative to the project's root, or {@code
   *     classpath:} and a resource; unique among the policies that count
   * @param in the file, UTF-8, at most 1 MiB; the caller closes it
   * @throws IOException only when the storage fails
   */
  public static PolicyLayer read(String source, InputStream in) throws IOException {
    return of(source, PolicySchema.PART.read(source, in));
  }

  static PolicyLayer of(String source, YamlDocument read) {
    YamlDocument document = ofKnownFormat(source, read);
    Permissions permissions = Permissions.of(document, PolicySchema.KEYS);
    PolicyChecks.check(document);
    return new PolicyLayer(source, document, permissions);
  }

  /** Of another format nothing but that is said: its keys may mean anything. */
  private static YamlDocument ofKnownFormat(String source, YamlDocument document) {
    JsonNode version = document.root().path("version");
    if (!version.isIntegralNumber() || version.asLong() == FORMAT) {
      return document;
    }
    YamlProblems problems = new YamlProblems(source);
    problems.add(
        document.valueAt("/version"),
        "The policy is written in format "
            + version.asText()
            + ", and this version of the plugin reads format "
            + FORMAT,
        version.asLong() > FORMAT
            ? "Use a newer version of rustfit-maven-plugin, or write the policy in format "
                + FORMAT
                + " and say 'version: "
                + FORMAT
                + "'."
            : "There is no older format: write 'version: " + FORMAT + "'.");
    return new YamlDocument(
        JsonNodeFactory.instance.objectNode(), document.keys(), document.values(), problems);
  }

  /** What people know it by. */
  public String source() {
    return source;
  }

  YamlDocument document() {
    return document;
  }

  Permissions permissions() {
    return permissions;
  }
}
