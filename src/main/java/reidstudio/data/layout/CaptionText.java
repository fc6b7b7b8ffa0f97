package reidstudio.data.layout;

/** What makes a text a caption. */
final class CaptionText {
  private CaptionText() {}

  /** Whether there is a letter or a digit: no tokenizer makes a word of anything else. */
  static boolean saysSomething(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
