package io.github.rustfit.fleet;

import io.github.rustfit.fleet.group.PolicySet;
import io.github.rustfit.fleet.group.PolicySet.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads the policies that are named. */
final class Policies {

  private static final String RESOURCE = "classpath:";

  private Policies() {}

  /**
   * The policies at these locations: files, {@code classpath:} resources, and files in whose path
   * {@code {service}} stands for a name.
   *
   * @throws FleetException if one cannot be read, or a place of policies of services holds none
   */
  static PolicySet read(List<String> locations, Configuration hadoop) throws FleetException {
    List<Layer> layers = new ArrayList<>();
    for (String named : locations) {
      String location = named.strip();
      if (location.isEmpty()) {
        continue;
      }
      boolean resource = location.startsWith(RESOURCE);
      SortedMap<String, String> texts = new TreeMap<>();
      if (location.contains(PolicySet.SERVICE)) {
        texts.putAll(ofServices(location, hadoop));
      } else if (!resource) {
        texts.put("", text(location, hadoop));
      }
      layers.add(new Layer(location, resource, texts));
    }
    return new PolicySet(layers);
  }

  private static String text(String location, Configuration hadoop) throws FleetException {
    return new String(HadoopFiles.bytes(location, hadoop), StandardCharsets.UTF_8);
  }

  private static SortedMap<String, String> ofServices(String location, Configuration hadoop)
      throws FleetException {
    Path pattern = new Path(location.replace(PolicySet.SERVICE, "*"));
    SortedMap<String, String> texts = new TreeMap<>();
    try {
      FileSystem system = pattern.getFileSystem(hadoop);
      String path = system.makeQualified(new Path(location)).toUri().getPath();
      Pattern name =
          Pattern.compile(Pattern.quote(path).replace(PolicySet.SERVICE, "\\E([^/]+)\\Q"));
      FileStatus[] found = system.globStatus(pattern);
      for (FileStatus one : found == null ? new FileStatus[0] : found) {
        var matcher = name.matcher(one.getPath().toUri().getPath());
        if (matcher.matches()) {
          texts.put(matcher.group(1), text(one.getPath().toString(), hadoop));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new FleetException("'" + location + "' cannot be listed: " + e.getMessage() + ".", e);
    }
    if (texts.isEmpty()) {
      throw new FleetException(
          "No policy lies at '"
              + location
              + "': "
              + PolicySet.SERVICE
              + " stands for the name of a"
              + " service.");
    }
    return texts;
  }
}
