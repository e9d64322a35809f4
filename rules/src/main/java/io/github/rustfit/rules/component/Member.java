package io.github.rustfit.rules.component;

import io.github.rustfit.rules.evidence.source.SourceMethod;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A method of the source that was seen on a stack under its own name, overloads told apart.
 *
 * @param className binary name of the type that declares it
 * @param file path of its file, relative to the project's root
 * @param method its declaration
 */
public record Member(String className, String file, SourceMethod method)
    implements Comparable<Member> {

  private static final Comparator<Member> ORDER =
      Comparator.comparing(Member::className)
          .thenComparing(Member::file)
          .thenComparing(Member::method);

  // The generated methods look at the whole declaration, and attribution compares many members.

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Member member
            && method.firstLine() == member.method.firstLine()
            && className.equals(member.className)
            && file.equals(member.file)
            && method.equals(member.method));
  }

  @Override
  public int hashCode() {
    return className.hashCode() * 31 + method.firstLine();
  }

  /** Where it is declared. */
  public Place place() {
    return new Place(className, method.name(), file, method.firstLine(), true);
  }

  @Override
  public int compareTo(Member other) {
    return ORDER.compare(this, other);
  }
}
