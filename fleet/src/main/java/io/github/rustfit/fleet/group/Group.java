package io.github.rustfit.fleet.group;

import io.github.rustfit.engine.assessment.Assessment;
import io.github.rustfit.engine.fold.FoldRule;
import io.github.rustfit.engine.fold.Folder;
import io.github.rustfit.engine.fold.OwnCode;
import io.github.rustfit.fleet.table.InputRow;
import io.github.rustfit.fleet.table.PortfolioRow;
import io.github.rustfit.fleet.table.ServiceFacts;
import io.github.rustfit.plugin.analysis.AnalysisResult;
import io.github.rustfit.readers.codec.EvidenceJson;
import io.github.rustfit.readers.files.RelativePath;
import io.github.rustfit.rules.evidence.Evidence;
import io.github.rustfit.rules.evidence.base.Problem;
import io.github.rustfit.rules.evidence.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One version of a service while its evidence comes in. Nothing is thrown for what comes. */
final class Group {

  /** Keeps evidence. */
  interface Store {

    /** Keeps it and says where. */
    String keep(String service, String version, byte[] evidence) throws IOException;
  }

  private final String service;
  private final String version;
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Folder folder;
  private final List<InputRow> rows = new ArrayList<>();
  private @Nullable String sources;
  private String failure = "";
  private boolean anyInput;
  private boolean anything;

  Group(String service, String version) {
    this.service = service;
    this.version = version;
  }

  /** Evidence that waits until all sources are known, and the file that it is of. */
  private record Waiting(Evidence evidence, String by) {}

  /**
   * Adds evidence. What holds sources comes before all other evidence.
   *
   * @param by the file that it is of
   */
  void add(Evidence evidence, String by) {
    anything |= !evidence.equals(Evidence.EMPTY);
    anyInput |= !evidence.inputs().isEmpty();
    if (!evidence.sources().isEmpty()) {
      sources = "version";
      waiting.add(new Waiting(evidence, by));
      return;
    }
    fold(evidence, by);
  }

  /** Adds sources of the service that are of no version, where the version has none of its own. */
  void addOfService(Evidence evidence) {
    if (sources == null && !evidence.sources().isEmpty()) {
      sources = "service";
      waiting.add(new Waiting(evidence, "the sources of the service"));
    }
  }

  /** The folder, which keeps the owners of all samples where sources tell what is own code. */
  private Folder folder() {
    Folder existing = folder;
    if (existing != null) {
      return existing;
    }
    SortedSet<SourceFile> known = new TreeSet<>();
    waiting.forEach(one -> known.addAll(one.evidence().sources()));
    Folder created = new Folder(FoldRule.DEFAULT, OwnCode.of(known));
    folder = created;
    List<Waiting> first = List.copyOf(waiting);
    waiting.clear();
    first.forEach(one -> fold(one.evidence(), one.by()));
    return created;
  }

  private void fold(Evidence evidence, String by) {
    if (!failure.isEmpty()) {
      return;
    }
    try {
      folder().add(evidence);
    } catch (OutOfMemoryError e) {
      failure = "There is not enough memory to add " + RelativePath.printable(by) + ".";
    } catch (RuntimeException | StackOverflowError e) {
      failure =
          "Its evidence cannot be added up with "
              + RelativePath.printable(by)
              + ": "
              + e.getClass().getName()
              + (e.getMessage() == null ? "" : ", " + RelativePath.printable(e.getMessage()))
              + ".";
    }
  }

  /** The chunks of recordings that count already. */
  SortedSet<String> chunks() {
    Folder known = folder;
    return known == null ? Collections.emptySortedSet() : known.chunks();
  }

  /** Notes what became of inputs. */
  void note(List<InputRow> more) {
    rows.addAll(more);
  }

  /** Whether any recording or log was offered, readable or not. */
  boolean hasInputs() {
    return anyInput;
  }

  /** Whether there is anything to judge. */
  boolean hasEvidence() {
    return anything;
  }

  /** What was noted, without a judgement. */
  Judged notes() {
    return new Judged(List.of(), List.of(), List.of(), sortedRows());
  }

  private List<InputRow> sortedRows() {
    return rows.stream().sorted().toList();
  }

  /** Keeps the evidence and judges it. */
  Judged judged(Judge judge, Store store) {
    Kept kept = kept(judge, store);
    ServiceFacts facts =
        new FactsOf(service, version, kept.evidence(), rows)
            .facts(kept.assessment(), sources, judge.lacksPolicy(service), failure, kept.place());
    Assessment assessment = kept.assessment();
    return assessment == null
        ? new Judged(
            List.of(PortfolioRow.withoutComponents(facts)), List.of(), List.of(), sortedRows())
        : new Judged(
            Figures.portfolio(facts, assessment),
            Figures.findings(facts, assessment),
            OwnLimits.of(facts, assessment),
            sortedRows());
  }

  private record Kept(Evidence evidence, @Nullable String place, @Nullable Assessment assessment) {

    static final Kept NOTHING = new Kept(Evidence.EMPTY, null, null);
  }

  private Kept kept(Judge judge, Store store) {
    Kept kept = Kept.NOTHING;
    try {
      Folder all = folder();
      if (!failure.isEmpty()) {
        return kept;
      }
      Evidence evidence = all.evidence();
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      EvidenceJson.write(evidence, json);
      String place = store.keep(service, version, json.toByteArray());
      kept = new Kept(evidence, place, null);
      AnalysisResult result = judge.judge(service, json.toByteArray());
      failure =
          new TreeSet<>(result.configurationErrors())
              .stream().map(Problem::text).collect(Collectors.joining(" "));
      return new Kept(evidence, place, result.assessment());
    } catch (IOException e) {
      failure = "Its evidence cannot be kept: " + RelativePath.printable(e.toString()) + ".";
    } catch (OutOfMemoryError e) {
      failure = "There is not enough memory to judge it.";
    } catch (RuntimeException | StackOverflowError e) {
      failure = "It cannot be judged: " + RelativePath.printable(e.toString()) + ".";
    }
    return kept;
  }
}
