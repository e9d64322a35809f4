package io.github.rustfit.engine.trial;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import java.util.stream.Collectors;

/** What methods are called where users name them. */
public final class MethodId {

  private MethodId() {}

  /**
   * {@code package.Type#method(type,…)} with types as the source names them, packages left out: no
   * two methods of a source have the same.
   */
  public static String of(Member member) {
    String types = member.method().signature().map(MethodId::types).orElse("");
    return member.className() + "#" + member.method().name() + types;
  }

  private static String types(Signature signature) {
    return signature.parameters().stream()
        .map(type -> type.replaceAll("\\b[a-z_$][\\w$]*[.]", ""))
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** {@code Type.method}, as sentences name it. */
  public static String shortOf(String id) {
    String method = id.substring(0, id.indexOf('(') < 0 ? id.length() : id.indexOf('('));
    int hash = method.indexOf('#');
    String type = method.substring(method.lastIndexOf('.', hash) + 1, hash).replace('$', '.');
    return type + "." + method.substring(hash + 1);
  }
}
