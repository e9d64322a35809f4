package io.github.rustfit.plugin.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.source.SourceRoot;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A daemon keeps the plugin's classes and runs builds one after the other and at the same time in
 * them; these builds share a cache too.
 */
class ConcurrentBuildsTest {

  private static final List<String> PROJECTS = List.of("read-states", "crud-api");

  @Test
  void builds_in_one_process_do_not_disturb_each_other(@TempDir Path cache) throws Exception {
    List<byte[]> alone = new ArrayList<>();
    for (String project : PROJECTS) {
      alone.add(evidence(project, Optional.empty()));
    }
    ExecutorService daemon = Executors.newFixedThreadPool(4);
    try {
      List<Callable<byte[]>> builds = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String project = PROJECTS.get(i % PROJECTS.size());
        builds.add(() -> evidence(project, Optional.of(cache)));
      }
      List<Future<byte[]>> results = daemon.invokeAll(builds);
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(alone.get(i % PROJECTS.size()));
      }
    } finally {
      daemon.shutdownNow();
    }
  }

  private static byte[] evidence(String project, Optional<Path> cache) throws IOException {
    Path root = Path.of("").toAbsolutePath().resolve("../sample-projects/" + project).normalize();
    AnalysisRequest request =
        new AnalysisRequest(
            root,
            new Checkout(
                List.of(
                    new SourceRoot(project, root.resolve("src/main/java"), SourceFile.Role.MAIN)),
                StandardCharsets.UTF_8,
                List::of,
                true,
                cache,
                true),
            NamedInputs.NONE.lookingInto(List.of(root.resolve("rustfit"))),
            Judging.BY_THE_ROOTS_POLICY);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EvidenceJson.write(
        new Analysis(ConcurrentBuildsTest.class.getClassLoader()).run(request).evidence(), out);
    return out.toByteArray();
  }
}
