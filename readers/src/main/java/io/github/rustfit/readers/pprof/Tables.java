package io.github.rustfit.readers.pprof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What samples refer to by number: locations, functions and texts. */
final class Tables {

  /** One line of code: the function by number. */
  record Line(long function, long line) {}

  private static final int ID = 1;
  private static final int FUNCTION_NAME = 2;
  private static final int LOCATION_LINE = 4;
  private static final int LINE_FUNCTION = 1;
  private static final int LINE_NUMBER = 2;

  private final Map<Long, List<Line>> locations = new HashMap<>();
  private final Map<Long, Integer> functions = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  void addText(String text) {
    texts.add(text);
  }

  void addFunction(Message message) throws WireException {
    long id = 0;
    int name = 0;
    while (message.next()) {
      if (message.field() == ID) {
        id = message.number();
      } else if (message.field() == FUNCTION_NAME) {
        name = message.index();
      }
    }
    functions.put(id, name);
  }

  void addLocation(Message message) throws WireException {
    long id = 0;
    List<Line> lines = new ArrayList<>(1);
    while (message.next()) {
      if (message.field() == ID) {
        id = message.number();
      } else if (message.field() == LOCATION_LINE) {
        lines.add(line(message.message()));
      }
    }
    locations.put(id, List.copyOf(lines));
  }

  private static Line line(Message message) throws WireException {
    long function = 0;
    long line = 0;
    while (message.next()) {
      if (message.field() == LINE_FUNCTION) {
        function = message.number();
      } else if (message.field() == LINE_NUMBER) {
        line = message.number();
      }
    }
    return new Line(function, line);
  }

  /** Lines of a location, leaf first; null when it is missing. */
  @Nullable List<Line> lines(long location) {
    return locations.get(location);
  }

  /** A function's name; null when the function or its name is missing. */
  @Nullable String function(long id) {
    Integer name = functions.get(id);
    return name == null ? null : text(name);
  }

  /** The text at an index; null when it is missing. */
  @Nullable String text(int index) {
    return index < 0 || index >= texts.size() ? null : texts.get(index);
  }
}
