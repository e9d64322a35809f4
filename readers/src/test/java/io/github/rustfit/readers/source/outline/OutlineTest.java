package io.github.rustfit.readers.source.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.rustfit.rules.evidence.source.SourceMethod;
import io.github.rustfit.rules.evidence.source.SourceType;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lines and names of all expectations were counted by hand. */
class OutlineTest {

  private static Outline kotlin(String fileName, String text) {
    return Outline.of(text, Language.KOTLIN, fileName);
  }

  private static List<Tuple> functions(Outline outline, String type) {
    return outline.types().stream()
        .filter(one -> one.binaryName().equals(type))
        .flatMap(one -> one.methods().stream())
        .sorted()
        .map(OutlineTest::tuple3)
        .toList();
  }

  private static Tuple tuple3(SourceMethod one) {
    return tuple(one.name(), one.firstLine(), one.lastLine());
  }

  @Test
  void a_kotlin_class_owns_its_functions_by_their_lines() {
    Outline outline =
        kotlin(
            "Price.kt",
            """
            package com.acme.ko

            import com.acme.lib.Tax
            import kotlin.math.*

            /* class Not { /* nested */ fun no() {} } */
            class Price(private val rate: Int = 3) : Base(rate) {
                init {
                    println("class Neither { ${if (rate > 1) "}" else "{"}")
                }

                fun run(n: Int): Long {
                    var h = 1L
                    for (i in 0 until n) { h = h * 31 }
                    return h
                }

                private fun <T : Any> List<T>.twice(): List<T> =
                    this.map { it }
                        .plus(this)

                val doubled get() = rate * 2

                companion object {
                    fun of(text: String) = Price(text.toInt())
                }

                enum class Kind { A, B { override fun x() = 2 }; open fun x() = 1 }
            }
            """);

    assertThat(outline.packageName()).isEqualTo("com.acme.ko");
    assertThat(outline.imports()).containsExactly("com.acme.lib.Tax", "kotlin.math.*");
    assertThat(outline.types())
        .extracting(SourceType::binaryName, SourceType::firstLine, SourceType::lastLine)
        .containsExactlyInAnyOrder(
            tuple("com.acme.ko.Price", 7, 29),
            tuple("com.acme.ko.Price$Companion", 24, 26),
            tuple("com.acme.ko.Price$Kind", 28, 28));
    assertThat(functions(outline, "com.acme.ko.Price"))
        .containsExactly(tuple("<init>", 8, 10), tuple("run", 12, 16), tuple("twice", 18, 20));
    assertThat(functions(outline, "com.acme.ko.Price$Companion"))
        .containsExactly(tuple("of", 25, 25));
    assertThat(outline.linesOfCode()).isEqualTo(21);
  }

  @Test
  void what_stands_in_a_kotlin_file_itself_is_of_the_class_named_after_it() {
    String text =
        """
        package com.acme.kt.web
        import com.acme.kt.price.Price
        fun main(a: Array<String>) { val end = 1; while (true) { println(Price::class) } }
        class Other
        """;

    Outline outline = kotlin("main-page.kt", text);

    assertThat(outline.types())
        .extracting(SourceType::binaryName)
        .containsExactlyInAnyOrder("com.acme.kt.web.Main_pageKt", "com.acme.kt.web.Other");
    assertThat(functions(outline, "com.acme.kt.web.Main_pageKt"))
        .containsExactly(tuple("main", 3, 3));
  }

  @Test
  void a_kotlin_file_may_name_its_class() {
    Outline outline =
        kotlin(
            "strings.kt",
            """
            @file:JvmName("Texts")
            @file:JvmMultifileClass
            package com.acme
            fun trim(s: String) = s
            """);

    assertThat(outline.types())
        .extracting(SourceType::binaryName)
        .containsExactlyInAnyOrder("com.acme.Texts", "com.acme.Texts__StringsKt");
  }

  @Test
  void a_kotlin_file_of_classes_alone_has_no_class_of_its_own() {
    assertThat(kotlin("A.kt", "package p\nclass A { val x = 1; fun f() = x }").types())
        .extracting(SourceType::binaryName)
        .containsExactly("p.A");
  }

  @Test
  void scala_is_read_with_braces_and_without() {
    Outline braces =
        Outline.of(
            """
            package com.acme
            package shop

            import scala.collection.mutable.{Map, Set}
            import java.util._

            object Cart {
              def main(args: Array[String]): Unit = {
                println(s"${if (true) "}" else "{"} object No")
                println("${")
              }
              def `odd name`(x: Int) = x
              class Line(val n: Int) { def this() = this(0); def total: Int = n }
            }
            trait Priced { def price: Int = 'x'.toInt }
            """,
            Language.SCALA,
            "Cart.scala");
    Outline indented =
        Outline.of(
            """
            package com.acme

            class Cart(n: Int):
              def total: Int =
                val twice = n * 2
                twice

              def more = total + 1

            object Cart:
              def of(n: Int) = Cart(n)

            def top(x: Int) = x
            """,
            Language.SCALA,
            "carts.scala");

    assertThat(braces.packageName()).isEqualTo("com.acme.shop");
    assertThat(braces.imports()).containsExactly("java.util.*", "scala.collection.mutable.*");
    assertThat(braces.types())
        .extracting(SourceType::binaryName, SourceType::firstLine, SourceType::lastLine)
        .containsExactlyInAnyOrder(
            tuple("com.acme.shop.Cart", 7, 14),
            tuple("com.acme.shop.Cart$Line", 13, 13),
            tuple("com.acme.shop.Priced", 15, 15));
    assertThat(functions(braces, "com.acme.shop.Cart"))
        .containsExactly(tuple("main", 8, 11), tuple("odd name", 12, 12));
    assertThat(functions(braces, "com.acme.shop.Cart$Line"))
        .containsExactly(tuple("<init>", 13, 13), tuple("total", 13, 13));
    assertThat(indented.types())
        .extracting(SourceType::binaryName, SourceType::firstLine, SourceType::lastLine)
        .containsExactlyInAnyOrder(
            tuple("com.acme.Cart", 3, 8),
            tuple("com.acme.Cart", 10, 11),
            tuple("com.acme.carts$package", 1, 13));
    assertThat(functions(indented, "com.acme.Cart"))
        .containsExactly(tuple("total", 4, 6), tuple("more", 8, 8), tuple("of", 11, 11));
  }

  @Test
  void groovy_is_read_as_classes_and_as_scripts() {
    Outline outline =
        Outline.of(
            """
            package com.acme

            import static java.lang.Math.max

            class Cart {
              def pattern = ~/[{]class No/
              String path = 'a}b'
              Cart(int n) { this.n = n }
              def total(List<Integer> lines) throws IOException {
                if (lines) { return lines.collect { it * 2 }.sum() }
                "${lines.size()}}".length()
              }
              static int twice(int x) { x * 2 }
            }
            """,
            Language.GROOVY,
            "Cart.groovy");
    Outline script =
        Outline.of(
            "println 'hello'\ndef f(x) {\n  x\n}\n[1].each(2) { f(it) }\n",
            Language.GROOVY,
            "job.groovy");

    assertThat(outline.imports()).containsExactly("java.lang.Math.max");
    assertThat(outline.types()).extracting(SourceType::binaryName).containsExactly("com.acme.Cart");
    assertThat(functions(outline, "com.acme.Cart"))
        .containsExactly(tuple("<init>", 8, 8), tuple("total", 9, 12), tuple("twice", 13, 13));
    assertThat(functions(script, "job")).containsExactly(tuple("f", 2, 4));
  }

  @Test
  void any_text_is_read_in_time_that_grows_with_its_length() {
    List<String> parts =
        List.of(
            "class A {",
            "fun f(",
            "\"${",
            "/*",
            "'''",
            "object X : ",
            "}",
            "((",
            "def f(a) {",
            "package a.b\n",
            "\"\"\"",
            "`",
            "'",
            "\\",
            "$/",
            "=",
            "import a.{",
            "enum class ");
    for (Language language : Language.values()) {
      for (String part : parts) {
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(2),
            () -> assertThat(Outline.of(part.repeat(30_000), language, "A.groovy")).isNotNull(),
            part);
      }
    }
  }
}
