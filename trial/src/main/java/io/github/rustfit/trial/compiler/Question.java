package io.github.rustfit.trial.compiler;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of the process.
 *
 * @param charset of the sources
 * @param classPath archives and folders with classes
 * @param sourcePath roots of sources, where no classes are there; else empty
 * @param sources path of the file of each type of the project, by binary name
 * @param extended canonical names of types that others of the project extend
 * @param methods the methods that are looked at
 */
public record Question(
    String charset,
    List<String> classPath,
    List<String> sourcePath,
    Map<String, String> sources,
    List<String> extended,
    List<Method> methods) {

  private static final int MOST = 2_000_000;

  /**
   * A method.
   *
   * @param className binary name of its type
   * @param name its name
   * @param line of its declaration's first token, annotations excluded
   */
  public record Method(String className, String name, int line) {}

  /** The same about one method. */
  public Question only(Method method) {
    return new Question(charset, classPath, sourcePath, sources, extended, List.of(method));
  }

  /** Writes it. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(charset);
    texts(out, classPath);
    texts(out, sourcePath);
    texts(out, List.copyOf(sources.keySet()));
    texts(out, List.copyOf(sources.values()));
    texts(out, extended);
    out.writeInt(methods.size());
    for (Method method : methods) {
      out.writeUTF(method.className());
      out.writeUTF(method.name());
      out.writeInt(method.line());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Question read(DataInputStream in) throws IOException {
    String charset = in.readUTF();
    List<String> classPath = texts(in);
    List<String> sourcePath = texts(in);
    List<String> names = texts(in);
    List<String> files = texts(in);
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      sources.put(names.get(i), files.get(i));
    }
    List<String> extended = texts(in);
    List<Method> methods = new ArrayList<>();
    for (int left = size(in); left > 0; left--) {
      methods.add(new Method(in.readUTF(), in.readUTF(), in.readInt()));
    }
    return new Question(charset, classPath, sourcePath, sources, extended, methods);
  }

  /** Writes texts. */
  public static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  /** Reads what {@link #texts(DataOutputStream, List)} wrote. */
  public static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = size(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  /** A number of elements. */
  public static int size(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("a list of " + size + " elements");
    }
    return size;
  }
}
