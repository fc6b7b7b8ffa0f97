package reidstudio.data.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;

/** Walks through a JSON file that is one object; every surprise becomes one sentence. */
final class JsonCursor {
  /** Reads from a cursor that stands on the file's opening brace, up to the closing one. */
  interface Body {
    void read(JsonCursor cursor) throws IOException;
  }

  private final Path file;
  private final JsonParser parser;

  private JsonCursor(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static void walk(Path file, byte[] content, Body body) throws VocabularyException {
    try (JsonParser parser = new JsonFactory().createParser(content)) {
      JsonCursor cursor = new JsonCursor(file, parser);
      cursor.expect(JsonToken.START_OBJECT, "no object at its beginning");
      body.read(cursor);
      if (parser.nextToken() != null) {
        throw cursor.wrongShape("more text after its end");
      }
    } catch (JsonProcessingException e) {
      throw new VocabularyException(
          "%s is not valid JSON (%s); copy the file anew."
              .formatted(file, e.getOriginalMessage().lines().findFirst().orElse("?")),
          e);
    } catch (VocabularyException e) {
      throw e;
    } catch (IOException e) {
      throw new VocabularyException("%s cannot be read (%s); copy it anew.".formatted(file, e), e);
    }
  }

  /** Goes to the next name of an object; false at its closing brace. */
  boolean nextName() throws IOException {
    return parser.nextToken() == JsonToken.FIELD_NAME;
  }

  /** Goes to the next element of a list; false at its closing bracket. */
  boolean nextElement() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY;
  }

  String name() throws IOException {
    return parser.currentName();
  }

  boolean isOn(JsonToken token) {
    return parser.currentToken() == token;
  }

  /** Goes on by one token, which has to be {@code wanted}. */
  void expect(JsonToken wanted, String otherwise) throws IOException {
    if (parser.nextToken() != wanted) {
      throw wrongShape(otherwise);
    }
  }

  int number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "something else where a symbol's number should be");
    return parser.getIntValue();
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "something else where a symbol should be");
    return parser.getText();
  }

  /** The text that the cursor stands on. */
  String currentText() throws IOException {
    return parser.getText();
  }

  /** Passes over the value behind a name. */
  void skip() throws IOException {
    parser.nextToken();
    parser.skipChildren();
  }

  /** Valid JSON, but not a vocabulary. */
  VocabularyException wrongShape(String found) {
    return new VocabularyException(
        "%s has %s at line %d, column %d; choose the file of a CLIP model, or copy it anew."
            .formatted(
                file,
                found,
                parser.currentTokenLocation().getLineNr(),
                parser.currentTokenLocation().getColumnNr()));
  }
}
