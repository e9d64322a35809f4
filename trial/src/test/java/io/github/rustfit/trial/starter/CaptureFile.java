package io.github.rustfit.trial.starter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes a capture by its page in the reference, docs/reference/capture-format.md. */
final class CaptureFile {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  CaptureFile(int methods) throws IOException {
    out.write(
        "rustfit-capture 2\nmay hold personal data; not for commits or reports\n"
            .getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 5; i++) {
      out.writeLong(0);
    }
    out.writeUTF("17");
    out.writeInt(1);
    out.writeUTF("a note");
    out.writeInt(methods);
  }

  /** A method whose calls, as many as follow, are all in one class of sizes. */
  DataOutputStream method(
      String type, String name, String descriptor, int arguments, int calls, String... fields)
      throws IOException {
    out.writeUTF(type);
    out.writeUTF(name);
    out.writeUTF(descriptor);
    out.writeInt(0x0008);
    for (int i = 0; i < 4; i++) {
      out.writeLong(0);
    }
    out.writeUTF("");
    out.writeInt(1);
    out.writeByte(3);
    out.writeLong(10L * calls);
    out.writeLong(0);
    out.writeByte(arguments);
    out.writeByte(fields.length);
    for (String field : fields) {
      out.writeUTF(field);
    }
    out.writeInt(calls);
    return out;
  }

  byte[] bytes() throws IOException {
    out.writeInt(0x454e4421);
    return bytes.toByteArray();
  }
}
