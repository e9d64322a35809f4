package io.github.rustfit.plugin.report.flame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;

/**
 * A page with a flame graph read back the way its script does in a browser.
 *
 * @param names of all frames
 * @param owners of all frames
 * @param total what the whole graph weighs
 * @param widths what frames weigh, by name, each stack once
 * @param depth how many frames lie above each other, the root aside
 */
public record DrawnGraph(
    List<String> names, Set<String> owners, long total, Map<String, Long> widths, int depth) {

  public static DrawnGraph of(String page) {
    JsonNode data;
    try {
      data = new ObjectMapper().readTree(Jsoup.parse(page).expectFirst("script#flame").data());
    } catch (JsonProcessingException e) {
      throw new AssertionError("the page's data is no JSON", e);
    }
    List<String> names = new ArrayList<>();
    data.get("names").forEach(name -> names.add(name.asText()));
    Map<String, Long> widths = new TreeMap<>();
    Set<String> owners = new TreeSet<>();
    List<String> path = new ArrayList<>();
    int depth = 0;
    for (JsonNode row : data.get("nodes")) {
      int at = row.get(0).asInt();
      depth = Math.max(depth, at);
      path.subList(at, path.size()).clear();
      String name = names.get(row.get(1).asInt());
      if (!path.contains(name)) {
        widths.merge(name, row.get(4).asLong(), Long::sum);
      }
      path.add(name);
      owners.add(data.get("owners").get(row.get(3).asInt()).asText());
    }
    return new DrawnGraph(names, owners, data.get("nodes").get(0).get(4).asLong(), widths, depth);
  }
}
