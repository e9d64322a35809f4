package io.github.rustfit.trial.starter;

import io.github.rustfit.engine.seam.Entry;
import io.github.rustfit.engine.trial.MethodId;
import io.github.rustfit.rules.component.Member;
import io.github.rustfit.rules.evidence.source.Signature;
import io.github.rustfit.trial.port.Receiver;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A method that a port would begin at, and whether its arguments cross as they are. Of one that is
 * called on an object this is known when it is known what it needs of the object.
 */
public final class EntryMethod {

  private final Member member;
  private final List<String> obstacles;
  private final Optional<FlatMethod> flat;

  private EntryMethod(Member member, List<String> obstacles, Optional<FlatMethod> flat) {
    this.member = member;
    this.obstacles = List.copyOf(obstacles);
    this.flat = flat;
  }

  /** An entry of a boundary that the report found. */
  public static EntryMethod of(Entry entry) {
    return judged(entry.member(), new Obstacles(Optional.of(entry.crossing())));
  }

  /** Any method of the source. */
  public static EntryMethod of(Member member) {
    return judged(member, new Obstacles(Optional.empty()));
  }

  private static EntryMethod judged(Member member, Obstacles finder) {
    Obstacles.Found found = finder.of(member);
    List<String> all = new ArrayList<>(found.own());
    found.object().ifPresent(one -> all.add(0, one));
    return new EntryMethod(
        member, all, found.own().isEmpty() ? Optional.of(flat(member)) : Optional.empty());
  }

  private static FlatMethod flat(Member member) {
    Signature signature = member.method().signature().orElseThrow();
    List<Passed> parameters = new ArrayList<>();
    for (String type : signature.parameters()) {
      parameters.add(Passed.of(type).orElseThrow());
    }
    return new FlatMethod(
        member.className(),
        member.method().name(),
        Modifier.isPrivate(signature.access()),
        parameters,
        Passed.of(signature.returns()).orElseThrow(),
        Optional.empty(),
        new FlatMethod.Lines(
            member.file(), member.method().firstLine(), member.method().lastLine()));
  }

  /**
   * The same method, of which more is known.
   *
   * @param arrays places of parameters, the first one being 0, whose arrays it never writes to
   */
  public EntryMethod onlyReading(List<Integer> arrays) {
    return new EntryMethod(member, obstacles, flat.map(one -> one.onlyReading(arrays)));
  }

  /**
   * The same method, of whose object it is known what it needs; a static one as it is.
   *
   * @param fields the fields that it needs, numbers that change last
   * @param reasons why these are not all
   */
  public EntryMethod calledOn(List<Receiver.Field> fields, List<String> reasons) {
    if (obstacles.isEmpty() || flat.isEmpty()) {
      return this;
    }
    if (!reasons.isEmpty()) {
      return new EntryMethod(member, List.of(Obstacles.more(member, reasons)), Optional.empty());
    }
    return new EntryMethod(
        member,
        Obstacles.doesNothing(member, fields) ? List.of(Obstacles.NOTHING) : List.of(),
        flat.map(one -> one.calledOn(fields)));
  }

  /**
   * {@code package.Type#method(type,…)} with types as the source names them, packages left out: no
   * two methods of a source have the same.
   */
  public String id() {
    return MethodId.of(member);
  }

  /** Where it is declared: {@code file:line}. */
  public String place() {
    return member.file() + ":" + member.method().firstLine();
  }

  /**
   * Whether nothing is in its way but the object that it is called on, of which it is not known yet
   * what it needs.
   */
  public boolean mayCross() {
    return flat.isPresent();
  }

  /** Why it does not cross as it is, each with what to do first; empty when it does. */
  public List<String> obstacles() {
    return obstacles;
  }

  /** Why it is refused, in one sentence. */
  public String refusal() {
    return place() + ": " + id() + " does not cross as it is: " + String.join("; ", obstacles);
  }

  /** The method of the source. */
  public Member member() {
    return member;
  }

  /** What its function is called in Rust. */
  public String function() {
    return Names.rust(member.method().name());
  }

  /** The method, when nothing is in its way. */
  Optional<FlatMethod> flat() {
    return obstacles.isEmpty() ? flat : Optional.empty();
  }
}
