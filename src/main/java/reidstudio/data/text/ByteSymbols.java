package reidstudio.data.text;

/**
 * The printable character that stands for each byte in a vocabulary of GPT-2's kind, CLIP's
 * included: printable bytes of Latin-1 stand for themselves, the others for the characters from 256
 * on, in order.
 */
final class ByteSymbols {
  /** Ends the symbols that end a word. */
  static final String WORD_END = "</w>";

  private ByteSymbols() {}

  /** By value of the byte, 256 symbols. */
  static String[] byValue() {
    String[] symbols = new String[256];
    int next = 256;
    for (int value = 0; value < symbols.length; value++) {
      symbols[value] = Character.toString(isPrintable(value) ? value : next++);
    }
    return symbols;
  }

  /** The bytes from 33 on without the gaps of Latin-1: controls, the two spaces, soft hyphen. */
  private static boolean isPrintable(int value) {
    return (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
  }
}
