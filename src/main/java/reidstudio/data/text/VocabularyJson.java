package reidstudio.data.text;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hugging Face's {@code tokenizer.json} and {@code vocab.json}, read token by token: no class is
 * chosen by the file, and what is not needed is passed over.
 */
final class VocabularyJson {
  /** Twenty times what CLIP has; a wrong choice must not fill the memory. */
  private static final int MAX_SYMBOLS = 1_000_000;

  private static final String NO_PAIR = "a merge that is no pair of symbols";

  private final Path file;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<MergeRule> rules = new ArrayList<>();

  VocabularyJson(Path file) {
    this.file = file;
  }

  /** {@code model.vocab}, {@code model.merges} and {@code added_tokens} of a tokenizer.json. */
  SymbolTable tokenizer(byte[] content) throws VocabularyException {
    JsonCursor.walk(file, content, this::tokenizer);
    if (numbers.isEmpty() || rules.isEmpty()) {
      throw new VocabularyException(
          "%s has no %s; choose the tokenizer.json of a CLIP model."
              .formatted(file, numbers.isEmpty() ? "model.vocab" : "model.merges"));
    }
    return new SymbolTable(file, numbers, rules);
  }

  /** The numbers of a vocab.json, which is one object of them. */
  Map<String, Integer> vocabulary(byte[] content) throws VocabularyException {
    JsonCursor.walk(file, content, this::numbers);
    return numbers;
  }

  private void tokenizer(JsonCursor cursor) throws IOException {
    while (cursor.nextName()) {
      switch (cursor.name()) {
        case "model" -> model(cursor);
        case "added_tokens" -> addedTokens(cursor);
        default -> cursor.skip();
      }
    }
  }

  private void model(JsonCursor cursor) throws IOException {
    cursor.expect(JsonToken.START_OBJECT, "a model that is no object");
    while (cursor.nextName()) {
      switch (cursor.name()) {
        case "vocab" -> {
          cursor.expect(JsonToken.START_OBJECT, "a model.vocab that is no object");
          numbers(cursor);
        }
        case "merges" -> merges(cursor);
        default -> cursor.skip();
      }
    }
  }

  private void numbers(JsonCursor cursor) throws IOException {
    while (cursor.nextName()) {
      String symbol = cursor.name();
      add(cursor, symbol, cursor.number());
    }
  }

  private void merges(JsonCursor cursor) throws IOException {
    cursor.expect(JsonToken.START_ARRAY, "model.merges that are no list");
    while (cursor.nextElement()) {
      rules.add(rule(cursor));
      if (rules.size() > MAX_SYMBOLS) {
        throw cursor.wrongShape("more than a million merges");
      }
    }
  }

  /** Written as {@code "a b"}, or as {@code ["a", "b"]} since 2024. */
  private static MergeRule rule(JsonCursor cursor) throws IOException {
    if (cursor.isOn(JsonToken.START_ARRAY)) {
      MergeRule rule = new MergeRule(cursor.text(), cursor.text());
      cursor.expect(JsonToken.END_ARRAY, NO_PAIR);
      return rule;
    }
    if (!cursor.isOn(JsonToken.VALUE_STRING)) {
      throw cursor.wrongShape(NO_PAIR);
    }
    return MergeRule.parse(cursor.currentText()).orElseThrow(() -> cursor.wrongShape(NO_PAIR));
  }

  /** Special tokens; CLIP lists its two here and in the vocabulary, with the same numbers. */
  private void addedTokens(JsonCursor cursor) throws IOException {
    cursor.expect(JsonToken.START_ARRAY, "added_tokens that are no list");
    while (cursor.nextElement()) {
      if (!cursor.isOn(JsonToken.START_OBJECT)) {
        throw cursor.wrongShape("an added token that is no object");
      }
      String content = null;
      Integer number = null;
      while (cursor.nextName()) {
        switch (cursor.name()) {
          case "content" -> content = cursor.text();
          case "id" -> number = cursor.number();
          default -> cursor.skip();
        }
      }
      if (content == null || number == null) {
        throw cursor.wrongShape("an added token without content or id");
      }
      add(cursor, content, number);
    }
  }

  private void add(JsonCursor cursor, String symbol, int number) throws VocabularyException {
    Integer before = numbers.putIfAbsent(symbol, number);
    if (before != null && before != number) {
      throw cursor.wrongShape("two numbers for the symbol " + symbol);
    }
    if (numbers.size() > MAX_SYMBOLS) {
      throw cursor.wrongShape("more than a million symbols");
    }
  }
}
