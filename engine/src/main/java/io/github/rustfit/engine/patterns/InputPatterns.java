package io.github.rustfit.engine.patterns;

import static io.github.rustfit.engine.patterns.Precision.MEDIUM;

import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.util.List;

/** Reading and writing. */
final class InputPatterns {

  static final List<HotPattern> ALL =
      List.of(
          HotPattern.of(
              "tree-parse",
              "Document parsed into a tree",
              MEDIUM,
              "builds an object for each node of the document",
              "Read it with a streaming parser (JsonParser, StAX), or bind only what is needed.",
              "tree nodes allocated at the line",
              SampleFilter.allocated(
                      "com.fasterxml.jackson.databind.node.*",
                      "com.google.gson.Json*",
                      "com.google.gson.internal.LinkedTreeMap*",
                      "com.sun.org.apache.xerces.*",
                      "org.json.*")
                  .or(
                      SampleFilter.below(
                          "com.fasterxml.jackson.databind.*",
                          "com.google.gson.*",
                          "com.sun.org.apache.xerces.*",
                          "org.json.*"))),
          HotPattern.of(
                  "query-in-loop",
                  "Query or request in a loop",
                  MEDIUM,
                  "waits for another system once for each element",
                  "Fetch all elements with one query, batch the statements, or join. Waiting for"
                      + " another system is not shortened by another language.",
                  "waits for a socket recorded at the line",
                  SampleFilter.kinds(SampleKind.SOCKET))
              .waiting(),
          HotPattern.of(
                  "whole-file-read",
                  "Whole file read into memory",
                  MEDIUM,
                  "holds the whole content in memory at once",
                  "Stream large files: Files.lines, a buffered reader, or a mapped buffer. It saves"
                      + " the memory that is held at once, not CPU.",
                  "arrays or strings allocated at the line",
                  SampleFilter.allocated(
                      "byte[]", "char[]", "java.lang.String", "java.lang.Object[]"))
              .saving(HotPattern.Saves.NOTHING),
          HotPattern.of(
              "unbuffered-io",
              "Unbuffered input or output",
              MEDIUM,
              "calls the operating system for each small piece",
              "Put a BufferedInputStream or BufferedOutputStream around it, or use a channel.",
              "file streams below the line",
              SampleFilter.kinds(SampleKind.FILE)
                  .or(
                      SampleFilter.working(
                          "java.io.FileInputStream.read*",
                          "java.io.FileOutputStream.write*",
                          "java.io.RandomAccessFile.*"))));

  private InputPatterns() {}
}
