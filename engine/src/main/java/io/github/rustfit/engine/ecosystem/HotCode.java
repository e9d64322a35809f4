package io.github.rustfit.engine.ecosystem;

import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.SourceFile;
import io.github.rustfit.rules.rule.Need;
import io.github.rustfit.rules.rule.RuleContext;
import io.github.rustfit.rules.rule.Threshold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which files of a component matter to a port: those that its CPU time passes through. What one
 * cold class of a large component imports can stay in Java.
 */
public final class HotCode {

  /** Part of a component's files from which on what they use is part of its nature. */
  public static final Threshold PART =
      new Threshold("files that use it", 0.05, "share", "project assumption");

  private final Set<String> hot;
  private final List<SourceFile> sources;
  private final boolean known;

  private HotCode(Set<String> hot, List<SourceFile> sources, boolean known) {
    this.hot = hot;
    this.sources = sources;
    this.known = known;
  }

  /** That of the context's component; without enough CPU samples all of it counts. */
  public static HotCode of(RuleContext context) {
    Set<String> hot = new HashSet<>();
    for (List<Member> path :
        context.attribution().passages(context.component()).inside().keySet()) {
      path.forEach(member -> hot.add(member.file()));
    }
    return new HotCode(hot, context.sources(), context.has(Need.CPU_PROFILE) && !hot.isEmpty());
  }

  /** Whether what these files use matters: one of them is hot, or they are a large part. */
  public boolean weighs(Collection<String> files) {
    return !known
        || files.isEmpty()
        || files.stream().anyMatch(hot::contains)
        || files.size() >= PART.value() * sources.size();
  }

  /** What of this the files import that matter; what no file imports counts. */
  public SortedSet<String> of(SortedSet<String> imports) {
    Map<String, List<String>> files = new HashMap<>();
    for (SourceFile file : sources) {
      file.imports()
          .forEach(name -> files.computeIfAbsent(name, one -> new ArrayList<>()).add(file.path()));
    }
    SortedSet<String> mattering = new TreeSet<>(imports);
    mattering.removeIf(name -> !weighs(files.getOrDefault(name, List.of())));
    return mattering;
  }
}
