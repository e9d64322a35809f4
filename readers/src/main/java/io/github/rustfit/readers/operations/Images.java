package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an image tells. */
final class Images {

  /** Names longer than this are none. */
  private static final int LONGEST = 300;

  private static final Pattern RUST = Pattern.compile("rust([:@].*)?");

  /** Images that carry a JDK or JRE and name its release in the tag or in their own name. */
  private static final Pattern JAVA =
      Pattern.compile(
          "(eclipse-temurin|amazoncorretto|ibm-semeru|sapmachine|liberica|graalvm|zulu|openjdk|jdk"
              + "|jre|java[0-9]).*");

  /** Images of tools on a JDK: their tags begin with the tool's own version. */
  private static final Pattern TOOL = Pattern.compile("(maven|gradle|tomcat|jetty)([:@].*)?");

  private static final Pattern RELEASE = Pattern.compile("(?:1\\.)?([0-9]{1,2})\\b.*");
  private static final Pattern RELEASE_IN_NAME =
      Pattern.compile("(?:jdk|jre|temurin|corretto|openjdk|java)-?([0-9]{1,2})\\b");

  private Images() {}

  static boolean rust(String image) {
    return RUST.matcher(last(image)).matches();
  }

  /** Whether the image is one of those that are known to carry a JVM. */
  static boolean java(String image) {
    return JAVA.matcher(last(image)).matches() || TOOL.matcher(last(image)).matches();
  }

  /** Adds the JDK that an image carries, where its name tells. */
  static void addJdk(Facts facts, String subject, String image, int line) {
    OptionalLong release = java(image) ? release(last(image)) : OptionalLong.empty();
    if (release.isPresent()) {
      facts.add(Kind.JDK, subject, image, release, line);
    }
  }

  private static OptionalLong release(String name) {
    Matcher inName = RELEASE_IN_NAME.matcher(name);
    if (inName.find()) {
      return OptionalLong.of(Long.parseLong(inName.group(1)));
    }
    int tag = name.indexOf(':');
    Matcher release = RELEASE.matcher(tag < 0 ? "" : name.substring(tag + 1));
    return release.matches() && !TOOL.matcher(name).matches()
        ? OptionalLong.of(Long.parseLong(release.group(1)))
        : OptionalLong.empty();
  }

  private static String last(String image) {
    String cut = image.substring(0, Math.min(LONGEST, image.length()));
    return cut.substring(cut.lastIndexOf('/') + 1);
  }
}
