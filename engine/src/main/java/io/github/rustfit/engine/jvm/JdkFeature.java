package io.github.rustfit.engine.jvm;

import io.github.rustfit.rules.rule.RuleContext;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Feature releases of JVMs. */
public final class JdkFeature {

  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,4})\\b.*");

  private JdkFeature() {}

  /** Of a version string: 17 of {@code 17.0.15+6}, 8 of {@code 1.8.0_402}. */
  public static OptionalInt of(String version) {
    Matcher matcher = FEATURE.matcher(version);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  /** The versions of all JVMs that logs and recordings name. */
  public static SortedSet<String> versions(RuleContext context) {
    SortedSet<String> versions = new TreeSet<>(context.gc().jvmVersions());
    versions.addAll(context.profile().jvmVersions());
    return versions;
  }

  /** The oldest of them; empty when none is named. */
  public static OptionalInt oldest(RuleContext context) {
    return versions(context).stream().flatMapToInt(version -> of(version).stream()).min();
  }
}
