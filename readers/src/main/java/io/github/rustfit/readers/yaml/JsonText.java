package io.github.rustfit.readers.yaml;

/** JSON that a reader of YAML takes for the same. */
public final class JsonText {

  private JsonText() {}

  /** Text with what ends a line in YAML and not in JSON, which is within strings only, escaped. */
  public static String forYaml(String json) {
    return json.replace("\u0085", "\\u0085")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
