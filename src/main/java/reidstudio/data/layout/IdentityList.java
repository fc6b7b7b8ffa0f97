package reidstudio.data.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import reidstudio.data.SkipLog;
import reidstudio.data.SkipReason;

/** Reads a file of identity numbers with commas between them, such as SYSU-MM01's. */
final class IdentityList {
  private static final long MAX_BYTES = 4L << 20;
  private static final int MAX_DIGITS = 9;

  private final Path root;
  private final SkipLog log;

  IdentityList(Path root, SkipLog log) {
    this.root = root;
    this.log = log;
  }

  /**
   * The numbers, without leading zeros; empty without the file. What is no number is reported and
   * passed over.
   */
  Optional<Set<String>> read(String name) {
    Path file = root.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Set<String> numbers = new TreeSet<>();
    int position = 0;
    for (String word : text(file, name).split("[,\\s]+", -1)) {
      position++;
      if (word.isEmpty()) {
        continue;
      }
      if (isNumber(word)) {
        numbers.add(plain(word));
      } else {
        log.add(
            SkipReason.MALFORMED_ENTRY, name + " number " + position, "is no identity's number");
      }
    }
    return Optional.of(numbers);
  }

  private String text(Path file, String name) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        log.add(SkipReason.UNREADABLE, name, "is far longer than a list of identities");
        return "";
      }
      // bytes that are no UTF-8 become a sign that is no digit
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      log.add(SkipReason.UNREADABLE, name, String.valueOf(e.getMessage()));
      return "";
    }
  }

  /** A number without its leading zeros: 7, 07 and 0007 are one person. */
  static String plain(String digits) {
    return digits.replaceFirst("^0+(?=\\d)", "");
  }

  /** Whether {@code word} can be an identity's number. */
  static boolean isNumber(String word) {
    return !word.isEmpty()
        && word.length() <= MAX_DIGITS
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
