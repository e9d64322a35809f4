package io.github.rustfit.fleet.group;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The policies that count, in a form that goes to executors: the most general one first.
 *
 * @param layers each of them
 */
public record PolicySet(List<Layer> layers) implements Serializable {

  private static final long serialVersionUID = 1;

  /** What stands for the name of a service in a location. */
  public static final String SERVICE = "{service}";

  /** No policy. */
  public static final PolicySet NONE = new PolicySet(List.of());

  public PolicySet {
    layers = List.copyOf(layers);
  }

  /**
   * One policy, or one of each service.
   *
   * @param location as it was named
   * @param resource whether it is a resource on the class path, which needs no text
   * @param texts the text by the name of the service; by an empty name for all
   */
  public record Layer(String location, boolean resource, SortedMap<String, String> texts)
      implements Serializable {

    private static final long serialVersionUID = 1;

    public Layer {
      texts = new TreeMap<>(texts);
    }

    private boolean ofEach() {
      return location.contains(SERVICE);
    }
  }

  /**
   * Lays the policies of a service into a folder.
   *
   * @param service its name; empty for those of all services alone
   * @return what {@code rustfit.policy} says of them
   */
  String layInto(Path folder, String service) throws IOException {
    List<String> locations = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer.resource()) {
        locations.add(layer.location());
        continue;
      }
      String text = layer.texts().get(layer.ofEach() ? service : "");
      if (text != null) {
        String name = "policy-" + (locations.size() + 1) + ".yaml";
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        locations.add("./" + name);
      }
    }
    return String.join(",", locations);
  }

  /** Whether there is a policy of each service, and none of this one. */
  boolean lacks(String service) {
    return layers.stream().anyMatch(layer -> layer.ofEach() && !layer.texts().containsKey(service));
  }
}
