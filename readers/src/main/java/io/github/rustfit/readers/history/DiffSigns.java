package io.github.rustfit.readers.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the changed lines of a fix commit show of its cause. A guard that is put around or on code
 * that was there (a lock, {@code synchronized}, {@code volatile}, an atomic or concurrent type)
 * shows a race; a release, retain or free that is put into code that was there shows native memory.
 * The same in new code shows nothing: most of what is new is a feature. Nor does a line that the
 * commit both removes and adds, which was moved, nor a guard in place of another one.
 */
final class DiffSigns {

  /** What is looked at of a line, in characters. */
  private static final int MOST_CHARACTERS = 500;

  /** Most lines in one place that are compared with what came: more of them were rewritten. */
  private static final int MOST_REMOVED = 1_000;

  /** Most lines of code with a release: it comes with a condition or a {@code finally}. */
  private static final int MOST_WITH_RELEASE = 3;

  private static final Pattern NO_CODE =
      Pattern.compile(
          "^(?:import|package)\\b.*|^(?:\\*|//|/\\*|@).*|//.*$|\"(?:[^\"\\\\]|\\\\.)*+\"");

  /** Braces and the like; they say nothing about how much is new. */
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s{}();]*+");

  /** What stands around guarded code. */
  private static final Pattern AROUND =
      Pattern.compile(
          "[\\s{}();]*+(?:try\\s*\\{|(?:\\}\\s*)?finally\\s*\\{|[\\w.()]+\\.unlock\\(\\);)?");

  /** What threads may share. */
  private static final String CONCURRENT =
      "Atomic(?:Boolean|Integer|Long)(?:Array)?|Concurrent(?:Hash|SkipList|Linked)\\w{2,20}|CopyOnWriteArray\\w{3}"
          + "|Collections\\.synchronized\\w+";

  private static final Pattern GUARD =
      Pattern.compile(
          "\\bsynchronized\\b|\\bvolatile\\b|\\b\\w*Lock\\b|\\.lock\\(\\)|\\bVarHandle\\b|\\b(?:"
              + CONCURRENT
              + "|"
              + "Atomic\\w{2,30}"
              + ")\\b");

  private static final Pattern BLOCK =
      Pattern.compile("^synchronized\\s*\\(|[\\w)]\\.lock(?:Interruptibly)?\\(\\);");

  private static final Pattern MODIFIER = Pattern.compile("\\b(?:synchronized|volatile)\\s+");

  private static final Pattern SHARED_TYPE = Pattern.compile("\\b(?:" + CONCURRENT + ")\\b");

  /** The name that is declared or set. */
  private static final Pattern NAME = Pattern.compile("(\\w+)\\s*(?:=(?!=)|;)");

  /** What is given back is no permit, no connection and no place. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?<![\\w.])(?!\\w*(?i:sem|semaphore|permits?|lock|latch|mutex|limiter|pool|slot|holder)"
              + "(?:\\(\\))?\\.release)[\\w.()\\[\\]]{1,200}\\.(?:release|retain)\\(\\d*\\)"
              + "|\\bReferenceCountUtil\\.\\w+\\(|\\b(?:safeRelease|releaseIfNotNull)\\("
              + "|::(?:release|retain)\\b"
              + "|\\bfree(?:Memory|DirectBuffer|DirectNoCleaner)\\(");

  private static final Pattern COUNTED =
      Pattern.compile(
          "ByteBuf\\b|ReferenceCount|Retainable|refCnt|io\\.netty|MemorySegment|freeMemory|freeDirect");

  private final List<ChangedLines> sources = new ArrayList<>();
  private final Set<String> moved = new HashSet<>();

  /**
   * @param sources all sources that the commit changed: lines move between them
   */
  DiffSigns(List<ChangedLines> sources) {
    Set<String> removed = new HashSet<>();
    for (ChangedLines source : sources) {
      ChangedLines code = source.map(DiffSigns::code);
      this.sources.add(code);
      removed.addAll(code.removed());
      moved.addAll(code.added());
    }
    moved.retainAll(removed);
  }

  /** Whether a source speaks of reference counts or native memory. */
  static boolean counted(String text) {
    return COUNTED.matcher(text).find();
  }

  /**
   * Whether a guard was put around or on code of some of the sources, and none removed.
   *
   * @param most new lines of code, beyond which nothing is shown
   */
  boolean raced(Set<Change> changes, int most) {
    List<ChangedLines> some = some(changes);
    return fresh(some) <= most
        && count(GUARD, some, false) == 0
        && some.stream().flatMap(source -> source.places().stream()).anyMatch(this::guarded);
  }

  /**
   * Whether a release or retain was put into some of the sources, and not just moved.
   *
   * @param most new lines of code, beyond which nothing is shown
   */
  boolean released(Set<Change> changes, int most) {
    List<ChangedLines> some = some(changes);
    List<ChangedLines> counted = some.stream().filter(ChangedLines::counted).toList();
    return fresh(some) <= most
        && count(COUNT, counted, true) > count(COUNT, counted, false)
        && counted.stream().flatMap(source -> source.places().stream()).anyMatch(this::released);
  }

  /** Whether one of the sources speaks of reference counts or native memory. */
  boolean counted(Set<Change> changes) {
    return some(changes).stream().anyMatch(ChangedLines::counted);
  }

  /** Whether a release or retain came or went in one of these sources. */
  boolean counting(Set<Change> changes) {
    List<ChangedLines> counted = some(changes).stream().filter(ChangedLines::counted).toList();
    return count(COUNT, counted, true) + count(COUNT, counted, false) > 0;
  }

  private List<ChangedLines> some(Set<Change> changes) {
    return sources.stream().filter(source -> changes.contains(source.change())).toList();
  }

  /** How many lines of code are new. */
  private long fresh(Collection<ChangedLines> some) {
    return some.stream().mapToLong(source -> said(fresh(source.added()))).sum();
  }

  /** Whether any code was changed in some of the sources: comments alone fix nothing. */
  boolean code(Set<Change> changes) {
    return some(changes).stream()
        .flatMap(source -> source.places().stream())
        .anyMatch(place -> !place.removed().isEmpty() || !place.added().isEmpty());
  }

  private long count(Pattern sign, List<ChangedLines> sources, boolean added) {
    return sources.stream()
        .flatMap(source -> (added ? source.added() : source.removed()).stream())
        .filter(line -> !moved.contains(line) && sign.matcher(line).find())
        .count();
  }

  private boolean guarded(ChangedLines.Place place) {
    List<String> added = fresh(place.added());
    boolean around =
        place.removed().isEmpty()
            && any(added, BLOCK)
            && added.stream()
                .allMatch(line -> BLOCK.matcher(line).find() || AROUND.matcher(line).matches());
    return around
        || (place.removed().size() <= MOST_REMOVED
            && added.stream()
                .filter(line -> GUARD.matcher(line).find())
                .anyMatch(line -> place.removed().stream().anyMatch(old -> guards(old, line))));
  }

  private List<String> fresh(List<String> lines) {
    return lines.stream().filter(line -> !moved.contains(line)).toList();
  }

  /** Whether a line is an older one with a guard. */
  private static boolean guards(String old, String line) {
    if (MODIFIER.matcher(line).find() && MODIFIER.matcher(line).replaceAll("").equals(old)) {
      return true;
    }
    String name = name(line);
    return !name.isEmpty() && name.equals(name(old)) && SHARED_TYPE.matcher(line).find();
  }

  private static String name(String line) {
    Matcher name = NAME.matcher(line);
    return name.find() ? name.group(1) : "";
  }

  private boolean released(ChangedLines.Place place) {
    List<String> added = fresh(place.added());
    return said(added) <= MOST_WITH_RELEASE && any(added, COUNT);
  }

  private static long said(List<String> lines) {
    return lines.stream().filter(line -> !PUNCTUATION.matcher(line).matches()).count();
  }

  private static boolean any(List<String> lines, Pattern sign) {
    return lines.stream().anyMatch(line -> sign.matcher(line).find());
  }

  /** A line without comments, texts and indentation; empty if nothing is left. */
  private static String code(String line) {
    String start = line.substring(0, Math.min(line.length(), MOST_CHARACTERS)).strip();
    return NO_CODE.matcher(start).replaceAll("").strip();
  }
}
