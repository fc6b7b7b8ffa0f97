package reidstudio.data.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules of a text file, one a line: {@code left right}. Empty lines count for nothing. */
record MergeLines(Path file, byte[] content) {
  /** The rules of Hugging Face's {@code merges.txt}, which may begin with a version. */
  List<MergeRule> all() throws VocabularyException {
    List<String> lines = lines();
    boolean header = !lines.isEmpty() && lines.get(0).startsWith("#version");
    return rules(lines, header ? 1 : 0, Integer.MAX_VALUE);
  }

  /** The first rules behind the header of OpenAI's file, which lists more than CLIP uses. */
  List<MergeRule> behindHeader(int limit) throws VocabularyException {
    return rules(lines(), 1, limit);
  }

  private List<String> lines() {
    return new String(content, StandardCharsets.UTF_8).lines().toList();
  }

  private List<MergeRule> rules(List<String> lines, int from, int limit)
      throws VocabularyException {
    List<MergeRule> rules = new ArrayList<>();
    for (int line = from; line < lines.size() && rules.size() < limit; line++) {
      if (lines.get(line).isEmpty()) {
        continue;
      }
      int number = line + 1;
      rules.add(
          MergeRule.parse(lines.get(line))
              .orElseThrow(
                  () ->
                      new VocabularyException(
                          "Line %d of %s is not two symbols with a space between; copy the file anew."
                              .formatted(number, file))));
    }
    return rules;
  }
}
