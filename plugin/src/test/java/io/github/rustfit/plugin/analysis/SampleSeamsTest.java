package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.engine.assessment.ComponentAssessment;
import io.github.rustfit.engine.seam.Ease;
import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.seam.EntryShape;
import io.github.rustfit.engine.seam.Seam;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The boundaries that a reader of the samples' source would draw. */
class SampleSeamsTest {

  private static ComponentAssessment component(String project, String name) {
    Path root = Path.of("").toAbsolutePath().resolve("../sample-projects/" + project).normalize();
    SourceRoot sources =
        new SourceRoot(project, root.resolve("src/main/java"), SourceFile.Role.MAIN);
    AnalysisRequest request =
        new AnalysisRequest(
            root,
            Checkout.of(List.of(sources), StandardCharsets.UTF_8),
            NamedInputs.NONE.lookingInto(List.of(root.resolve("rustfit"))),
            Judging.BY_THE_ROOTS_POLICY);
    return new Analysis(SampleSeamsTest.class.getClassLoader())
        .run(request).assessment().components().stream()
            .filter(one -> one.component().name().equals(project + "/" + name))
            .findFirst()
            .orElseThrow();
  }

  private static Seam seam(String project, String name) {
    return component(project, name).seam().orElseThrow();
  }

  @Test
  void the_cache_is_cut_at_its_three_operations_on_numbers() {
    Seam cache = seam("read-states", "cache");
    assertThat(cache.entries())
        .extracting(Entry::text)
        .containsExactlyInAnyOrder(
            "ReadStateCache.acknowledge(long, long, long)",
            "ReadStateCache.mention(long, long)",
            "ReadStateCache.find(long, long)");
    assertThat(cache.shape()).isEqualTo(EntryShape.FFI_KERNEL);
    assertThat(cache.webAssembly()).as("its shards are synchronized").isFalse();
    assertThat(cache.against()).isEmpty();
    // a call and a block for the three numbers of a ReadMarker
    assertThat(cache.budget().orElseThrow().nanosPerCrossing()).hasValue(75);
  }

  @Test
  void the_protocol_takes_too_little_and_the_server_is_its_own_thread() {
    assertThat(component("read-states", "protocol").seam()).isEmpty();
    assertThat(seam("read-states", "server").shape()).isEqualTo(EntryShape.SERVICE);
  }

  @Test
  void repositories_hand_out_object_graphs() {
    Seam repository = seam("crud-api", "repository");
    assertThat(repository.ease()).isEqualTo(Ease.SERIALIZED);
    assertThat(repository.shape()).isEqualTo(EntryShape.SIDECAR);
    assertThat(repository.entries().get(0).text())
        .isEqualTo("CustomerRepository.inCity(String, int, int)");
  }
}
