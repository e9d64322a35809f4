package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.Map;

/** What manifests of all kinds say of one container. */
final class Containers {

  private Containers() {}

  /** Its image, and the JDK in it. */
  static void image(Facts facts, String subject, YamlNode image) {
    String name = image.text();
    if (!name.isEmpty()) {
      facts.add(Kind.IMAGE, subject, name, image.line());
      Images.addJdk(facts, subject, name, image.line());
      if (Images.java(name)) {
        facts.add(Kind.RUNS_JAVA, subject, name, image.line());
      }
    }
  }

  /** Its environment: a list of {@code name: … value: …} or {@code name=value}, or a mapping. */
  static void environment(Facts facts, String subject, YamlNode environment) {
    for (YamlNode item : environment.items()) {
      String pair = item.text();
      int sign = pair.indexOf('=');
      if (sign > 0) {
        variable(facts, subject, pair.substring(0, sign), pair.substring(sign + 1), item.line());
      } else {
        YamlNode value = item.get("value");
        variable(facts, subject, item.get("name").text(), value.text(), value.line());
      }
    }
    for (Map.Entry<String, YamlNode> one : environment.entries().entrySet()) {
      variable(facts, subject, one.getKey(), one.getValue().text(), one.getValue().line());
    }
    if (environment.value().has("<<")) {
      for (String name : JvmOptions.VARIABLES) {
        if (!environment.value().has(name)) {
          YamlNode inherited = environment.get(name);
          variable(facts, subject, name, inherited.text(), inherited.line());
        }
      }
    }
  }

  private static void variable(Facts facts, String subject, String name, String value, int line) {
    if (JvmOptions.VARIABLES.contains(name)) {
      JvmOptions.add(facts, subject, value, line);
      if (!value.isBlank()) {
        facts.add(Kind.RUNS_JAVA, subject, name, line);
      }
    }
  }

  /** A command, or the arguments of one. */
  static void command(Facts facts, String subject, YamlNode command) {
    String words = command.words();
    JvmOptions.add(facts, subject, words, command.line());
    if (JvmOptions.startsJava(words)) {
      facts.add(Kind.RUNS_JAVA, subject, "java", command.line());
    }
  }
}
