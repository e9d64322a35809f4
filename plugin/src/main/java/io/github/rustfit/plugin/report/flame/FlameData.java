package io.github.rustfit.plugin.report.flame;

import io.github.rustfit.plugin.report.output.Json;
import io.github.rustfit.plugin.report.text.Texts;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
   */
  static String of(String title, String unit, FlameTree.Node root) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FlameData data = new FlameData();
    try (Json json = Json.forScript(bytes)) {
      json.object(
          () -> {
            json.text("title", Texts.shown(title));
            json.text("unit", unit);
            json.strings(
                "owners",
                List.of(FlameTree.Owner.values()).stream()
                    .map(owner -> owner.name().toLowerCase(Locale.ROOT))
                    .toList());
            json.rows("nodes", rows -> data.write(rows, root, 0));
            json.strings("names", data.names);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void write(Json.Rows rows, FlameTree.Node node, int depth) throws IOException {
    rows.row(
        depth,
        number(name(node.frame())),
        node.frame().line(),
        node.owner().ordinal(),
        node.amount(),
        node.own());
    for (FlameTree.Node child : node.children()) {
      write(rows, child, depth + 1);
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
