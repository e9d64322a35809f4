package io.github.rustfit.readers.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * The content of a YAML file and where each part of it stands.
 *
 * @param root its content; an empty object for an empty file or one that is no YAML
 * @param keys where the key of each JSON pointer stands
 * @param values where the value of each JSON pointer starts
 * @param problems what is wrong with it; a reader may add to them
 */
public record YamlDocument(
    JsonNode root,
    Map<String, Location> keys,
    Map<String, Location> values,
    YamlProblems problems) {

  /**
   * Reads a file that ships with the program, which its tests hold against its schema: doing so
   * again in each run would take longer than reading it.
   *
   * @param path of the file, as people know it
   * @throws IOException only when the storage fails
   */
  public static YamlDocument ofShipped(String path, InputStream in) throws IOException {
    return YamlParser.parse(path, YamlText.bytes(in));
  }

  /** Where the value of a JSON pointer starts; if there is none, where its parent does. */
  public Location valueAt(String pointer) {
    return find(values, pointer);
  }

  /** Where the key of a JSON pointer stands; for a list's item, where the item starts. */
  public Location keyAt(String pointer) {
    Location key = keys.get(pointer);
    return key == null ? valueAt(pointer) : key;
  }

  private static Location find(Map<String, Location> locations, String pointer) {
    String at = pointer;
    while (true) {
      Location found = locations.get(at);
      if (found != null) {
        return found;
      }
      if (at.isEmpty()) {
        return Location.NONE;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }

  /** The pointer of a key below another pointer, escaped as RFC 6901 section 3 says. */
  public static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer of a list's item below another pointer. */
  public static String child(String pointer, int index) {
    return pointer + "/" + index;
  }
}
