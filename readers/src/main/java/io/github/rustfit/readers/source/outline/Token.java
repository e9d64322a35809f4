package io.github.rustfit.readers.source.outline;

/**
 * A word, a literal or one character of code.
 *
 * @param kind what it is
 * @param text the word without back ticks, the literal without quotes, or the character
 * @param line its line, from 1
 * @param indent the column of its line's first token
 * @param first whether it is that token
 */
record Token(Kind kind, String text, int line, int indent, boolean first) {

  /** What a token is. */
  enum Kind {
    WORD,
    LITERAL,
    SIGN
  }

  boolean sign(char c) {
    return kind == Kind.SIGN && text.charAt(0) == c;
  }

  boolean word(String wanted) {
    return kind == Kind.WORD && text.equals(wanted);
  }
}
