package io.github.rustfit.capture.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads what the agent's jar holds under {@link #FOLDER}. The jar is read at once, so that it may
 * be deleted while the program runs.
 */
final class AgentLoader extends ClassLoader {

  /** Folder of the agent's own classes; their names end in {@link #ENDING}. */
  static final String FOLDER = "rustfit-capture/";

  static final String ENDING = ".classdata";

  private final Map<String, byte[]> classes = new HashMap<>();

  AgentLoader() throws IOException {
    super(ClassLoader.getPlatformClassLoader());
    try (InputStream jar =
            Agent.class.getProtectionDomain().getCodeSource().getLocation().openStream();
        ZipInputStream entries = new ZipInputStream(jar)) {
      for (ZipEntry at = entries.getNextEntry(); at != null; at = entries.getNextEntry()) {
        String name = at.getName();
        if (name.startsWith(FOLDER) && name.endsWith(ENDING)) {
          classes.put(
              name.substring(FOLDER.length(), name.length() - ENDING.length()).replace('/', '.'),
              entries.readAllBytes());
        }
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte @Nullable [] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  /** Its class files too, by the names that a class asks its loader for. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte @Nullable [] bytes = classes.get(name.replaceFirst("[.]class$", "").replace('/', '.'));
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }
}
