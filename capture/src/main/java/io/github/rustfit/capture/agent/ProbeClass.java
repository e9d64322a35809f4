package io.github.rustfit.capture.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link Probe} as a class of the JDK's package {@code java.lang}, which every class loader asks
 * the JVM for, those of OSGi and of application servers too. The class path of the bootstrap loader
 * would do for most, but the JVM warns of it on the standard output and shares less memory then.
 */
final class ProbeClass {

  /** Its name in the program. */
  static final String INTERNAL_NAME = "java/lang/RustfitProbe";

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private ProbeClass() {}

  /** The class in this JVM; it is made when it is not there yet. */
  static Class<?> in(Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    @Nullable Class<?> there = find();
    if (there != null) {
      return there;
    }
    byte[] bytes;
    try (InputStream probe = Probe.class.getResourceAsStream("Probe.class")) {
      bytes = Objects.requireNonNull(probe, "the agent is without its probe").readAllBytes();
    }
    // Opens java.lang to this loader's module only, not to the program.
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(ProbeClass.class.getModule())),
        Set.of(),
        Map.of());
    return MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
        .defineClass(renamed(bytes, Probe.class.getName().replace('.', '/'), INTERNAL_NAME));
  }

  private static @Nullable Class<?> find() {
    try {
      return Class.forName(INTERNAL_NAME.replace('/', '.'), true, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** A class file whose constant of this name has another (JVMS 4.4). */
  static byte[] renamed(byte[] classFile, String from, String to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      out.writeLong(in.readLong()); // magic and version
      int constants = in.readUnsignedShort();
      out.writeShort(constants);
      for (int i = 1; i < constants; i++) {
        int tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == UTF8) {
          String text = in.readUTF();
          out.writeUTF(text.equals(from) ? to : text);
        } else {
          out.write(in.readNBytes(length(tag)));
          i += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
      }
      in.transferTo(out);
    }
    return bytes.toByteArray();
  }

  private static int length(int tag) throws IOException {
    return switch (tag) {
      case LONG, DOUBLE -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      default -> throw new IOException("a constant of kind " + tag);
    };
  }
}
