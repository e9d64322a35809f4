package io.github.rustfit.plugin.report.fix;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A constant regular expression of a call as a constant of the class. */
final class RegexRewrite {

  private static final Pattern COMPILED =
      Pattern.compile("(?<![\\w.])Pattern\\.compile\\(" + Rewrites.TEXT + "\\)");
  private static final Pattern MATCHES =
      Pattern.compile(Rewrites.NAME + "\\.matches\\(" + Rewrites.TEXT + "\\)");
  private static final Pattern SPLIT =
      Pattern.compile(Rewrites.NAME + "\\.split\\(" + Rewrites.TEXT + "((?:,\\s*-?\\w+)?)\\)");

  /** A variable or what calls without arguments give, such as {@code item.product()}. */
  private static final String RECEIVER =
      "(?<![\\w.)\\]\"])(?<!\\bnew )((?:\\w+(?:\\(\\))?\\.)*[a-z_]\\w*(?:\\(\\))?)";

  /** With a literal and a second argument, it can only be the method of String. */
  private static final Pattern REPLACE =
      Pattern.compile(
          RECEIVER
              + "\\.(replaceAll|replaceFirst)\\("
              + Rewrites.TEXT
              + ",\\s*([\\w.]+|"
              + Rewrites.TEXT
              + ")\\)");

  private final String line;
  private final String type;
  private final String name;

  private RegexRewrite(String line, SourceNames names) {
    this.line = line;
    this.type = names.type("java.util.regex.Pattern");
    this.name = names.free("PATTERN");
  }

  static Optional<ProposedChange> apply(String line, SourceNames names) {
    RegexRewrite rewrite = new RegexRewrite(line, names);
    return Rewrites.once(COMPILED, line)
        .flatMap(found -> rewrite.with(found, found.group(1), ""))
        .or(
            () ->
                Rewrites.once(MATCHES, line)
                    .flatMap(
                        found ->
                            rewrite.with(
                                found,
                                found.group(2),
                                ".matcher(" + found.group(1) + ").matches()")))
        .or(
            () ->
                Rewrites.once(SPLIT, line)
                    .flatMap(
                        found ->
                            rewrite.with(
                                found,
                                found.group(2),
                                ".split(" + found.group(1) + found.group(3) + ")")))
        .or(
            () ->
                Rewrites.once(REPLACE, line)
                    .flatMap(
                        found ->
                            rewrite.with(
                                found,
                                found.group(3),
                                ".matcher(%s).%s(%s)"
                                    .formatted(found.group(1), found.group(2), found.group(4)))));
  }

  private Optional<ProposedChange> with(MatchResult found, String regex, String call) {
    return Rewrites.constant(
        line, found, new Rewrites.Field(type, name, type + ".compile(" + regex + ")"), call);
  }
}
