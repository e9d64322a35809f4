package io.github.rustfit.readers.history;

import io.github.rustfit.rules.evidence.repository.FixClass;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What commit messages say, by words. Keywords are noisy: published classifiers of concurrency
 * reports need dozens of linguistic patterns to be right nine times out of ten. So commits are
 * shown, never a bare count. The patterns know no nested repetition, and only the beginning of a
 * message is looked at, so that no message takes long.
 */
final class Messages {

  /** What is looked at of a message, in bytes. */
  static final int MOST_BYTES = 4096;

  private static final Pattern EXCLUDED =
      Pattern.compile(
          "^(Merge|Revert|Bump|build\\(deps\\)|chore\\(deps\\)|\\[maven-release-plugin\\])");

  /** The key of a ticket is in capitals: {@code java-17} is none. */
  private static final Pattern FIX =
      words(
          "fix(e[sd])?|bug|defect|hotfix|regression|resolve[sd]?|closes? #\\d+"
              + "|(?-i:[A-Z][A-Z0-9]+-\\d+)");

  private static final Map<FixClass, Pattern> CLASSES = new EnumMap<>(FixClass.class);

  static {
    CLASSES.put(
        FixClass.NULL,
        words("npe|nullpointer(exception)?|null (pointer|dereference|check)|possible null"));
    CLASSES.put(
        FixClass.RACE,
        words(
            "data race|race condition|rac(e|y)|thread[- ]?(un)?safe(ty)?"
                + "|concurren(t|cy) (bug|issue|access|modification)"
                + "|ConcurrentModificationException|happens-before|not atomic|atomicity"
                + "|lost update"));
    CLASSES.put(
        FixClass.DEADLOCK,
        words("dead ?lock|live ?lock|lock (order|contention)|hang(s|ing)?|stuck thread"));
    CLASSES.put(
        FixClass.RESOURCE,
        words(
            "(connection|file ?handle|fd|socket|stream|resource|buffer) leak|not closed|unclosed"
                + "|leaked|try-with-resources"));
    CLASSES.put(
        FixClass.NATIVE,
        words(
            "use[- ]after[- ](free|release|close)|double (free|release)|ref(erence)?[- ]?count"
                + "|IllegalReferenceCount|segfault|SIGSEGV|SIGBUS|hs_err|jvm crash|unsafe"
                + "|direct (byte)?buffer|off-?heap|JNI"));
    CLASSES.put(
        FixClass.SWALLOWED,
        words(
            "swallow(ed)?|ignored? exception|silent(ly)? fail|missing case"
                + "|unhandled (enum|case)|fall-?through"));
    CLASSES.put(
        FixClass.GC,
        words(
            "GC (pressure|pause|overhead)|garbage|allocation|OutOfMemory|OOM|heap"
                + "|memory (leak|usage|footprint)|tail latency|p99"));
    CLASSES.put(
        FixClass.SPEED,
        words("perf(ormance)?|slow|hot ?path|latency|throughput|optimi[sz]e|speed ?up"));
  }

  private Messages() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
  }

  /** What the beginning of a message says was fixed; empty if it fixes nothing. */
  static Optional<SortedSet<FixClass>> fixes(byte[] commit, int start) {
    int length = Math.min(MOST_BYTES, commit.length - start);
    return fixes(new String(commit, start, length, StandardCharsets.UTF_8));
  }

  /** The same of text. */
  static Optional<SortedSet<FixClass>> fixes(String message) {
    if (EXCLUDED.matcher(message).find() || !FIX.matcher(message).find()) {
      return Optional.empty();
    }
    SortedSet<FixClass> classes = new TreeSet<>();
    CLASSES.forEach(
        (kind, words) -> {
          if (words.matcher(message).find()) {
            classes.add(kind);
          }
        });
    return Optional.of(classes);
  }
}
