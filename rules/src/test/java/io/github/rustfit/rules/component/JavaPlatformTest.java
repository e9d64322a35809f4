package io.github.rustfit.rules.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK that runs the test says what it has. */
class JavaPlatformTest {

  /** Every class in the modules {@code java.*} and {@code jdk.*}. */
  private static SortedSet<String> classesOfTheJdk() {
    SortedSet<String> names = new TreeSet<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      String name = module.descriptor().name();
      if (!name.startsWith("java.") && !name.startsWith("jdk.")) {
        continue; // what a vendor adds
      }
      try (ModuleReader reader = module.open();
          Stream<String> files = reader.list()) {
        files
            .filter(file -> file.endsWith(".class") && file.contains("/"))
            .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
            .forEach(names::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names;
  }

  @Test
  void every_class_of_the_running_jdk_is_the_platforms() {
    SortedSet<String> classes = classesOfTheJdk();

    assertThat(classes).hasSizeGreaterThan(20_000).allMatch(JavaPlatform::has);
  }

  /** The modules that JEP 320 took out of JDK 11, and what lies beside packages of the JDK. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javax.xml.bind.JAXBContext",
        "javax.xml.bind.*",
        "javax.xml.soap.SOAPMessage",
        "javax.xml.ws.Service",
        "javax.jws.WebService",
        "javax.activation.DataHandler",
        "javax.annotation.PostConstruct",
        "javax.transaction.UserTransaction",
        "org.omg.CORBA.ORB",
        "javax.inject.Inject",
        "javax.servlet.Servlet",
        "javax.annotation.Nullable",
        "com.sun.jna.Native",
        "com.sun.mail.smtp.SMTPTransport",
        "com.sun.media.jai.codec.ImageCodec",
        "com.sun.xml.bind.v2.ContextFactory",
        "com.sun.javafx.Foo",
        "javafx.Foo",
        "javacard.Foo",
        "jdkx.Foo",
        "java"
      })
  void libraries_with_names_like_the_platforms_are_not(String name) {
    assertThat(classesOfTheJdk()).doesNotContain(name);
    assertThat(JavaPlatform.has(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.*",
        "java.util.Map.Entry",
        "javax.xml.*",
        "javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING",
        "javax.crypto.*",
        "com.sun.proxy.$Proxy12",
        "jdk.proxy2.$Proxy7"
      })
  void what_imports_and_stacks_name_is_found(String name) {
    assertThat(JavaPlatform.has(name)).isTrue();
  }
}
