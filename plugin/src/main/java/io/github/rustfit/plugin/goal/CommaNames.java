package io.github.rustfit.plugin.goal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts names of files together that Maven took apart: it separates what a property lists by commas,
 * and a name may hold one.
 */
final class CommaNames {

  /** More commas are in no name. */
  private static final int MOST_PIECES = 16;

  private CommaNames() {}

  /**
   * The requests, with neighbours that are not there by themselves but name a file together as one.
   *
   * @param root what they are relative to
   */
  static List<String> whole(Path root, List<String> requests) {
    List<String> names = new ArrayList<>();
    for (int from = 0; from < requests.size(); ) {
      int pieces = 1;
      String name = requests.get(from);
      if (!exists(root, name)) {
        int most = Math.min(MOST_PIECES, requests.size() - from);
        for (int count = most; count > 1 && pieces == 1; count--) {
          for (String comma : List.of(",", ", ")) {
            String joined = String.join(comma, requests.subList(from, from + count));
            if (pieces == 1 && exists(root, joined)) {
              name = joined;
              pieces = count;
            }
          }
        }
      }
      names.add(name);
      from += pieces;
    }
    return names;
  }

  private static boolean exists(Path root, String name) {
    try {
      return Files.exists(root.resolve(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
