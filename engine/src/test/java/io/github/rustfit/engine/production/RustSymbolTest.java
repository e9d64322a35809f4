package io.github.rustfit.engine.production;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Mangled names are those that rustc 1.95 wrote into the library of a port (read with nm), or of
 * RFC 2603's and the rustc book's examples; demangled ones are as async-profiler 4.6 wrote them.
 */
class RustSymbolTest {

  private static String crate(String name) {
    return RustSymbol.of(name).map(RustSymbol::crate).orElse("none");
  }

  private static boolean certain(String name) {
    return RustSymbol.of(name).orElseThrow().certain();
  }

  @Test
  void the_old_scheme_begins_with_the_crate_and_ends_with_a_hash() {
    String product = "_ZN7kernels17embedding_product7product17h7a0fa2762bfd665eE";
    assertThat(crate(product)).isEqualTo("kernels");
    assertThat(certain(product)).isTrue();
    assertThat(crate("_ZN24rustfit_prototype_search3jni4read17h75b51b0c0f594e05E"))
        .isEqualTo("rustfit_prototype_search");
    assertThat(crate(product + ".llvm.1234567890")).isEqualTo("kernels");
  }

  @Test
  void a_method_of_a_trait_is_of_the_crate_of_its_type() {
    assertThat(
            crate(
                "_ZN60_$LT$alloc..string..String$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE"))
        .isEqualTo("alloc");
    assertThat(crate("<prices::Row as core::cmp::PartialOrd>::partial_cmp")).isEqualTo("prices");
    assertThat(crate("<&mut prices::Row as core::fmt::Debug>::fmt")).isEqualTo("prices");
    assertThat(crate("<impl core::fmt::Debug for prices::Row>::fmt")).isEqualTo("prices");
  }

  /** The first four from a library built with -C symbol-mangling-version=v0. */
  @Test
  void the_new_scheme_names_the_crate_at_the_root_of_its_path() {
    assertThat(crate("_RNvNtCskzFutuVutK7_7kernels17embedding_product5heavy")).isEqualTo("kernels");
    assertThat(crate("_RINvNtCs7vcStgakIRv_24rustfit_prototype_search3jni4readfEB4_"))
        .isEqualTo("rustfit_prototype_search");
    assertThat(
            crate(
                "_RNvMs4_NtCslNYArtu3iFV_5alloc7raw_vecNtB5_11RawVecInner11finish_growCs7vcStgakIRv_24rustfit_prototype_search"))
        .isEqualTo("alloc");
    assertThat(
            crate(
                "_RINvNtCs7vcStgakIRv_24rustfit_prototype_search8boundary7guardedNCNvB4_13panic_for_ffm0EB4_"))
        .isEqualTo("rustfit_prototype_search");
    // RFC 2603: <mycrate::Foo<u32>>::foo, and <u32 as mycrate::Bar>::bar by its trait
    assertThat(crate("_RNvMCs4fqI2P2rA04_7mycrateINtB2_3FoomE3foo")).isEqualTo("mycrate");
    assertThat(crate("_RNvYmNtCs4fqI2P2rA04_7mycrate3Bar3bar")).isEqualTo("mycrate");
  }

  @Test
  void a_plain_path_may_be_of_rust_or_of_another_language() {
    assertThat(crate("kernels::embedding_product::product")).isEqualTo("kernels");
    assertThat(certain("kernels::embedding_product::product")).isFalse();
    assertThat(certain("kernels::embedding_product::product::h7a0fa2762bfd665e")).isTrue();
    assertThat(certain("kernels[90ab12]::embedding_product::product")).isTrue();
    assertThat(certain("kernels::sum::{{closure}}")).isTrue();
    assertThat(crate("alloc::raw_vec::RawVecInner<A>::finish_grow")).isEqualTo("alloc");
    assertThat(crate("rustfit_prototype_search::jni::read::<f32>"))
        .isEqualTo("rustfit_prototype_search");
  }

  @Test
  void a_library_in_front_does_not_matter() {
    assertThat(
            crate(
                "93e20c14e1dadecd-librustfit_prototype_search.so`kernels::embedding_product::heavy"))
        .isEqualTo("kernels");
  }

  @Test
  void functions_of_c_and_of_the_jvm_have_no_crate() {
    assertThat(crate("__memset_avx512_unaligned_erms")).isEqualTo("none");
    assertThat(crate("jni_GetFloatArrayRegion")).isEqualTo("none");
    assertThat(crate("os::malloc")).isEqualTo("none");
    assertThat(crate("JNIHandles::resolve")).isEqualTo("none");
    assertThat(crate("oopDesc* JNIHandles::resolve_impl<0ul, false>")).isEqualTo("none");
    assertThat(crate("_ZN10JNIHandles7resolveEP8_jobject")).isEqualTo("none");
    assertThat(crate("PhaseIdealLoop::Dominators")).isEqualTo("none");
    assertThat(crate("rustfit_prototype_search_embedding_product")).isEqualTo("none");
  }

  @Test
  void damaged_names_are_no_symbols() {
    assertThat(crate("_ZN99kernels17h7a0fa2762bfd665eE")).isEqualTo("none");
    assertThat(crate("_RNvNtCs_")).isEqualTo("none");
    assertThat(crate("_R" + "N".repeat(200))).isEqualTo("none");
    assertThat(crate("_RC9999x")).isEqualTo("none");
    assertThat(crate("")).isEqualTo("none");
  }
}
