package reidstudio.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import reidstudio.config.TextConfig;
import reidstudio.data.Dataset;
import reidstudio.data.text.ClipTokenizer;
import reidstudio.data.text.ClipVocabulary;
import reidstudio.data.text.Tokenizer;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;

/**
 * How a run reads captions.
 *
 * @param tokenizer captions to rows of the token table
 * @param words by number, or one line that names CLIP's vocabulary; a run that goes on must find
 *     the same ones
 */
record CaptionReading(Tokenizer tokenizer, List<String> words) {
  /**
   * Reads the vocabulary, or makes it of the captions that are trained.
   *
   * @throws IOException with one sentence if CLIP's vocabulary cannot be read
   */
  static CaptionReading of(TextConfig config, Dataset dataset) throws IOException {
    return switch (config.kind()) {
      case WORDS -> {
        Vocabulary vocabulary = Vocabulary.of(dataset.trainCaptions());
        yield new CaptionReading(new WordTokenizer(vocabulary), vocabulary.words());
      }
      case CLIP -> clip(Path.of(config.vocabulary()));
    };
  }

  private static CaptionReading clip(Path path) throws IOException {
    ClipVocabulary vocabulary = ClipVocabulary.open(path);
    // Of what the files say and not of the files: they may move, and some come in pairs.
    String sum = Sha256.of(String.join("\n", vocabulary.lines()).getBytes(StandardCharsets.UTF_8));
    String line = "CLIP's byte pairs, %d tokens, sha256 %s".formatted(vocabulary.size(), sum);
    return new CaptionReading(new ClipTokenizer(vocabulary), List.of(line));
  }
}
