package reidstudio.data.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encoding once more, in the plainest words: strings instead of numbers, a walk over characters
 * instead of a regular expression, one merge at a time instead of all at once.
 */
record SlowClip(SmallClip vocabulary) {
  private static final List<String> FIXED =
      List.of("<|startoftext|>", "<|endoftext|>", "'s", "'t", "'re", "'ve", "'m", "'ll", "'d");

  int[] encode(String caption) {
    List<String> symbols = new ArrayList<>(List.of("<|startoftext|>"));
    for (String piece : pieces(caption.toLowerCase(Locale.ROOT))) {
      boolean special = piece.startsWith("<|") && piece.endsWith("text|>");
      symbols.addAll(special ? List.of(piece) : merged(piece));
    }
    symbols.add("<|endoftext|>");
    return vocabulary.numbers(symbols.toArray(String[]::new));
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      String rest = text.substring(at);
      Optional<String> fixed = FIXED.stream().filter(rest::startsWith).findFirst();
      int end = at;
      if (fixed.isPresent()) {
        end = at + fixed.get().length();
      } else if (kind(text, at) == 'N') {
        end = text.offsetByCodePoints(at, 1);
      } else {
        while (end < text.length() && kind(text, end) == kind(text, at)) {
          end = text.offsetByCodePoints(end, 1);
        }
      }
      if (kind(text, at) != ' ') {
        pieces.add(text.substring(at, end));
      }
      at = end;
    }
    return pieces;
  }

  private static char kind(String text, int at) {
    int point = text.codePointAt(at);
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> 'N';
      default ->
          Character.isLetter(point)
              ? 'L'
              : point == ' ' || point == '\t' || point == '\n' ? ' ' : 'O';
    };
  }

  private List<String> merged(String piece) {
    List<String> symbols = new ArrayList<>();
    for (byte value : piece.getBytes(StandardCharsets.UTF_8)) {
      symbols.add(symbol(Byte.toUnsignedInt(value)));
    }
    symbols.add(symbols.remove(symbols.size() - 1) + "</w>");
    while (true) {
      int best = Integer.MAX_VALUE;
      int place = -1;
      for (int i = 0; i + 1 < symbols.size(); i++) {
        int rank = vocabulary.rules().indexOf(symbols.get(i) + " " + symbols.get(i + 1));
        if (rank >= 0 && rank < best) {
          best = rank;
          place = i;
        }
      }
      if (place < 0) {
        return symbols;
      }
      symbols.set(place, symbols.get(place) + symbols.remove(place + 1));
    }
  }

  /** A byte that prints stands for itself; the others are counted from 256 on. */
  private static String symbol(int value) {
    String unprintable =
        Stream.iterate(0, v -> v + 1)
            .limit(256)
            .filter(v -> v < 33 || (v > 126 && v < 161) || v == 173)
            .map(v -> String.valueOf((char) v.intValue()))
            .reduce("", String::concat);
    int place = unprintable.indexOf(value);
    return String.valueOf((char) (place < 0 ? value : 256 + place));
  }
}
