package io.github.rustfit.readers.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes expected values from JSON, one after the other; anything else is a format error. */
final class JsonCursor {
  private final JsonParser json;
  private final StackTree stacks = new StackTree();
  private @Nullable JsonToken token;
  private boolean peeked;
  private int version = Integer.MAX_VALUE;

  JsonCursor(JsonParser json) {
    this.json = json;
  }

  /** The stacks that were read of the document. */
  StackTree stacks() {
    return stacks;
  }

  /** The version of the format that is read; the newest until the document says otherwise. */
  int version() {
    return version;
  }

  /** This, reading that version of the format. */
  JsonCursor ofVersion(int older) {
    version = older;
    return this;
  }

  /** The next token must be this one. */
  void expect(JsonToken expected) throws IOException, EvidenceFormatException {
    JsonToken found = next();
    if (found != expected) {
      throw failure("expected " + text(expected) + " but found " + text(found));
    }
  }

  /** Whether the array or object that was begun has another element or key. */
  boolean more() throws IOException, EvidenceFormatException {
    JsonToken found = next();
    peeked = true;
    return found != JsonToken.END_ARRAY && found != JsonToken.END_OBJECT;
  }

  /** The next key must be this one. */
  JsonCursor key(String name) throws IOException, EvidenceFormatException {
    String found = key();
    if (!found.equals(name)) {
      throw failure("expected the key '" + name + "' but found '" + found + "'");
    }
    return this;
  }

  /** The next key. */
  String key() throws IOException, EvidenceFormatException {
    expect(JsonToken.FIELD_NAME);
    return json.currentName();
  }

  /** The next key is to be taken for a text. */
  JsonCursor name() throws IOException, EvidenceFormatException {
    expect(JsonToken.FIELD_NAME);
    peeked = true;
    return this;
  }

  String string() throws IOException, EvidenceFormatException {
    JsonToken found = next();
    if (found == JsonToken.FIELD_NAME) {
      return json.currentName();
    }
    if (found != JsonToken.VALUE_STRING) {
      throw failure("expected value string but found " + text(found));
    }
    try {
      return json.getText();
    } catch (JsonProcessingException e) {
      throw failure(e.getOriginalMessage());
    }
  }

  int integer() throws IOException, EvidenceFormatException {
    expect(JsonToken.VALUE_NUMBER_INT);
    try {
      return json.getIntValue();
    } catch (JsonProcessingException e) {
      throw failure("the number is too large");
    }
  }

  long number() throws IOException, EvidenceFormatException {
    expect(JsonToken.VALUE_NUMBER_INT);
    try {
      return json.getLongValue();
    } catch (JsonProcessingException e) {
      throw failure("the number is too large");
    }
  }

  double real() throws IOException, EvidenceFormatException {
    JsonToken found = next();
    if (found != JsonToken.VALUE_NUMBER_FLOAT && found != JsonToken.VALUE_NUMBER_INT) {
      throw failure("expected a number but found " + text(found));
    }
    try {
      return json.getDoubleValue();
    } catch (JsonProcessingException e) {
      throw failure("the number is too large");
    }
  }

  boolean flag() throws IOException, EvidenceFormatException {
    JsonToken found = next();
    if (found != JsonToken.VALUE_TRUE && found != JsonToken.VALUE_FALSE) {
      throw failure("expected true or false but found " + text(found));
    }
    return found == JsonToken.VALUE_TRUE;
  }

  /** The only value of the document. */
  <T> T only(Form<T> form) throws IOException, EvidenceFormatException {
    try {
      T value = form.read(this);
      if (next() != null) {
        throw failure("nothing may follow the evidence");
      }
      return value;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  EvidenceFormatException failure(String what) {
    JsonLocation at = json.currentTokenLocation();
    return new EvidenceFormatException(
        "line "
            + at.getLineNr()
            + ", column "
            + at.getColumnNr()
            + ": "
            + what
            + ". Let the rustfit version that reads it write the file again, unchanged.");
  }

  private @Nullable JsonToken next() throws IOException, EvidenceFormatException {
    if (peeked) {
      peeked = false;
      return token;
    }
    try {
      token = json.nextToken();
      return token;
    } catch (JsonProcessingException e) {
      String message = e.getOriginalMessage();
      throw failure(message == null ? "not JSON" : message.lines().findFirst().orElse("not JSON"));
    }
  }

  private static String text(@Nullable JsonToken token) {
    return token == null ? "the end" : token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
