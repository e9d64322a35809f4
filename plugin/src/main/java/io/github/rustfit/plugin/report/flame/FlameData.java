package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A flame graph as the page's script reads it: names once, and nodes in pre-order as {@code [depth,
 * name, line, owner, amount, own]}.
 */
final class FlameData {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  private FlameData() {}

  /**
   * The graph as JSON that may stand in a script element.
   *
   * @param title what it shows
   * @param unit of the amounts: nanoseconds or bytes
   * @param threads the same samples with a frame for each group of threads below all others
   */
  static String of(
      String title, String unit, FlameTree.Node root, Optional<FlameTree.Node> threads) {
    return of(
        title,
        root,
        FlameData::row,
        (json, data) -> {
          json.text("unit", unit);
          if (threads.isPresent()) {
            json.rows("threads", rows -> data.write(rows, threads.get(), FlameData::row));
          }
        });
  }

  /**
   * Two sides as such JSON. Its nodes are {@code [depth, name, owner, before, own before, after,
   * own after]} in billionths of a side.
   *
   * @param before how many equally heavy samples those of the side before are worth
   * @param after the same of the side after
   */
  static String ofSides(String title, long before, long after, FlameTree.Node root) {
    return of(
        title,
        root,
        FlameData::rowOfSides,
        (json, data) -> json.wholes("sides", List.of(before, after)));
  }

  /** What is special of a graph. */
  private interface Members {
    void write(Json json, FlameData data) throws IOException;
  }

  /** A node as numbers. */
  private interface Row {
    long[] of(FlameTree.Node node, int name);
  }

  private static long[] row(FlameTree.Node node, int name) {
    return new long[] {
      node.depth(), name, node.frame().line(), node.owner().ordinal(), node.amount(), node.own()
    };
  }

  private static long[] rowOfSides(FlameTree.Node node, int name) {
    return new long[] {
      node.depth(),
      name,
      node.owner().ordinal(),
      node.amount(0),
      node.own(0),
      node.amount(1),
      node.own(1)
    };
  }

  private static String of(String title, FlameTree.Node root, Row row, Members members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FlameData data = new FlameData();
    try (Json json = Json.forScript(bytes)) {
      json.object(
          () -> {
            json.text("title", Texts.shown(title));
            members.write(json, data);
            json.strings(
                "owners", List.of(FrameOwner.values()).stream().map(FrameOwner::id).toList());
            json.rows("nodes", rows -> data.write(rows, root, row));
            json.strings("names", data.names);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write(Json.Rows rows, FlameTree.Node root, Row row) throws IOException {
    Deque<FlameTree.Node> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      FlameTree.Node node = waiting.pop();
      rows.row(row.of(node, number(name(node.frame()))));
      List<FlameTree.Node> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        waiting.push(children.get(i));
      }
    }
  }

  private static String name(Frame frame) {
    return Texts.shown(frame.java() ? frame.className() + "." + frame.method() : frame.method());
  }

  private int number(String name) {
    return numbers.computeIfAbsent(
        name,
        key -> {
          names.add(key);
          return names.size() - 1;
        });
  }
}
