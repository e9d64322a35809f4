package io.github.rustfit.engine.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.rules.evidence.profile.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Stacks as async-profiler 4.6 wrote them of a service whose port was called through foreign
 * functions and through JNI (JDK 25), hidden classes shortened.
 */
class NativeStackTest {

  private static final String CALL = "com/acme/EmbeddingProductInRust.call;";
  private static final String FFM =
      "com/acme/Search.best;"
          + CALL
          + CALL
          + "com/acme/EmbeddingProductInRustFfm.call;java/lang/invoke/LambdaForm$MH.invoke;"
          + "nep_invoker_blob;rustfit_prototype_search_embedding_product";
  private static final String JNI =
      "com/acme/Search.best;"
          + CALL
          + "com/acme/EmbeddingProductInRustJni.call;"
          + "Java_com_acme_EmbeddingProductInRustJni_call";

  /** Root first, as in a collapsed file. */
  private static List<Frame> stack(String text) {
    List<Frame> frames = new ArrayList<>();
    for (String one : text.split(";")) {
      int dot = one.lastIndexOf('.');
      boolean java = one.indexOf('/') > 0 && !one.contains("`");
      frames.add(
          java
              ? new Frame(one.substring(0, dot).replace('/', '.'), one.substring(dot + 1), 0)
              : new Frame("", one, 0));
    }
    Collections.reverse(frames);
    return frames;
  }

  private static NativeStack of(String text) {
    return NativeStack.of(stack(text)).orElseThrow();
  }

  @Test
  void a_kernel_is_rust_by_either_way_of_calling_it() {
    for (String way : List.of(FFM, JNI)) {
      NativeStack found = of(way + ";kernels::embedding_product::product");
      assertThat(found.binding()).isEqualTo("com.acme.EmbeddingProductInRust");
      assertThat(found.crate()).contains("kernels");
      assertThat(found.spot()).isEqualTo(Spot.RUST);
      assertThat(found.technique()).isTrue();
      assertThat(of(way + ";kernels::embedding_product::product;__libc_free").spot())
          .isEqualTo(Spot.RUST);
    }
  }

  @Test
  void the_exported_function_names_the_library() {
    assertThat(of(FFM).library()).contains("rustfit_prototype_search");
    assertThat(of(JNI + ";rustfit_prototype_search::jni::read;aci_CopyRight").library())
        .contains("rustfit_prototype_search");
    String lib = FFM.replace("rustfit_prototype", "93e20c14-librustfit_x.so`rustfit_prototype");
    assertThat(of(lib).library()).contains("rustfit_prototype_search");
  }

  @Test
  void copying_is_the_boundary() {
    String java = FFM.substring(0, FFM.indexOf("java/lang/invoke"));
    assertThat(of(java + "java/lang/foreign/Arena.ofConfined;jlong_disjoint_arraycopy").spot())
        .isEqualTo(Spot.CROSSING);
    assertThat(of(java.substring(0, java.length() - 1)).spot()).isEqualTo(Spot.CROSSING);
    assertThat(of(JNI + ";aci_CopyRight").spot()).isEqualTo(Spot.CROSSING);
    assertThat(of(JNI + ";jni_SetFloatArrayRegion;check_bounds").spot()).isEqualTo(Spot.CROSSING);
    assertThat(of(JNI + ";rustfit_prototype_search::jni::read;__memset_avx512").spot())
        .isEqualTo(Spot.CROSSING);
    assertThat(
            of(JNI
                    + ";_RINvNtCs7vcStgakIRv_24rustfit_prototype_search3jni4readfEB4_"
                    + ";jni_GetFloatArrayRegion")
                .spot())
        .isEqualTo(Spot.CROSSING);
  }

  /** A kernel that was inlined, or malloc whose caller the profiler left out. */
  @Test
  void right_below_the_exported_function_nobody_can_tell() {
    assertThat(of(FFM).spot()).isEqualTo(Spot.DOOR);
    assertThat(of(JNI + ";__libc_free;_int_free").spot()).isEqualTo(Spot.DOOR);
    assertThat(of(JNI + ";rustfit_prototype_search::boundary::guarded").spot())
        .isEqualTo(Spot.DOOR);
  }

  @Test
  void the_guard_around_a_kernel_does_not_make_it_boundary() {
    assertThat(
            of(JNI
                    + ";rustfit_prototype_search::boundary::guarded"
                    + ";kernels::embedding_product::product")
                .spot())
        .isEqualTo(Spot.RUST);
  }

  @Test
  void what_rust_leaves_to_java_is_java() {
    NativeStack left =
        of(
            "com/acme/Search.best;"
                + CALL
                + "com/acme/EmbeddingProductInRust.java;com/acme/Embedding.product");
    assertThat(left.spot()).isEqualTo(Spot.JAVA);
    assertThat(left.technique()).isFalse();
  }

  @Test
  void rust_without_a_starter_is_known_where_its_names_leave_no_doubt() {
    NativeStack other =
        of(
            "com/acme/Codec.pack;Java_com_acme_Codec_pack;"
                + "_ZN6packer4pack17h7a0fa2762bfd665eE;_ZN4core3fmt5write17h7a0fa2762bfd665eE");
    assertThat(other.binding()).isEmpty();
    assertThat(other.crate()).contains("packer");
    assertThat(NativeStack.of(stack("com/acme/Codec.pack;Java_com_acme_Codec_pack;packer::pack")))
        .isEmpty();
    assertThat(NativeStack.of(stack("com/acme/Codec.pack;Unsafe_CopyMemory0;os::malloc")))
        .isEmpty();
  }

  @Test
  void a_class_is_the_binding_of_the_method_it_is_named_after() {
    assertThat(Binding.nameOf("com.acme.Embedding#product(float[],float[])"))
        .isEqualTo("com.acme.EmbeddingProductInRust");
    Binding second = new Binding("com.acme.EmbeddingProductInRust_2", "");
    assertThat(second.isOf("com.acme.Embedding#product")).isTrue();
    assertThat(second.isOf("com.acme.Embedding#prod")).isFalse();
    assertThat(second.library("rustfit_core_pricing_embedding_product_2"))
        .contains("rustfit_core_pricing");
  }
}
