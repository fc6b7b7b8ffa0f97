package reidstudio.store.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import reidstudio.event.EventSink;
import reidstudio.event.MetricKey;
import reidstudio.event.Severity;

/**
 * Numbers in TensorBoard's event files. Values of one step may come one by one; a tag that counts
 * epochs while others count steps is placed at the step at which it was written.
 *
 * <p>Thread: one at a time.
 */
public final class TensorBoardLog implements LogSource {
  private static final String PROGRAM = "TensorBoard";

  private final EventFolder folder;
  private final LogRun run;
  private final Map<Path, EventFile> files = new LinkedHashMap<>();
  private final Map<Path, OptionalLong> restarts = new HashMap<>();
  private final Map<String, Long> lastOfTag = new HashMap<>();
  private final List<String> ownAxes = new ArrayList<>();
  private long current;
  private long end = Long.MAX_VALUE;
  private long records;
  private long understood;
  private long cut;

  /**
   * Reads the event file {@code path}, or those in the folder {@code path}.
   *
   * @param name of the run
   * @param sink takes the events
   * @throws IOException if it cannot be looked at
   */
  public TensorBoardLog(Path path, String name, EventSink sink) throws IOException {
    this.folder = new EventFolder(path);
    this.run = new LogRun(name, sink, Files.getLastModifiedTime(path).toMillis());
  }

  /** Whether {@code path} is an event file, or a folder that has one. */
  public static boolean isOne(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return !new EventFolder(path).files().isEmpty();
    }
    return EventFile.isOne(path);
  }

  @Override
  public boolean advance() throws IOException {
    List<Path> found = folder.files();
    for (Path file : found) {
      files.computeIfAbsent(file, EventFile::new);
      if (restarts.getOrDefault(file, OptionalLong.empty()).isEmpty()) {
        restarts.put(file, EventFolder.restart(file));
      }
    }
    boolean any = false;
    for (int i = 0; i < found.size(); i++) {
      end = firstLost(found.subList(i + 1, found.size()));
      any |= files.get(found.get(i)).advance(new Reading(), Long.MAX_VALUE);
    }
    return any;
  }

  /** The first step that a later file tells anew. */
  private long firstLost(List<Path> later) {
    return later.stream()
        .map(restarts::get)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public void finish() {
    for (EventFile file : files.values()) {
      try {
        cut += file.hasRest() ? 1 : 0;
      } catch (IOException e) {
        cut++;
      }
    }
    run.finish();
  }

  @Override
  public LogCounts counts() {
    return new LogCounts(records, understood, records - understood, cut);
  }

  @Override
  public List<String> programs() {
    return understood > 0 ? List.of(PROGRAM) : List.of();
  }

  private final class Reading implements EventFile.Records {
    @Override
    public void whole(byte[] data) {
      records++;
      try {
        ScalarEvent event = ScalarEvent.read(data);
        understood++;
        take(event);
      } catch (IllegalArgumentException e) {
        unreadable(e);
      }
    }

    @Override
    public void unreadable(boolean damaged) {
      records++;
      if (damaged) {
        run.line(Severity.WARNING, "A record of the event file is damaged and left out.");
      } else {
        understood++;
      }
    }

    private void unreadable(IllegalArgumentException reason) {
      run.line(
          Severity.WARNING,
          "A record of the event file is no event and left out: " + reason.getMessage());
    }
  }

  private void take(ScalarEvent event) {
    if (event.scalars().isEmpty() || event.step() >= end) {
      return;
    }
    run.at(event.atMillis());
    Map<MetricKey, Double> here = new LinkedHashMap<>();
    Map<MetricKey, Double> placed = new LinkedHashMap<>();
    // a step that cannot be counted from 1 is the first
    long step = Math.max(1, event.step());
    event
        .scalars()
        .forEach(
            (tag, number) ->
                (isBehind(tag, step) ? here : placed).put(MetricNames.ofTag(tag), number));
    if (!placed.isEmpty()) {
      current = step;
      run.take(new LogFact.Values(new Place.Overall(step, 0), placed));
    }
    if (!here.isEmpty()) {
      run.take(new LogFact.Values(new Place.Here(), here));
    }
  }

  /** A tag that goes back itself does so because the run began again. */
  private boolean isBehind(String tag, long step) {
    Long last = lastOfTag.put(tag, step);
    if (step >= current || (last != null && step <= last)) {
      return false;
    }
    if (!ownAxes.contains(tag)) {
      ownAxes.add(tag);
      run.line(
          Severity.INFO,
          "“%s” counts another axis than the values before it; it is shown at the steps at which it was written."
              .formatted(tag));
    }
    return true;
  }
}
