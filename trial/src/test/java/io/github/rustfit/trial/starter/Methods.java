package io.github.rustfit.trial.starter;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.rules.evidence.source.SourceMethod;
import java.util.List;
import java.util.Optional;

/** Methods as a source would declare them. */
public final class Methods {

  static final int STATIC = 0x0008;
  static final int PRIVATE = 0x0002;
  static final int SYNCHRONIZED = 0x0020;

  private Methods() {}

  static Member member(int access, String type, String name, String returns, String... parameters) {
    return new Member(
        type,
        "src/" + type.replaceAll("[.$]", "/") + ".java",
        new SourceMethod(
            name, 3, 9, Optional.of(new Signature(access, returns, List.of(parameters)))));
  }

  public static EntryMethod method(String type, String name, String returns, String... parameters) {
    return EntryMethod.of(member(STATIC, type, name, returns, parameters));
  }
}
