package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.repository.OperationsFact.Kind;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what build servers are told, line by line, whatever their format: the same few words tell a
 * JDK, a Rust toolchain and platforms in all of them. Lists over several lines, and values that are
 * computed, are not followed.
 */
final class CiReader {

  /** {@code java-version: 21}, {@code java: [17, 21]}, {@code jdk 'temurin-21'}. */
  private static final Pattern JDK =
      Pattern.compile(
          "^[\\s-]*(?:java|jdk|java[-_]?version|jdk[-_]?version|jdkVersionOption)\\s*[:= ]\\s*(.+)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RELEASE =
      Pattern.compile("(?<![0-9.])(?:1\\.)?([0-9]{1,2})(?![0-9])(?:\\.[0-9.]+)?");

  /** {@code image: …}, {@code container: …}, {@code - image: …}, {@code docker { image '…' }}. */
  private static final Pattern IMAGE =
      Pattern.compile("\\b(?:image|container)\\s*[:= ]\\s*[\"']?([\\w./:@-]{1,200})");

  private static final Pattern RUST =
      Pattern.compile(
          "\\b(dtolnay/rust-toolchain|actions-rs/toolchain|actions-rust-lang/setup-rust-toolchain"
              + "|rust-toolchain)\\b");

  private static final Pattern PLATFORMS =
      Pattern.compile("\\bplatforms?[\"']?\\s*[:= ]\\s*([\"']?linux/[a-z0-9/,\\s]{1,100})");

  private static final Pattern PLATFORM = Pattern.compile("linux/[a-z0-9]{1,12}(/v[0-9])?");

  private static final int LONGEST = 2000;

  private CiReader() {}

  /** Adds what the file says. */
  static void read(String text, Facts facts) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String cut = line.substring(0, Math.min(LONGEST, line.length()));
      if (!cut.isBlank() && !cut.strip().startsWith("#") && !cut.strip().startsWith("//")) {
        line(cut, i + 1, facts);
      }
    }
  }

  private static void line(String line, int number, Facts facts) {
    Matcher jdk = JDK.matcher(line);
    if (jdk.matches() && !jdk.group(1).contains("${")) {
      Matcher release = RELEASE.matcher(jdk.group(1).replaceAll("\\s#.*", ""));
      while (release.find()) {
        long found = Long.parseLong(release.group(1));
        facts.add(Kind.JDK, "", "JDK " + found, OptionalLong.of(found), number);
      }
    }
    Matcher image = IMAGE.matcher(line);
    if (image.find()) {
      Images.addJdk(facts, "", image.group(1), number);
      if (Images.rust(image.group(1))) {
        facts.add(Kind.RUST, "", image.group(1), number);
      }
    }
    Matcher rust = RUST.matcher(line);
    if (rust.find()) {
      facts.add(Kind.RUST, "", rust.group(1), number);
    } else if (Scripts.BUILDS_RUST.matcher(line).find()) {
      facts.add(Kind.RUST, "", "cargo", number);
    }
    if (Scripts.BUILDS_NATIVE_IMAGE.matcher(line).find()) {
      facts.add(Kind.NATIVE_IMAGE, "", "native-image", number);
    }
    Matcher platforms = PLATFORMS.matcher(line);
    if (platforms.find()) {
      Matcher platform = PLATFORM.matcher(platforms.group(1));
      while (platform.find()) {
        facts.add(Kind.PLATFORM, "", platform.group(), number);
      }
    }
  }
}
