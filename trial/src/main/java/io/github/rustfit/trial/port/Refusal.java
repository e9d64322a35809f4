package io.github.rustfit.trial.port;

import io.github.rustfit.trial.compiler.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a method is not ported by machine.
 *
 * @param className binary name of the type whose source it stands in
 * @param line its line; 0 where the compiler made it
 * @param reason what stands there, as a few words
 */
public record Refusal(String className, int line, String reason) {

  private static final int LONGEST = 300;

  static void write(DataOutputStream out, List<Refusal> refusals) throws IOException {
    out.writeInt(refusals.size());
    for (Refusal one : refusals) {
      out.writeUTF(cut(one.className()));
      out.writeInt(one.line());
      out.writeUTF(cut(one.reason()));
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  static List<Refusal> read(DataInputStream in) throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    for (int left = Question.size(in); left > 0; left--) {
      refusals.add(new Refusal(in.readUTF(), in.readInt(), in.readUTF()));
    }
    return refusals;
  }
}
