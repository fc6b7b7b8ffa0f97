package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last events of a run. Most lines are of no interest, so they are parsed only where they name
 * the kind that is asked for.
 */
final class EventsEnd {
  private static final int BYTES = 1 << 22;

  private final List<String> lines;

  EventsEnd(RunFolder folder) throws IOException {
    lines = Files.exists(folder.events()) ? FileEnds.tail(folder.events(), BYTES) : List.of();
  }

  /** The last event of {@code type}. */
  Optional<StoredEvent> last(EventType type) {
    String word = word(type);
    for (int i = lines.size() - 1; i >= 0; i--) {
      Optional<StoredEvent> event = event(lines.get(i), word, type);
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  /** All events of {@code type}, in order. */
  Stream<StoredEvent> all(EventType type) {
    String word = word(type);
    return lines.stream().flatMap(line -> event(line, word, type).stream());
  }

  private static String word(EventType type) {
    return '"' + EnumWord.of(type) + '"';
  }

  private static Optional<StoredEvent> event(String line, String word, EventType type) {
    if (!line.contains(word)) {
      return Optional.empty();
    }
    try {
      return Optional.of(StoredEvent.parse(line))
          .filter(event -> event.type().filter(type::equals).isPresent());
    } catch (IOException e) {
      return Optional.empty(); // torn: the caller asked for what can be read
    }
  }
}
