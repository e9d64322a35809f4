package io.github.rustfit.rules.component;

import java.util.Set;

/**
 * What comes with the JDK, told by name from what comes with a library. Names that the JDK has left
 * behind, such as {@code javax.xml.bind}, are libraries.
 */
public final class JavaPlatform {

  /**
   * Roots of packages in JDK 17 to 25, internal ones included, as stacks show them; a test holds
   * them to the modules of the JDK that runs it. Other {@code javax} and {@code com.sun} packages
   * are libraries. {@code com.sun.proxy} holds classes that the JDK makes while it runs, {@code
   * com.sun.rmi} was in older ones.
   */
  private static final Set<String> ROOTS =
      Set.of(
          "java",
          "jdk",
          "sun",
          "com.sun.accessibility",
          "com.sun.beans",
          "com.sun.crypto.provider",
          "com.sun.imageio",
          "com.sun.jarsigner",
          "com.sun.java",
          "com.sun.java_cup",
          "com.sun.jdi",
          "com.sun.jmx",
          "com.sun.jndi",
          "com.sun.management",
          "com.sun.media.sound",
          "com.sun.naming",
          "com.sun.net.httpserver",
          "com.sun.nio",
          "com.sun.org.apache",
          "com.sun.org.slf4j",
          "com.sun.proxy",
          "com.sun.rmi",
          "com.sun.rowset",
          "com.sun.security",
          "com.sun.source",
          "com.sun.swing",
          "com.sun.tools",
          "com.sun.xml.internal",
          "javax.accessibility",
          "javax.annotation.processing",
          "javax.crypto",
          "javax.imageio",
          "javax.lang.model",
          "javax.management",
          "javax.naming",
          "javax.net",
          "javax.print",
          "javax.rmi.ssl",
          "javax.script",
          "javax.security",
          "javax.smartcardio",
          "javax.sound",
          "javax.sql",
          "javax.swing",
          "javax.tools",
          "javax.transaction.xa",
          "javax.xml.catalog",
          "javax.xml.crypto",
          "javax.xml.datatype",
          "javax.xml.namespace",
          "javax.xml.parsers",
          "javax.xml.stream",
          "javax.xml.transform",
          "javax.xml.validation",
          "javax.xml.xpath",
          "netscape.javascript",
          "org.ietf.jgss",
          "org.jcp.xml.dsig",
          "org.w3c.dom",
          "org.xml.sax");

  /** A package whose own classes are the JDK's, while packages below it may be libraries'. */
  private static final String SHARED = "javax.xml.";

  private JavaPlatform() {}

  /**
   * Whether a class, or what an import names, comes with the JDK.
   *
   * @param name e.g. {@code java.util.List}, {@code java.util.*}
   */
  public static boolean has(String name) {
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      if (ROOTS.contains(name.substring(0, dot))) {
        return dot + 1 < name.length();
      }
    }
    return name.startsWith(SHARED)
        && name.length() > SHARED.length()
        && !Character.isLowerCase(name.charAt(SHARED.length()));
  }
}
