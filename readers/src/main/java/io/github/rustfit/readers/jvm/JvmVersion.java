package io.github.rustfit.readers.jvm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the version out of what the JVM says about itself. */
public final class JvmVersion {

  /** The Java version behind {@code JRE (}, which JDK 8 tells apart from the VM's own. */
  private static final Pattern JRE = Pattern.compile("JRE \\((?:build )?(\\d[^)\\s]*)\\)");

  /** {@code 17.0.15+6}, {@code 25+36}, {@code 1.8.0_382-b05}; vendors append more. */
  private static final Pattern VERSION =
      Pattern.compile("\\d+(?:[._]\\d+)*(?:-ea)?(?:\\+\\d+|-b\\d+)?");

  private static final Pattern FEATURE = Pattern.compile("(?:1\\.)?(\\d{1,3})(?!\\d)");

  private JvmVersion() {}

  /** E.g. {@code 17.0.15+6}; empty when there is none. */
  public static String of(String text) {
    Matcher jre = JRE.matcher(text);
    // async-profiler records the bare version.
    Matcher version = VERSION.matcher(jre.find() ? jre.group(1) : text);
    return version.lookingAt() ? version.group() : "";
  }

  /** Which JDK a version is of: 17 of {@code 17.0.15+6}, 8 of {@code 1.8.0_382}; 0 when unknown. */
  public static int feature(String version) {
    Matcher matcher = FEATURE.matcher(version);
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
