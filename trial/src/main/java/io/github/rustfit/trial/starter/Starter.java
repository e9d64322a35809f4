package io.github.rustfit.trial.starter;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What begins a port of some methods: a Rust workspace with open bodies, a Java binding, and a test
 * that compares both.
 */
final class Starter {

  private Starter() {}

  /** The files by their paths, relative to the folder of the starter, with {@code /}. */
  static SortedMap<String, String> files(Layout layout) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("Cargo.toml", layout.template("workspace.toml").filled());
    files.put(".gitignore", layout.template("gitignore.txt").filled());
    CoreCrate.write(layout, files);
    FfiCrate.write(layout, files);
    JavaBinding.write(layout, files);
    DifferentialTest.write(layout, files);
    Benchmark.write(layout, files);
    files.put(
        "java/sources-17", sources(files, List.of("java/common/", "java/jni/", "test/", "bench/")));
    files.put(
        "java/sources-22",
        sources(files, List.of("java/common/", "java/jni/", "java/ffm/", "test/", "bench/")));
    Pages.write(layout, files);
    return files;
  }

  /** What {@code javac @file} compiles, relative to the folder of the starter. */
  private static String sources(Map<String, String> files, List<String> folders) {
    return files.keySet().stream()
        .filter(path -> path.endsWith(".java") && folders.stream().anyMatch(path::startsWith))
        .map(path -> path + "\n")
        .collect(Collectors.joining());
  }
}
