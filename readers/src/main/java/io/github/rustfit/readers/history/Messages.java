package io.github.rustfit.readers.history;

import io.github.rustfit.rules.evidence.repository.FixClass;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the subjects of commits say, by words. The body of a message tells what was thought of on
 * the way, so of it only lines count that name what is fixed and nothing else, such as {@code Fixes
 * #12}. The patterns know no nested repetition, and only the beginning of a message is looked at,
 * so that no message takes long.
 */
final class Messages {

  /** What is looked at of a message, in bytes. */
  static final int MOST_BYTES = 4096;

  /** What is looked at of its subject, in characters: git cuts at 72 in what it shows. */
  private static final int MOST_OF_SUBJECT = 500;

  private static final Pattern EXCLUDED =
      Pattern.compile(
          "^(Merge|Revert|Bump|build\\(deps\\)|chore\\(deps\\)|\\[maven-release-plugin\\])");

  private static final Pattern FIX =
      words("fix(e[sd]|ing)?|bugs?|bugfix|defect|hotfix|regression|resolve[sd]?|closes? #\\d+");

  /** The same without what closes a request, which may be one for a feature. */
  private static final Pattern WORDS =
      words("fix(e[sd]|ing)?(?! #?\\d)|bugs?|bugfix|defect|hotfix|regression");

  /**
   * The key of a ticket, in capitals ({@code java-17} is none), where keys stand: first, in
   * brackets or after a word that closes it. Standards, algorithms and the like are written the
   * same way.
   */
  private static final Pattern TICKET =
      Pattern.compile(
          "(?:^\\W{0,3}|[\\[(]|\\b(?i:fix(?:e[sd])?|closes?|resolves?):? )"
              + "(?!(?:AES|ANSI|ASCII|BASE|CP|CVE|CWE|ECMA|ES|GB|GHSA|GMT|HMAC|HTTP|IBM|IEEE|IPV|ISO|JAVA"
              + "|JDK|JEP|JLS|JRE|JSR|KIP|KOI8|MD|MS|PEP|PKCS|PR|RC|RFC|RSA|SHA|SHA3|SQL|SSL|TLS|UCS"
              + "|US|UTC|UTF|WCAG|WINDOWS|X86)-)[A-Z][A-Z0-9]+-\\d+\\b");

  /** A ticket for something new; all that is said of it begins with such a word. */
  private static final Pattern FEATURE =
      Pattern.compile(
          "^\\W{0,3}[A-Z][A-Z0-9]+-\\d+[\\W_]{1,5}(?:\\[[^\\]]{0,20}]\\W{0,3})?(?i:add(?:ed|ing|s)?(?! missing)"
              + "|allow|convert|create|document|enable|expose|extend|implement|introduce|migrate|move"
              + "|port|provide|refactor|rename|support|update|upgrade)\\b");

  /** Whether only tests, or less safety than before, are spoken of. */
  private static final Pattern NO_DEFECT =
      words("(in|for|regression|unit|flaky) tests?|tests? (for|of)|make .{1,60} not thread-?safe");

  /** A line of the body that says which report or commit is fixed. */
  private static final Pattern TRAILER =
      Pattern.compile(
          "^(?:Fix|Fixes|Fixed|Closes|Closed|Resolves|Resolved):? +"
              + "(?:\\[?(?:[\\w.-]{1,80}/[\\w.-]{1,80})?#\\d+]?|https?://\\S{1,200}/issues/\\d+"
              + "|[A-Z][A-Z0-9]{1,20}-\\d+|[0-9a-f]{7,40}(?: \\(\".{0,200}\"\\))?)[.,;]?\\s*$",
          Pattern.MULTILINE);

  /** What is counted or lies outside the heap. */
  private static final String COUNTED =
      "\\b(ByteBufs?|(direct|native|off-?heap) (byte ?)?(buffers?|memory)"
          + "|ref(erence)?[- ]?count(s|ing)?)\\b";

  private static final String LEAKED =
      "\\b(leak(s|ed|ing|age)?(?! detect)|releas(e[sd]?|ing)|retain(s|ed|ing)?)\\b";

  private static final Pattern LEAK = words(LEAKED);

  /** Buffers may as well be arrays in a pool: what was changed has to speak of counts. */
  private static final Pattern BUFFERS =
      words("buffers?\\b.{0,60}" + LEAKED + "|" + LEAKED + ".{0,60}\\bbuffers?");

  /** References to anything are counted: what was changed has to retain or release. */
  private static final Pattern COUNTS = words("ref(erence)?[- ]?(count|cnt)(s|ed|ing)?");

  /** Threads, which may have raced for an order of events or for a file as well. */
  private static final Pattern THREADS =
      words(
          "rac(e|es|y|ing)|concurren\\w*|CME|multi-?thread\\w*|threads?|synchroni[sz]\\w*"
              + "|visibility|locking");

  /** Defects of kinds that a lock in the change may belong to as well. */
  private static final Pattern OTHER =
      words(
          "dead-?locks?|livelocks?|leak(s|ed|ing|age)?|typos?|lint|sonar\\w*|(find|spot)bugs"
              + "|checkstyle|warnings?|javadocs?|compile|build");

  private static final Map<FixClass, Pattern> CLASSES = new EnumMap<>(FixClass.class);

  static {
    CLASSES.put(
        FixClass.NULL,
        words("npe|nullpointer(exception)?|null (pointer|dereference|check)|possible null"));
    CLASSES.put(
        FixClass.RACE,
        words(
            "data races?|thread[- ]?(un)?safe(ty)?|unsynchroni[sz]ed|happens-before|lost updates?"
                + "|memory visibility|(should|needs? to|must) be synchroni[sz]ed"
                + "|(missing|lack of) synchroni[sz]ation"));
    CLASSES.put(
        FixClass.DEADLOCK,
        words("dead ?lock|live ?lock|lock (order|contention)|hang(s|ing)?|stuck thread"));
    CLASSES.put(
        FixClass.RESOURCE,
        words(
            "(connection|file ?handle|fd|socket|stream|resource) leak|not closed|unclosed"
                + "|leaked|try-with-resources"));
    CLASSES.put(
        FixClass.NATIVE,
        words(
            "use[- ]after[- ](free|release)|(double|over)[- ]?(free|release)d?"
                + "|IllegalReferenceCount(Exception)?|refCnt"
                + "|segfault|SIGSEGV|SIGBUS|hs_err|jvm crash"
                + "|"
                + COUNTED
                + ".{0,60}"
                + LEAKED
                + "|"
                + LEAKED
                + ".{0,60}"
                + COUNTED));
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

  /**
   * What the subject of a fix says.
   *
   * @param classes what was wrong, as far as it tells
   * @param named whether it says in words that it fixes something, or speaks of threads: a ticket
   *     may ask for anything
   * @param threads whether it speaks of threads, which may have raced for an order of events as
   *     well
   * @param other whether it names a defect that a lock in the change may belong to as well
   * @param leak whether it says that something leaked, or was released or retained
   * @param buffers whether it says that of buffers, which may be arrays
   * @param counts whether it speaks of reference counts, which may be those of anything
   */
  record Said(
      SortedSet<FixClass> classes,
      boolean named,
      boolean threads,
      boolean other,
      boolean leak,
      boolean buffers,
      boolean counts) {

    Said {
      classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    /** Whether what was changed can tell more than the subject does. */
    boolean toCompare() {
      return named || buffers || counts || classes.stream().anyMatch(FixClass::speaksForRust);
    }
  }

  /** What the subject of a message says was fixed; empty if it fixes nothing. */
  static Optional<Said> fixes(byte[] commit, int start) {
    int length = Math.min(MOST_BYTES, commit.length - start);
    return fixes(new String(commit, start, length, StandardCharsets.UTF_8));
  }

  /** The same of text. */
  static Optional<Said> fixes(String message) {
    String subject = subject(message);
    if (EXCLUDED.matcher(subject).find()
        || !(FIX.matcher(subject).find()
            || (TICKET.matcher(subject).find() && !FEATURE.matcher(subject).find())
            || TRAILER.matcher(message).find())) {
      return Optional.empty();
    }
    SortedSet<FixClass> classes = new TreeSet<>();
    CLASSES.forEach(
        (kind, words) -> {
          if (words.matcher(subject).find()) {
            classes.add(kind);
          }
        });
    boolean tests = NO_DEFECT.matcher(subject).find();
    if (tests) {
      classes.removeIf(FixClass::speaksForRust);
    }
    if (classes.contains(FixClass.NATIVE)) {
      classes.remove(FixClass.GC); // a leak of what is counted is none of the heap
    }
    boolean threads = THREADS.matcher(subject).find();
    return Optional.of(
        new Said(
            classes,
            !tests && (threads || WORDS.matcher(subject).find()),
            threads,
            OTHER.matcher(subject).find(),
            LEAK.matcher(subject).find(),
            !tests && BUFFERS.matcher(subject).find(),
            !tests && COUNTS.matcher(subject).find()));
  }

  private static String subject(String message) {
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.substring(0, Math.min(line.length(), MOST_OF_SUBJECT)).strip();
  }
}
