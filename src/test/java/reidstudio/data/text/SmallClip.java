package reidstudio.data.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A vocabulary in CLIP's manner with a few rules of our own.
 *
 * @param rules {@code "left right"}, first is applied first
 */
public record SmallClip(List<String> rules) {
  /** With these rules. */
  public static SmallClip of(String... rules) {
    return new SmallClip(List.of(rules));
  }

  /** Rules whose parts are bytes of a short alphabet or results of earlier rules. */
  static SmallClip random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> parts = new ArrayList<>(List.of("a", "b", "c", "\u00c3", "\u00a9", "'", "!", "s"));
    List<String> ends = new ArrayList<>(parts.stream().map(part -> part + "</w>").toList());
    List<String> rules = new ArrayList<>();
    while (rules.size() < count) {
      List<String> rights = random.nextBoolean() ? ends : parts;
      String left = parts.get(random.nextInt(parts.size()));
      String right = rights.get(random.nextInt(rights.size()));
      if (!rights.contains(left + right)) {
        rules.add(left + " " + right);
        rights.add(left + right);
      }
    }
    return new SmallClip(rules);
  }

  /** By number, spelt out here once more: bytes, ends, rules, start, end. */
  public List<String> symbols() {
    List<String> symbols = new ArrayList<>();
    for (String suffix : List.of("", "</w>")) {
      // the characters from 256 on stand for the 68 bytes that cannot be printed
      for (int character = 0; character < 256 + 68; character++) {
        if ((character >= 33 && character < 127) || (character > 160 && character != 173)) {
          symbols.add((char) character + suffix);
        }
      }
    }
    rules.forEach(rule -> symbols.add(rule.replace(" ", "")));
    symbols.addAll(List.of("<|startoftext|>", "<|endoftext|>"));
    return symbols;
  }

  int[] numbers(String... symbols) {
    List<String> all = symbols();
    return Stream.of(symbols).mapToInt(all::indexOf).toArray();
  }

  Map<String, Integer> table() {
    Map<String, Integer> table = new LinkedHashMap<>();
    symbols().forEach(symbol -> table.put(symbol, table.size()));
    return table;
  }

  /** Form (a), with {@code "a b"} or {@code ["a", "b"]}. */
  public Path tokenizerJson(Path folder, boolean pairs) throws IOException {
    Object merges = pairs ? rules.stream().map(rule -> rule.split(" ", -1)).toList() : rules;
    List<String> symbols = symbols();
    return json(
        folder.resolve("tokenizer.json"),
        Map.of(
            "version",
            "1.0",
            "added_tokens",
            List.of(Map.of("id", symbols.size() - 1, "special", true, "content", "<|endoftext|>")),
            "normalizer",
            Map.of("type", "Sequence", "normalizers", List.of(Map.of("type", "NFC"))),
            "model",
            Map.of("type", "BPE", "dropout", false, "vocab", table(), "merges", merges)));
  }

  /** Form (b); returns the folder. */
  public Path vocabularyAndMerges(Path folder, String header) throws IOException {
    json(folder.resolve("vocab.json"), table());
    Files.writeString(folder.resolve("merges.txt"), header + String.join("\n", rules) + "\n");
    return folder;
  }

  /** Form (c). */
  Path openAi(Path folder) throws IOException {
    return gzip(
        folder.resolve("bpe_simple_vocab_16e6.txt.gz"),
        "\"a header\n" + String.join("\n", rules) + "\n");
  }

  static Path gzip(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  static Path json(Path file, Object value) throws IOException {
    Files.write(file, new ObjectMapper().writeValueAsBytes(value));
    return file;
  }
}
