package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published form gives the same numbers. */
class ClipVocabularyTest {
  private static final SmallClip SMALL = SmallClip.of("# #", "a b", "## #</w>", "ab c</w>");
  private static final String CAPTION = "abc ### \u00e9's 12 abcd &amp;";

  @TempDir Path folder;

  @Test
  void readsATokenizerJson() throws IOException {
    assertReads(SMALL.tokenizerJson(folder, false));
    assertReads(folder);
    assertReads(SMALL.tokenizerJson(folder, true));
  }

  @Test
  void readsATokenizerJsonOfAnyName() throws IOException {
    assertReads(
        Files.move(SMALL.tokenizerJson(folder, true), folder.resolve("clip-tokenizer.json")));
  }

  @Test
  void readsAVocabJsonWithItsMerges() throws IOException {
    assertReads(SMALL.vocabularyAndMerges(folder, "#version: 0.2\n"));
    assertReads(folder.resolve("vocab.json"));
    assertReads(folder.resolve("merges.txt"));
  }

  @Test
  void mergesNeedNoHeader() throws IOException {
    // the first rule begins with the sign of a header
    assertReads(SMALL.vocabularyAndMerges(folder, ""));
  }

  @Test
  void mergesMayHaveWindowsLineEnds() throws IOException {
    SMALL.vocabularyAndMerges(folder, "#version: 0.2\n");
    Path merges = folder.resolve("merges.txt");
    Files.writeString(merges, Files.readString(merges).replace("\n", "\r\n") + "\r\n");
    assertReads(folder);
  }

  @Test
  void readsOpenAisFile() throws IOException {
    assertReads(SMALL.openAi(folder));
    assertReads(folder);
  }

  @Test
  void readsOfOpenAisFileWhatClipUses() throws IOException {
    // 65,536 rules, of which CLIP's number is used
    List<String> rules = new ArrayList<>();
    List<String> bytes = SMALL.symbols().subList(0, 256);
    bytes.forEach(left -> bytes.forEach(right -> rules.add(left + " " + right)));
    SmallClip large = new SmallClip(rules);
    assertThat(ClipVocabulary.open(large.openAi(folder)).size()).isEqualTo(49_408);
  }

  @Test
  void aTokenizerJsonMayAddTokens() throws IOException {
    Path file = SMALL.tokenizerJson(folder, false);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"added_tokens\":[", "\"added_tokens\":[{\"id\":518,\"content\":\"<m>\"},"));
    assertThat(ClipVocabulary.open(file).size()).isEqualTo(519);
  }

  private static void assertReads(Path path) throws IOException {
    ClipVocabulary vocabulary = ClipVocabulary.open(path);
    assertThat(vocabulary.size()).isEqualTo(512 + 4 + 2);
    assertThat(vocabulary.start()).isEqualTo(516);
    assertThat(vocabulary.end()).isEqualTo(517);
    assertThat(new ClipTokenizer(vocabulary).encode(CAPTION, 100))
        .containsExactly(
            SMALL.numbers(
                "<|startoftext|>",
                "abc</w>",
                "###</w>",
                "\u00c3",
                "\u00a9</w>",
                "'",
                "s</w>",
                "1</w>",
                "2</w>",
                "ab",
                "c",
                "d</w>",
                "&</w>",
                "<|endoftext|>"));
  }
}
