package reidstudio.config;

/**
 * The caption encoder.
 *
 * @param kind how captions are read
 * @param vocabulary for {@link TextKind#CLIP}: {@code tokenizer.json}, {@code vocab.json} beside
 *     {@code merges.txt}, or OpenAI's {@code bpe_simple_vocab_16e6.txt.gz}; else empty
 * @param width token width
 * @param heads attention heads; must divide the width
 * @param layers transformer layers
 */
public record TextConfig(
    TextKind kind,
    String vocabulary,
    @Range(min = 16, max = 2048) int width,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 1, max = 48) int layers) {
  public TextConfig {
    new Checks(TextConfig.class)
        .that(kind != null, "kind", "is missing")
        .that(vocabulary != null, "vocabulary", "is missing")
        .that(
            kind != TextKind.CLIP || vocabulary == null || !vocabulary.isBlank(),
            "vocabulary",
            "is empty, CLIP's text encoder needs the file of its vocabulary")
        .range("width", width)
        .range("heads", heads)
        .that(
            heads < 1 || width % heads == 0,
            "width",
            "is " + width + ", must be a multiple of heads = " + heads)
        .range("layers", layers)
        .done();
  }

  /** Small, over the words of the captions. */
  public static TextConfig defaults() {
    return new TextConfig(TextKind.WORDS, "", 128, 4, 2);
  }
}
