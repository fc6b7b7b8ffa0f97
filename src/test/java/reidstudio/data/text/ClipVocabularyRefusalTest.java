package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong ends in one sentence with the path, the reason and what to do. */
class ClipVocabularyRefusalTest {
  private static final SmallClip SMALL = SmallClip.of("a b", "ab c</w>");

  @TempDir Path folder;

  @Test
  void missingFiles() throws IOException {
    assertRefuses(folder.resolve("none.json"), "There is no file");
    assertRefuses(folder, "has neither tokenizer.json nor vocab.json with merges.txt nor bpe_");
    SMALL.vocabularyAndMerges(folder, "");
    Files.delete(folder.resolve("merges.txt"));
    assertRefuses(folder, "There is no file", "merges.txt");
  }

  @Test
  void filesOfAnotherKind() throws IOException {
    assertRefuses(Files.writeString(folder.resolve("notes.txt"), "a b"), "no vocabulary that is");
    assertRefuses(Files.createDirectory(folder.resolve("vocab.json")).getParent(), "ordinary file");
    assertRefuses(Files.writeString(folder.resolve("x.gz"), "a b"), "cannot be read", "GZIP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|no object at its beginning",
        "``|no object at its beginning",
        "{\"a\":|is not valid JSON",
        "{}|no model.vocab",
        "{} {}|more text",
        "{\"model\":3}|a model that is no object",
        "{\"model\":{\"vocab\":[]}}|a model.vocab that is no object",
        "{\"model\":{\"vocab\":{\"a\":\"1\"}}}|where a symbol's number should be",
        "{\"model\":{\"vocab\":{\"a\":1.5}}}|where a symbol's number should be",
        "{\"model\":{\"vocab\":{\"a\":99999999999}}}|out of range",
        "{\"model\":{\"vocab\":{\"a\":1,\"a\":2}}}|two numbers for the symbol a",
        "{\"model\":{\"vocab\":{\"a\":0}}}|no model.merges",
        "{\"model\":{\"merges\":{}}}|merges that are no list",
        "{\"model\":{\"merges\":[7]}}|a merge that is no pair",
        "{\"model\":{\"merges\":[\"a\"]}}|a merge that is no pair",
        "{\"model\":{\"merges\":[\"a b c\"]}}|a merge that is no pair",
        "{\"model\":{\"merges\":[[\"a\"]]}}|where a symbol should be",
        "{\"model\":{\"merges\":[[\"a\",\"b\",\"c\"]]}}|a merge that is no pair",
        "{\"added_tokens\":{}}|added_tokens that are no list",
        "{\"added_tokens\":[3]}|an added token that is no object",
        "{\"added_tokens\":[{\"id\":3}]}|an added token without content or id",
      })
  void jsonOfAnotherShape(String json, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("tokenizer.json"), json.replace("\\", ""));
    assertRefuses(file, reason);
  }

  @Test
  void deepNesting() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    assertRefuses(Files.writeString(file, "{\"x\":" + "[".repeat(1_000_000)), "nesting depth");
  }

  @Test
  void rulesOfUnknownSymbols() throws IOException {
    Map<String, Integer> table = SMALL.table();
    SmallClip.of("a b", "ab d</w>").vocabularyAndMerges(folder, "");
    SmallClip.json(folder.resolve("vocab.json"), table);
    assertRefuses(folder, "lacks the symbol abd</w>");
    SmallClip.of("a b", "zz c</w>").vocabularyAndMerges(folder, "");
    SmallClip.json(folder.resolve("vocab.json"), table);
    assertRefuses(folder, "lacks the symbol zz");
  }

  @Test
  void missingSymbols() throws IOException {
    for (String symbol : List.of("<|startoftext|>", "<|endoftext|>", "\u0120", "z</w>")) {
      SMALL.vocabularyAndMerges(folder, "");
      Map<String, Integer> table = SMALL.table();
      table.put("another", table.remove(symbol));
      SmallClip.json(folder.resolve("vocab.json"), table);
      assertRefuses(folder, "lacks the symbol " + symbol);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1", "3", "516", "2147483647"})
  void numbersThatAreNoRows(int number) throws IOException {
    SMALL.vocabularyAndMerges(folder, "");
    Map<String, Integer> table = SMALL.table();
    table.put("z", number);
    SmallClip.json(folder.resolve("vocab.json"), table);
    assertRefuses(folder, "its 516 symbols need 0 to 515, each once");
  }

  @Test
  void rulesThatContradict() throws IOException {
    assertRefuses(SmallClip.of("a b", "b c", "ab c", "a bc").openAi(folder), "symbol abc twice");
    SmallClip.of("a b").vocabularyAndMerges(folder, "a b\n");
    assertRefuses(folder, "merges a and b twice");
  }

  @Test
  void linesThatAreNoRule() throws IOException {
    for (String line : List.of("a", "a b c", " b", "a ")) {
      SMALL.vocabularyAndMerges(folder, "#version: 0.2\n" + line + "\n");
      assertRefuses(folder, "Line 2 of", "merges.txt");
    }
  }

  @Test
  void hugeFiles() throws IOException {
    Path large = folder.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(VocabularyFile.MAX_BYTES + 1L);
    }
    assertRefuses(large, "more than 64 MiB");
    Path bomb = folder.resolve("bomb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] mebibyte = new byte[1 << 20];
      for (int i = 0; i < 65; i++) {
        out.write(mebibyte);
      }
    }
    assertRefuses(bomb, "more than 64 MiB");
  }

  private void assertRefuses(Path path, String... reasons) {
    VocabularyException refusal =
        catchThrowableOfType(VocabularyException.class, () -> ClipVocabulary.open(path));
    assertThat(refusal).isNotNull();
    assertThat(refusal.getMessage())
        .contains(folder.toString())
        .contains(reasons)
        .hasSizeLessThan(500)
        .endsWith(".")
        .doesNotContain("\n");
  }
}
