package reidstudio.data.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteSymbolsTest {
  @Test
  void everyByteHasAPrintableSymbolOfItsOwn() {
    assertThat(ByteSymbols.byValue())
        .hasSize(256)
        .doesNotHaveDuplicates()
        .allMatch(symbol -> symbol.codePoints().noneMatch(Character::isWhitespace))
        .allMatch(symbol -> symbol.codePoints().noneMatch(Character::isISOControl));
  }

  /** Values as GPT-2's table has them; its space is known from every vocabulary. */
  @Test
  void isTheTableOfGpt2() {
    String[] symbols = ByteSymbols.byValue();
    assertThat(symbols['a']).isEqualTo("a");
    assertThat(symbols['~']).isEqualTo("~");
    assertThat(symbols[0]).isEqualTo("\u0100");
    assertThat(symbols[' ']).isEqualTo("\u0120");
    assertThat(symbols[127]).isEqualTo("\u0121");
    assertThat(symbols[160]).isEqualTo("\u0142");
    assertThat(symbols[173]).isEqualTo("\u0143");
    assertThat(symbols[255]).isEqualTo("\u00ff");
  }
}
