package io.github.rustfit.readers.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameNamesTest {

  private final FrameNames names = new FrameNames();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com/acme/Foo.bar | com.acme.Foo | bar | 0",
        "com.acme.Foo.bar | com.acme.Foo | bar | 0",
        "com/acme/Foo.bar_[j] | com.acme.Foo | bar | 0",
        "com/acme/Foo.bar:12_[0] | com.acme.Foo | bar | 12",
        "com/acme/Foo.bar:12 | com.acme.Foo | bar | 12",
        "com/acme/Foo.bar@12_[1] | com.acme.Foo | bar | 0",
        "com/acme/Foo.bar(Ljava/lang/String;)V_[i] | com.acme.Foo | bar | 0",
        "com.acme.Foo.bar(java.lang.String) | com.acme.Foo | bar | 0",
        "com/acme/Foo.<init> | com.acme.Foo | <init> | 0",
        "com/acme/Foo$$Lambda$4.0x00007f1018001218.run_[0] | com.acme.Foo$$Lambda | run | 0",
        "com.acme.Foo$$Lambda/0x000000009e045c00.run_[0] | com.acme.Foo$$Lambda | run | 0",
        "java/lang/invoke/LambdaForm$MH.0x00007f9f8400e800.invoke"
            + " | java.lang.invoke.LambdaForm$MH | invoke | 0",
        "com/acme/Foo$Companion.of-abc | com.acme.Foo$Companion | of-abc | 0",
        "com/acme/Foo$$anonfun$1.$plus | com.acme.Foo$$anonfun$1 | $plus | 0",
        "BusyClient.run_[j] | BusyClient | run | 0",
        "a.b.c | a.b | c | 0",
        "app.run_[i] | app | run | 0",
        "boolean com.acme.A.hot(java.util.List, int) | com.acme.A | hot | 0",
        "int[] com.acme.B.cold(java.lang.String[]) | com.acme.B | cold | 0",
        "void com.acme.A.<init>(int) | com.acme.A | <init> | 0",
        "Lcom/acme/A;::hot | com.acme.A | hot | 0",
        "Lcom/acme/A$B;::<init> | com.acme.A$B | <init> | 0",
        "Lcom/acme/A;hot | com.acme.A | hot | 0"
      })
  void a_java_frame_has_its_class_and_method(String text, String type, String method, int line) {
    assertThat(names.frame(text, 0)).isEqualTo(new Frame(type, method, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__memset_avx2_unaligned_erms",
        "JavaThread::thread_main_inner",
        "msort_with_tmp.part.0",
        "memcpy.cold",
        "libc.so.6",
        "libjvm.so",
        "/usr/lib/x86_64-linux-gnu/libc.so.6",
        "[unknown_Java]",
        "new_type_array Runtime1 stub",
        "I2C/C2I adapters",
        "operator new(unsigned long)",
        "void std::sort<int*>(int*, int*)",
        "bool llvm::isa(llvm.Value)",
        "libjvm.so`Foo.bar",
        "std::vector<a.b.C>::push",
        "runtime.mallocgc",
        "_ZN7kernels17embedding_product7product17h7a0fa2762bfd665eE",
        "_ZN7kernels17embedding_product7product17h7a0fa2762bfd665eE.llvm.12345",
        "_ZN60_$LT$alloc..string..String$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE",
        "_RNvNtCskzFutuVutK7_7kernels17embedding_product5heavy",
        "kernels::embedding_product::product",
        "<prices::Row as core::cmp::PartialOrd>::partial_cmp",
        "alloc::raw_vec::RawVecInner<A>::finish_grow",
        "93e20c14e1dadecd-librustfit_prices.so`rustfit_prices_of",
        "Java_com_acme_PricesOfInRustJni_call",
        "1.5",
        ""
      })
  void anything_else_is_native(String text) {
    assertThat(names.frame(text, 7)).isEqualTo(new Frame("", text, 0));
  }

  @Test
  void signatures_in_collapsed_files_have_bars_for_semicolons() {
    assertThat(names.frame("com/acme/Foo.bar(Ljava/lang/String|I)V", 0))
        .isEqualTo(new Frame("com.acme.Foo", "bar", 0));
  }

  @Test
  void a_frame_of_the_kernel_is_native_whatever_it_looks_like() {
    assertThat(names.frame("do_syscall_64_[k]", 0)).isEqualTo(new Frame("", "do_syscall_64", 0));
    assertThat(names.frame("a/b.c_[k]", 0).java()).isFalse();
  }

  @Test
  void a_line_that_no_class_file_holds_is_none() {
    assertThat(names.frame("a/B.c", 0xffff).line()).isZero();
    assertThat(names.frame("a/B.c", -1).line()).isZero();
    assertThat(names.frame("a/B.c", 1L << 40).line()).isZero();
    assertThat(names.frame("a/B.c:65535", 0).line()).isZero();
    assertThat(names.frame("a/B.c", 65534).line()).isEqualTo(65534);
  }

  @Test
  void endless_names_cost_little() {
    assertThat(names.frame("/0".repeat(1 << 16) + "x", 0).method()).hasSize(500);
    assertThat(names.frame("/0".repeat(499) + "x", 0).java()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "byte[]_[i] | byte[]",
        "byte[][] | byte[][]",
        "java.lang.String_[k] | java.lang.String",
        "java.lang.String[]_[i] | java.lang.String[]",
        "java.util.Map$Entry | java.util.Map$Entry",
        "String_[i] | String",
        "com.acme.Foo$$Lambda$4.0x00007f1018001218_[i] | com.acme.Foo$$Lambda",
        "com/acme/Foo.bar_[i] | ''",
        "com.acme.Foo.bar_[i] | ''",
        "com.acme.Foo.bar_[j] | ''",
        "com.acme.Foo_[j] | ''",
        "do_syscall_64_[k] | ''",
        "Interpreter | ''",
        "[] | ''",
        "'' | ''"
      })
  void a_leaf_may_name_a_class(String text, String type) {
    assertThat(FrameNames.type(text)).isEqualTo(type);
  }

  @Test
  void threads_are_told_by_their_number() {
    assertThat(FrameNames.thread("[main tid=12]")).isTrue();
    assertThat(FrameNames.thread("[tid=12]")).isTrue();
    assertThat(FrameNames.thread("[unknown_Java]")).isFalse();
  }
}
