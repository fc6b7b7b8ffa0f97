package reidstudio.data.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The forms in which CLIP's vocabulary is published, and how to tell them apart. */
final class ClipForm {
  private static final String TOKENIZER = "tokenizer.json";
  private static final String NUMBERS = "vocab.json";
  private static final String MERGES = "merges.txt";
  private static final String OPENAI = "bpe_simple_vocab_16e6.txt.gz";

  /** OpenAI's file has 262,144 rules; its tokenizer uses 49,152 - 256 - 2 of them. */
  private static final int OPENAI_RULES = 48_894;

  private ClipForm() {}

  /** A folder is searched for the forms, a file is told by its name. */
  static SymbolTable read(Path path) throws VocabularyException {
    Path absolute = path.toAbsolutePath().normalize();
    return Files.isDirectory(absolute) ? folder(absolute) : file(absolute);
  }

  private static SymbolTable folder(Path folder) throws VocabularyException {
    for (String name : List.of(TOKENIZER, NUMBERS, OPENAI)) {
      if (Files.exists(folder.resolve(name))) {
        return file(folder.resolve(name));
      }
    }
    throw new VocabularyException(
        "%s has neither %s nor %s with %s nor %s; choose the folder of a CLIP model."
            .formatted(folder, TOKENIZER, NUMBERS, MERGES, OPENAI));
  }

  private static SymbolTable file(Path file) throws VocabularyException {
    String name = String.valueOf(file.getFileName());
    if (name.equals(NUMBERS) || name.equals(MERGES)) {
      return pair(file.resolveSibling(NUMBERS), file.resolveSibling(MERGES));
    }
    if (name.endsWith(".json")) {
      return new VocabularyJson(file).tokenizer(new VocabularyFile(file).bytes());
    }
    if (name.endsWith(".gz")) {
      MergeLines lines = new MergeLines(file, new VocabularyFile(file).unpacked());
      return SymbolTable.ofRules(file, lines.behindHeader(OPENAI_RULES));
    }
    throw new VocabularyException(
        "%s is no vocabulary that is known here; choose a %s, a %s beside its %s, or %s."
            .formatted(file, TOKENIZER, NUMBERS, MERGES, OPENAI));
  }

  private static SymbolTable pair(Path numbers, Path merges) throws VocabularyException {
    Map<String, Integer> table =
        new VocabularyJson(numbers).vocabulary(new VocabularyFile(numbers).bytes());
    return new SymbolTable(
        numbers, table, new MergeLines(merges, new VocabularyFile(merges).bytes()).all());
  }
}
