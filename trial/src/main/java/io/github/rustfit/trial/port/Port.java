package io.github.rustfit.trial.port;

import io.github.rustfit.trial.compiler.Question;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A method in Rust, or why it is not.
 *
 * @param code items of a module, of which the method itself is the one that is public; empty where
 *     something was refused
 * @param methods how many methods it holds
 * @param refusals what was refused; empty where there is code
 * @param onlyRead places of the parameters, the first one being 0, whose arrays are surely never
 *     written to; ported or not
 * @param receiver what it needs of the object that it is called on; ported or not
 */
public record Port(
    String code, int methods, List<Refusal> refusals, List<Integer> onlyRead, Receiver receiver) {

  private static final int MOST_BYTES = 50_000_000;

  public Port {
    refusals = List.copyOf(refusals);
    onlyRead = List.copyOf(onlyRead);
  }

  /** Nothing but a reason. */
  static Port refused(String className, int line, String reason) {
    List<Refusal> refusal = List.of(new Refusal(className, line, reason));
    return new Port("", 0, refusal, List.of(), new Receiver(List.of(), refusal));
  }

  /** Whether there is code. */
  public boolean done() {
    return refusals.isEmpty();
  }

  void write(DataOutputStream out) throws IOException {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.writeInt(methods);
    Refusal.write(out, refusals);
    out.writeInt(onlyRead.size());
    for (int one : onlyRead) {
      out.writeInt(one);
    }
    receiver.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static Port read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a text of " + length + " bytes");
    }
    String code = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int methods = in.readInt();
    List<Refusal> refusals = Refusal.read(in);
    List<Integer> onlyRead = new ArrayList<>();
    for (int left = Question.size(in); left > 0; left--) {
      onlyRead.add(in.readInt());
    }
    return new Port(code, methods, refusals, onlyRead, Receiver.read(in));
  }
}
