package reidstudio.data.layout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import reidstudio.data.SkipLog;

/**
 * Whether the ids that annotations give to people agree with the folders that their pictures lie
 * in. An id may be any number, but one for each folder; where it is not, the folder is believed and
 * the report says so.
 */
final class AnnotatedIds {
  private final Map<String, Set<String>> foldersOf = new TreeMap<>();
  private final Map<String, Set<String>> idsOf = new TreeMap<>();

  void add(String id, String folder) {
    foldersOf.computeIfAbsent(id, i -> new TreeSet<>()).add(folder);
    idsOf.computeIfAbsent(folder, f -> new TreeSet<>()).add(id);
  }

  /** Tells {@code log} how often {@code file} contradicts the folders, and where first. */
  void report(String file, SkipLog log) {
    several(foldersOf)
        .ifPresent(
            found ->
                log.note(
                    "%d ids of %s stand in more than one person's folder, first %s in %s; the folder is believed."
                        .formatted(found.count(), file, found.first(), found.with())));
    several(idsOf)
        .ifPresent(
            found ->
                log.note(
                    "%d folders have more than one id in %s, first %s with %s; the folder is believed."
                        .formatted(found.count(), file, found.first(), found.with())));
  }

  private record Several(long count, String first, String with) {}

  private static Optional<Several> several(Map<String, Set<String>> map) {
    long count = map.values().stream().filter(own -> own.size() > 1).count();
    return map.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .findFirst()
        .map(
            entry ->
                new Several(
                    count,
                    entry.getKey(),
                    String.join(" and ", entry.getValue().stream().limit(2).toList())));
  }
}
