package io.github.rustfit.readers.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustfit.readers.jfr.format.ChunkBytes;
import io.github.rustfit.readers.jfr.format.ChunkFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that are not held in memory say the same as those that are. */
class JfrLargeChunkTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void an_own_recording_is_the_same_by_pages() throws Exception {
    Path file = Recordings.record(folder);
    assertThat(Recordings.byPages(file)).isEqualTo(Recordings.read(file));
  }

  @Test
  void a_truncated_recording_is_the_same_by_pages() throws Exception {
    byte[] good = Files.readAllBytes(Recordings.record(folder));
    for (int cut = 1; cut < 10; cut++) {
      Path file = folder.resolve("cut" + cut);
      Files.write(file, Arrays.copyOf(good, good.length / 10 * cut));
      assertThat(Recordings.byPages(file)).isEqualTo(Recordings.read(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk17-profile", "ap46-jfrsync-jdk25", "killed-jvm-inprogress"})
  void a_recording_of_the_corpus_is_the_same_by_pages(String name) throws Exception {
    Path file = Recordings.corpus(name, folder);
    assertThat(Recordings.byPages(file)).isEqualTo(Recordings.read(file));
  }

  @Test
  void progress_ends_at_the_end_of_the_file() throws Exception {
    Path file = Recordings.record(folder);
    List<Long> places = new ArrayList<>();
    try (ChunkFile chunks = new ChunkFile(file)) {
      new RecordingReader(chunks, places::add, Set.of(), ChunkBytes.most()).read();
    }
    assertThat(places).isSorted().endsWith(Files.size(file));
  }
}
