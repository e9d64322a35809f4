package io.github.rustfit.benchmarks.fleet;

import io.github.rustfit.readers.codec.EvidenceFormatException;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.profile.Frame;
import io.github.rustfit.rules.evidence.profile.ProfileSummary;
import io.github.rustfit.rules.evidence.profile.SampleKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds folded evidence against what the generator counted: {@code FoldCheck EXPECTED FOLDED}. What
 * is left of recordings that were cut off is not among the expected, so without them only.
 */
public final class FoldCheck {

  private static final long[] NOTHING = new long[2];

  private FoldCheck() {}

  /** Prints how many sums were compared, and ends with 1 where one differs. */
  public static void main(String[] arguments) throws IOException, EvidenceFormatException {
    List<String> lines = Files.readAllLines(Path.of(arguments[0]));
    int compared = 0;
    int wrong = 0;
    Map<Path, Map<String, long[]>> known = new TreeMap<>();
    Map<Path, long[]> bytes = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      Path file = Path.of(arguments[1], fields[0], fields[1], "evidence.json");
      if (!known.containsKey(file)) {
        known.put(file, sums(file, bytes));
      }
      if (fields[2].startsWith("#")) {
        continue;
      }
      compared++;
      bytes.getOrDefault(file, NOTHING)[1] += Long.parseLong(fields[4]);
      long samples = known.getOrDefault(file, Map.of()).getOrDefault(fields[2], NOTHING)[0];
      if (samples != Long.parseLong(fields[3])) {
        wrong++;
        System.out.println(line + ": " + samples + " CPU samples");
      }
    }
    long largest = 0;
    for (Map.Entry<Path, long[]> file : bytes.entrySet()) {
      compared++;
      largest = Math.max(largest, Files.size(file.getKey()));
      if (file.getValue()[0] != file.getValue()[1]) {
        wrong++;
        System.out.println(file.getKey() + ": " + Arrays.toString(file.getValue()) + " bytes");
      }
    }
    System.out.printf(
        "%d sums of %d files, %d of them wrong; the largest file has %d bytes%n",
        compared, known.size(), wrong, largest);
    System.exit(wrong == 0 ? 0 : 1);
  }

  /** CPU samples by part of the service; and allocated bytes, with those that were left out. */
  private static Map<String, long[]> sums(Path file, Map<Path, long[]> bytes)
      throws IOException, EvidenceFormatException {
    Evidence evidence;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      evidence = EvidenceJson.read(in);
    }
    ProfileSummary profile = evidence.profile();
    Map<String, long[]> sums = new TreeMap<>();
    profile
        .samples()
        .forEach(
            (key, weight) -> {
              if (key.kind() == SampleKind.CPU) {
                sums.computeIfAbsent(part(key.stack()), part -> new long[2])[0] += weight.samples();
              }
            });
    long leftOut = profile.facts().sampling().leftOut().getOrDefault(SampleKind.ALLOCATION, 0L);
    bytes.put(file, new long[] {profile.total(SampleKind.ALLOCATION).amount() + leftOut, 0});
    return sums;
  }

  private static String part(List<Frame> stack) {
    return stack.stream()
        .map(Frame::className)
        .filter(name -> name.startsWith("com.acme."))
        .findFirst()
        .map(name -> name.split("\\.", 5)[3])
        .orElse("");
  }
}
