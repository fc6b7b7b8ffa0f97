package reidstudio.store.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes of one line as text: UTF-8, or GB18030 where they are no UTF-8, since programs of one log
 * may write differently. Colours and other escapes of terminals are taken out.
 */
final class LineDecoder {
  private static final Charset CHINESE = Charset.forName("GB18030");
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\x1B(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1B]*(?:\\x07|\\x1B\\\\)?|[@-Z\\\\^_])");

  /**
   * The text.
   *
   * @param charset what it is written in; null where the bytes must tell
   * @param whole whether the last character is; a part of one is left out
   */
  String text(byte[] bytes, Charset charset, boolean whole) {
    String text =
        charset != null
            ? strict(bytes, charset, whole).orElseGet(() -> new String(bytes, charset))
            : strict(bytes, StandardCharsets.UTF_8, whole)
                .or(() -> strict(bytes, CHINESE, whole))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    String plain = text.indexOf('\u001B') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
    return plain.startsWith("\uFEFF") ? plain.substring(1) : plain;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset, boolean whole) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, whole);
    return result.isUnderflow() ? Optional.of(text.flip().toString()) : Optional.empty();
  }
}
