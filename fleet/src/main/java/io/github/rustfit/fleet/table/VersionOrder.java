package io.github.rustfit.fleet.table;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version came after which: by when they were first recorded, where labels say it of all;
 * otherwise by their numbers, as 1.9 before 1.10 and 1.10-rc1 before 1.10. What has no version
 * comes first.
 */
public final class VersionOrder {

  private static final Pattern TOKEN = Pattern.compile("\\d+|[^\\d.]+");

  private VersionOrder() {}

  /** The order of versions of one service. */
  public static Comparator<ServiceFacts> of(List<ServiceFacts> versions) {
    Comparator<ServiceFacts> byNumbers =
        Comparator.comparing(ServiceFacts::version, Comparator.nullsFirst(VersionOrder::compare));
    boolean timed = versions.stream().allMatch(one -> one.firstStart() != null);
    return timed
        ? Comparator.<ServiceFacts, String>comparing(one -> text(one.firstStart()))
            .thenComparing(byNumbers)
        : byNumbers;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Compares versions by their numbers. */
  static int compare(String a, String b) {
    List<String> x = tokens(a);
    List<String> y = tokens(b);
    for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
      int order = token(x.get(i), y.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (x.size() == y.size()) {
      return a.compareTo(b);
    }
    boolean longer = x.size() > y.size();
    String rest = (longer ? x : y).get(Math.min(x.size(), y.size()));
    // What follows in letters, as -rc1 or -SNAPSHOT, comes before the version itself.
    boolean after = number(rest) == longer;
    return after ? 1 : -1;
  }

  private static List<String> tokens(String version) {
    return TOKEN.matcher(version).results().map(MatchResult::group).toList();
  }

  private static boolean number(String token) {
    return Character.isDigit(token.charAt(0));
  }

  private static int token(String a, String b) {
    if (number(a) && number(b)) {
      return new BigInteger(a).compareTo(new BigInteger(b));
    }
    return number(a) == number(b) ? a.compareTo(b) : number(a) ? 1 : -1;
  }
}
