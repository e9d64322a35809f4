package io.github.rustfit.readers.source.outline;

import io.github.rustfit.rules.evidence.source.SourceMethod;
import java.util.ArrayList;
import java.util.List;

/** A declaration whose end was not met yet. */
final class Scope {

  /** What was declared. */
  enum Kind {
    FILE,
    PACKAGE,
    TYPE,
    FUNCTION,
    /** A type within a function: it is part of it. */
    LOCAL
  }

  final Kind kind;
  final String name;
  final int firstLine;
  final int indent;

  /** How many brackets were open before it. */
  final int depth;

  final List<SourceMethod> functions = new ArrayList<>();

  /** How many are open within its braces; 0 while it has none. */
  int bodyDepth;

  /** Whether an equals sign began its body: braces behind are of the expression. */
  boolean expression;

  /** Whether something is declared in it that is no function. */
  boolean properties;

  Scope(Kind kind, String name, int firstLine, int indent, int depth) {
    this.kind = kind;
    this.name = name;
    this.firstLine = firstLine;
    this.indent = indent;
    this.depth = depth;
  }

  /** Whether what is declared in it has a name of its own in stack traces. */
  boolean holdsMembers() {
    return kind == Kind.FILE || kind == Kind.PACKAGE || kind == Kind.TYPE;
  }

  /** Whether a line that begins with this token is no longer part of it. */
  boolean endsBefore(Token token, int open) {
    return kind != Kind.FILE && bodyDepth == 0 && open <= depth && token.indent() <= indent;
  }
}
