package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.Precision.HIGH;
import static io.github.rustfit.engine.patterns.Precision.LOW;
import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import io.github.rustfit.rules.evidence.source.PatternMatch;
import java.util.List;

/** Collections, streams and what walks them. */
final class CollectionPatterns {

  /** Share of CPU from which an iterator or a plain loop is worth a thought. */
  private static final double VERY_HOT = 0.05;

  static final List<HotPattern> ALL =
      List.of(
          HotPattern.of(
              "stream-in-loop",
              "Stream pipeline in a loop",
              MEDIUM,
              "builds a pipeline of several objects in each round",
              "Write the inner pipeline as a plain loop.",
              "java.util.stream at the line",
              SampleFilter.allocated("java.util.stream.*", "java.util.Spliterators*")
                  .or(SampleFilter.below("java.util.stream.*"))),
          HotPattern.of(
              "capturing-lambda-in-loop",
              "Capturing lambda in a loop",
              MEDIUM,
              "makes an object for the lambda in each round",
              "Create the lambda before the loop, or pass what it captures as an argument.",
              "lambda objects allocated at the line",
              (match, key, depth) -> key.type().contains("$$Lambda")),
          HotPattern.of(
              "linked-list",
              "LinkedList",
              HIGH,
              "makes a node for each element and follows pointers to reach one",
              "Use ArrayList, or ArrayDeque as a queue or stack.",
              "java.util.LinkedList nodes allocated or walked at the line, or CPU of a short loop"
                  + " over one",
              SampleFilter.allocated("java.util.LinkedList*")
                  .or(SampleFilter.below("java.util.LinkedList*"))
                  .or(
                      SampleFilter.ownCpu()
                          .where(match -> match.subject().startsWith(PatternMatch.EACH_OF)))),
          HotPattern.of(
              "list-search",
              "Search through a list",
              MEDIUM,
              "compares with one element after the other until one is equal",
              "Keep what is looked up in a HashSet or a HashMap, beside the list where the order"
                  + " counts.",
              "elements of a list compared below the line",
              SampleFilter.below(
                  "java.util.ArrayList.indexOf*",
                  "java.util.ArrayList.lastIndexOf*",
                  "java.util.LinkedList.indexOf",
                  "java.util.LinkedList.lastIndexOf",
                  "java.util.Vector.indexOf",
                  "java.util.Arrays$ArrayList.indexOf",
                  "java.util.ImmutableCollections*.indexOf",
                  "java.util.ImmutableCollections*.contains",
                  "java.util.concurrent.CopyOnWriteArrayList.indexOf*")),
          HotPattern.of(
              "unsized-collection",
              "Collection that has to grow",
              MEDIUM,
              "copies its elements each time it outgrows its array",
              "Create it with the expected size: new ArrayList<>(n), HashMap.newHashMap(n)"
                  + " (JDK 19 and newer).",
              "growth of the collection below the line",
              SampleFilter.below(
                  "java.util.HashMap.resize",
                  "java.util.ArrayList.grow",
                  "java.util.ArrayDeque.grow")),
          HotPattern.of(
              "key-set-lookup",
              "keySet with a lookup for each key",
              HIGH,
              "looks each key up again",
              "Iterate over entrySet().",
              "the map's lookup below the line",
              SampleFilter.below(
                  "java.util.HashMap.get*",
                  "java.util.LinkedHashMap.get*",
                  "java.util.TreeMap.get*",
                  "java.util.concurrent.ConcurrentHashMap.get*",
                  "java.util.concurrent.ConcurrentSkipListMap.*")),
          HotPattern.of(
                  "iterator-per-loop",
                  "Iterator for each walk over a list",
                  LOW,
                  "may make an iterator for each walk",
                  "Walk an ArrayList by index where it is the hottest loop.",
                  "java.util.ArrayList$Itr allocated at the line",
                  SampleFilter.allocated(
                      "java.util.ArrayList$Itr",
                      "java.util.Collections$UnmodifiableCollection$1",
                      "java.util.ImmutableCollections$ListItr"))
              .from(VERY_HOT),
          HotPattern.of(
              "defensive-copy",
              "Copy on each read",
              MEDIUM,
              "copies the whole array or collection each time it is read",
              "Return an unmodifiable view, an element, or store an immutable copy once.",
              "arrays or collections made at the line",
              SampleFilter.allocated(
                      "*[]", "java.util.ArrayList", "java.util.ImmutableCollections*")
                  .or(
                      SampleFilter.below(
                          "java.util.ArrayList.<init>",
                          "java.util.HashMap.<init>",
                          "java.util.HashSet.<init>",
                          "java.util.Arrays.copyOf*",
                          "java.util.List.copyOf",
                          "java.util.Set.copyOf",
                          "java.util.Map.copyOf",
                          "*.clone",
                          "*.toArray"))),
          HotPattern.of(
              "enum-values",
              "Enum values() on each call",
              HIGH,
              "copies the array of all constants on each call",
              "Keep the array in a private static final field.",
              "arrays of the enum made at the line",
              SampleFilter.subjectAllocated().or(SampleFilter.ofSubject("values"))),
          HotPattern.of(
                  "scalar-array-loop",
                  "Array loop that cannot be vectorised",
                  LOW,
                  "handles one element at a time",
                  "Move calls and branches out of the loop so that the JIT compiler can vectorise"
                      + " it, or use Arrays.mismatch, Arrays.fill or the Vector API.",
                  "CPU samples of the loop itself",
                  SampleFilter.ownCpu())
              .from(VERY_HOT));

  private CollectionPatterns() {}
}
