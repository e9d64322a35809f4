package tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code report.json} says of one kernel: {@code Prediction REPORT KERNEL} prints its shape,
 * its CPU samples, the shares of what they did, the collector's CPU and the estimate. Not a reader
 * of JSON: it looks for keys in the order in which rustfit writes them.
 */
public final class Prediction {

  private Prediction() {}

  /** See above. */
  public static void main(String[] args) throws IOException {
    String report = Files.readString(Path.of(args[0]));
    String component = "\"name\": \"[^\"]*calibration/?" + "[^\"]*" + args[1] + "\"";
    Matcher found = Pattern.compile(component).matcher(report);
    if (!found.find()) {
      throw new IllegalStateException("no component of " + args[1] + " in " + args[0]);
    }
    String of = report.substring(found.end());
    String hot = of.substring(of.indexOf("\"hotCode\""));
    List<String> work = new ArrayList<>();
    Matcher one =
        Pattern.compile("\"work\": \"(\\w+)\",\\s*\"share\": ([0-9.]+)")
            .matcher(hot.substring(0, hot.indexOf("\"codeGain\"")));
    while (one.find()) {
      if (Double.parseDouble(one.group(2)) >= 0.005) {
        work.add(one.group(1) + " " + Math.round(100 * Double.parseDouble(one.group(2))));
      }
    }
    String estimate = of.substring(of.indexOf("\"estimate\""));
    if (estimate.startsWith("\"estimate\": null")) { // too few samples: that of the code itself
      estimate = of.substring(of.indexOf("\"codeGain\""));
    }
    System.out.println(
        String.join(
            ",",
            value(hot, "shape"),
            value(of, "samples"),
            String.join(" ", work),
            collector(of),
            value(estimate, "low"),
            value(estimate, "central"),
            value(estimate, "high")));
  }

  private static String value(String text, String key) {
    Matcher found = Pattern.compile("\"" + key + "\": \"?([^\",\\n}]*)").matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String collector(String text) {
    Matcher found =
        Pattern.compile("The collector takes ([0-9.]+) %").matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
