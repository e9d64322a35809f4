package io.github.rustfit.readers.pprof;

import io.github.rustfit.readers.stacks.FrameNames;
import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the profiles of a batch refer to by number. Not thread-safe. */
final class OtlpDictionary {

  /** Beyond the depth of any profiler; a made-up stack could name one location for ever. */
  private static final int MAX_FRAMES = 16_384;

  /** A key with a text for a value. */
  record Attribute(String key, String value) {

    /** One of a resource, which holds its own texts. */
    static Attribute ofResource(Message attribute) throws WireException {
      String key = "";
      String value = "";
      while (attribute.next()) {
        if (attribute.field() == 1) {
          key = attribute.text();
        } else if (attribute.field() == 2) {
          value = textOf(attribute.message());
        }
      }
      return new Attribute(key, value);
    }
  }

  private final FrameNames names = new FrameNames();
  private final List<String> texts = new ArrayList<>();
  private final List<Integer> functions = new ArrayList<>();
  private final List<List<long[]>> locations = new ArrayList<>();
  private final List<Message.Numbers> stacks = new ArrayList<>();
  private final List<Attribute> onSamples = new ArrayList<>();

  /** Takes the whole message. */
  void take(Message dictionary) throws WireException {
    List<Message> attributes = new ArrayList<>();
    while (dictionary.next()) {
      switch (dictionary.field()) {
        case 2 -> locations.add(location(dictionary.message()));
        case 3 -> functions.add(first(dictionary.message()));
        case 5 -> texts.add(dictionary.text());
        case 6 -> attributes.add(dictionary.message());
        case 7 -> stacks.add(stack(dictionary.message()));
        default -> {}
      }
    }
    for (Message attribute : attributes) {
      onSamples.add(attribute(attribute));
    }
  }

  private static int first(Message message) throws WireException {
    int name = 0;
    while (message.next()) {
      if (message.field() == 1) {
        name = message.index();
      }
    }
    return name;
  }

  private static List<long[]> location(Message message) throws WireException {
    List<long[]> lines = new ArrayList<>(1);
    while (message.next()) {
      if (message.field() == 3) {
        Message line = message.message();
        long[] one = new long[2];
        while (line.next()) {
          if (line.field() == 1 || line.field() == 2) {
            one[line.field() - 1] = line.number();
          }
        }
        lines.add(one);
      }
    }
    return lines;
  }

  private static Message.Numbers stack(Message message) throws WireException {
    Message.Numbers numbers = new Message.Numbers();
    while (message.next()) {
      if (message.field() == 1) {
        message.numbers(numbers);
      }
    }
    return numbers;
  }

  private Attribute attribute(Message attribute) throws WireException {
    String key = "";
    String value = "";
    while (attribute.next()) {
      if (attribute.field() == 1) {
        key = text(attribute.index());
      } else if (attribute.field() == 2) {
        value = textOf(attribute.message());
      }
    }
    return new Attribute(key, value);
  }

  /** A text by its number; empty when there is none. */
  String text(long index) {
    return index >= 0 && index < texts.size() ? texts.get((int) index) : "";
  }

  /** Text that is the value of an attribute; empty when it is something else. */
  private static String textOf(Message any) throws WireException {
    String value = "";
    while (any.next()) {
      value = any.field() == 1 && any.type() == Message.BYTES ? any.text() : value;
    }
    return value;
  }

  /** What these numbers name. */
  List<Attribute> attributes(Message.Numbers indexes) {
    List<Attribute> found = new ArrayList<>();
    for (int i = 0; i < indexes.size(); i++) {
      long index = indexes.get(i);
      if (index >= 0 && index < onSamples.size()) {
        found.add(onSamples.get((int) index));
      }
    }
    return found;
  }

  /** A stack by its number, leaf first; null when it refers to nothing. */
  @Nullable List<Frame> frames(long stack) {
    if (stack < 0 || stack >= stacks.size()) {
      return null;
    }
    Message.Numbers ids = stacks.get((int) stack);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      long id = ids.get(i);
      if (id < 0 || id >= locations.size() || frames.size() > MAX_FRAMES) {
        return null;
      }
      List<long[]> lines = locations.get((int) id);
      for (long[] line : lines) {
        long function = line[0];
        if (function < 0 || function >= functions.size()) {
          return null;
        }
        frames.add(names.frame(text(functions.get((int) function)), line[1]));
      }
      if (lines.isEmpty()) {
        frames.add(new Frame("", "unknown", 0)); // an address that was never symbolised
      }
    }
    return frames;
  }
}
