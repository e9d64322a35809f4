package io.github.rustfit.trial.starter;

import java.nio.file.*;
import java.util.*;

class TryOut {
  public static void main(String[] a) throws Exception {
    List<FlatMethod> all = new ArrayList<>();
    for (int i = 1; i < a.length; i++) {
      String[] parts = a[i].split("[#(:)]");
      List<Passed> ps = new ArrayList<>();
      if (!parts[2].isEmpty()) for (String t : parts[2].split(",")) ps.add(Passed.of(t).get());
      all.add(new FlatMethod(parts[0], parts[1], parts.length > 5, ps, Passed.of(parts[4]).get(), new FlatMethod.Lines("src/X.java", 3, 9)));
    }
    Layout l = new Layout("core/stats", Kernel.of(all));
    for (var e : Starter.files(l).entrySet()) {
      Path p = Path.of(a[0]).resolve(e.getKey());
      Files.createDirectories(p.getParent());
      Files.writeString(p, e.getValue());
    }
  }
}
