package io.github.rustfit.trial.compiler;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found of one method.
 *
 * @param found whether its source was found
 * @param loop whether it, or what it takes along, has a loop
 * @param methods how many methods move: itself, and what of the project it calls
 * @param whole whether all of these could be looked at; otherwise there may be more obstacles
 * @param classes binary names of the types of the project that declare them
 * @param obstacles the first ones, those of the method itself before those of what it calls
 */
public record Answer(
    boolean found,
    boolean loop,
    int methods,
    boolean whole,
    List<String> classes,
    List<Obstacle> obstacles) {

  /** A method whose source was not found. */
  public static final Answer NOT_FOUND = new Answer(false, false, 0, false, List.of(), List.of());

  private static final int LONGEST = 300;

  /** Writes it. */
  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(found);
    out.writeBoolean(loop);
    out.writeInt(methods);
    out.writeBoolean(whole);
    Question.texts(out, classes);
    out.writeInt(obstacles.size());
    for (Obstacle one : obstacles) {
      out.writeUTF(one.kind().name());
      out.writeUTF(cut(one.what()));
      out.writeUTF(cut(one.className()));
      out.writeInt(one.line());
      out.writeUTF(cut(one.method()));
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Reads what {@link #write} wrote. */
  public static Answer read(DataInputStream in) throws IOException {
    boolean found = in.readBoolean();
    boolean loop = in.readBoolean();
    int methods = in.readInt();
    boolean whole = in.readBoolean();
    List<String> classes = Question.texts(in);
    List<Obstacle> obstacles = new ArrayList<>();
    for (int left = Question.size(in); left > 0; left--) {
      Obstacle.Kind kind;
      try {
        kind = Obstacle.Kind.valueOf(in.readUTF());
      } catch (IllegalArgumentException e) {
        throw new IOException("an obstacle of no known kind", e);
      }
      obstacles.add(new Obstacle(kind, in.readUTF(), in.readUTF(), in.readInt(), in.readUTF()));
    }
    return new Answer(found, loop, methods, whole, classes, obstacles);
  }
}
