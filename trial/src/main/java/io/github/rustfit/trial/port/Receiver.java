package io.github.rustfit.trial.port;

import io.github.rustfit.trial.compiler.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a method needs of the object that it is called on.
 *
 * @param fields the fields that it, or what it calls on the same object, reads or writes: those
 *     that are numbers and get other values last, the others before, each in the order of their
 *     declarations
 * @param obstacles why these do not say all that it does to the object; empty where they do
 */
public record Receiver(List<Field> fields, List<Refusal> obstacles) {

  /** That of a static method. */
  public static final Receiver NONE = new Receiver(List.of(), List.of());

  public Receiver {
    fields = List.copyOf(fields);
    obstacles = List.copyOf(obstacles);
  }

  /**
   * A field.
   *
   * @param name its name
   * @param type as a signature names it: a primitive, an array of such, or a string
   * @param written whether it, or an element of its array, may get another value
   */
  public record Field(String name, String type, boolean written) {

    /** Whether it is a number that gets other values. */
    public boolean changes() {
      return written && !type.endsWith("[]");
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(fields.size());
    for (Field field : fields) {
      out.writeUTF(field.name());
      out.writeUTF(field.type());
      out.writeBoolean(field.written());
    }
    Refusal.write(out, obstacles);
  }

  static Receiver read(DataInputStream in) throws IOException {
    List<Field> fields = new ArrayList<>();
    for (int left = Question.size(in); left > 0; left--) {
      fields.add(new Field(in.readUTF(), in.readUTF(), in.readBoolean()));
    }
    return new Receiver(fields, Refusal.read(in));
  }
}
