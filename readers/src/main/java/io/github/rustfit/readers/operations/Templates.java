package io.github.rustfit.readers.operations;

import io.github.rustfit.rules.evidence.base.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Templates of manifests, which only their own program can fill: one problem for each chart. */
final class Templates {

  private static final String FOLDER = "/templates/";

  private final SortedMap<String, Integer> byChart = new TreeMap<>();

  void add(String path) {
    int at = ("/" + path).lastIndexOf(FOLDER);
    String chart = at > 0 ? path.substring(0, at - 1) : parent(path);
    byChart.merge(chart.isEmpty() ? "." : chart, 1, Integer::sum);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  List<Problem> problems() {
    return byChart.entrySet().stream()
        .map(
            one ->
                new Problem(
                    one.getKey(),
                    0,
                    one.getValue()
                        + (one.getValue() == 1 ? " manifest is" : " manifests are")
                        + " written as a template ({{ … }}) and cannot be read without its values.",
                    "Render it, e.g. helm template "
                        + one.getKey()
                        + " > rendered.yaml, and keep the result in the project's folder."))
        .toList();
  }
}
