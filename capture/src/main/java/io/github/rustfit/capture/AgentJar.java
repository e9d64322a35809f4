package io.github.rustfit.capture;

import io.github.rustfit.capture.agent.Agent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The agent as a jar that a JVM loads, made of what stands on the class path here: the agent's own
 * classes and ASM. Only the class that the JVM calls and a loader are classes of the jar; the
 * others are files that this loader alone finds, so the program that gets the jar on its class path
 * sees nothing of ASM.
 */
public final class AgentJar {

  /** The name of the jar in a folder. */
  public static final String NAME = "rustfit-capture-agent.jar";

  /** The agent's option that ends a capture: this, and the option that it began with. */
  public static final String STOP = Agent.STOP;

  private static final String AGENT = "io/github/rustfit/capture/agent/";
  private static final String ASM = "org/objectweb/asm/";
  private static final String HIDDEN = "rustfit-capture/";

  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Premain-Class: %1$s
      Agent-Class: %1$s
      Can-Retransform-Classes: true
      """
          .formatted(Agent.class.getName())
          .replace("\n", "\r\n");

  /** Anything, but always the same (the first day that a jar can name). */
  private static final long TIME = 315_619_200_000L;

  private AgentJar() {}

  /** The jar's bytes, the same for the same classes. */
  public static byte[] bytes() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      classes(AGENT)
          .forEach(
              (name, bytes) -> {
                if (name.matches(AGENT + "Agent(Loader)?[.]class")) {
                  files.put(name, forOlder(bytes));
                } else {
                  files.put(HIDDEN + name.replaceFirst("class$", "classdata"), bytes);
                }
              });
      classes(ASM)
          .forEach(
              (name, bytes) -> files.put(HIDDEN + name.replaceFirst("class$", "classdata"), bytes));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
        put(jar, JarFile.MANIFEST_NAME, MANIFEST.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          put(jar, file.getKey(), file.getValue());
        }
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the capture's agent cannot be put together", e);
    }
  }

  /**
   * The class as one of Java 11 (JVMS 4.1): a JVM that cannot load its agent does not start at all,
   * and this class can say so instead. It uses nothing that came later.
   */
  private static byte[] forOlder(byte[] classFile) {
    byte[] older = classFile.clone();
    older[6] = 0;
    older[7] = 55;
    return older;
  }

  private static void put(ZipOutputStream jar, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(TIME);
    jar.putNextEntry(entry);
    jar.write(bytes);
    jar.closeEntry();
  }

  /** The classes of a package, from the jar or folder that its first class comes from. */
  private static Map<String, byte[]> classes(String folder) throws IOException {
    String known = folder.equals(ASM) ? "ClassReader.class" : "Agent.class";
    URL url = AgentJar.class.getClassLoader().getResource(folder + known);
    if (url == null) {
      throw new IOException(folder + known + " is not on the class path");
    }
    Map<String, byte[]> classes = new TreeMap<>();
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jarConnection) {
      jarConnection.setUseCaches(false);
      try (JarFile jar = jarConnection.getJarFile()) {
        for (var entry : Collections.list(jar.entries())) {
          if (in(folder, entry.getName())) {
            try (InputStream content = jar.getInputStream(entry)) {
              classes.put(entry.getName(), content.readAllBytes());
            }
          }
        }
      }
    } else {
      Path directory = Path.of(URI.create(url.toString())).getParent();
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          String name = folder + file.getFileName();
          if (in(folder, name)) {
            classes.put(name, Files.readAllBytes(file));
          }
        }
      }
    }
    return classes;
  }

  private static boolean in(String folder, String name) {
    return name.startsWith(folder)
        && name.endsWith(".class")
        && name.indexOf('/', folder.length()) < 0
        && !name.endsWith("/package-info.class");
  }
}
