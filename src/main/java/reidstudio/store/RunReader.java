package reidstudio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.config.ConfigException;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.StepCompleted;

/**
 * Reads a run from its folder, whoever wrote it and however it ended. What is missing or broken is
 * told in {@link RunTrace#problems()}; what is there is shown.
 */
public final class RunReader {
  /**
   * The run in {@code folder}, as far as its files tell.
   *
   * @throws IOException with a sentence for the user, if this is no run folder or cannot be read
   */
  public RunTrace open(Path folder) throws IOException {
    return upTo(folder, Long.MAX_VALUE).trace();
  }

  /**
   * A run as far as it is wanted.
   *
   * @param trace what is known of it
   * @param lastStep the step that events written next come after, whether it is wanted or not
   */
  record Part(RunTrace trace, long lastStep) {}

  /** As {@link #open}, without the steps after {@code step}. */
  Part upTo(Path folder, long step) throws IOException {
    RunFolder files = new RunFolder(folder);
    checkIsRun(files);
    try {
      Opening opening = new Opening(files, step);
      return new Part(opening.read(), opening.last);
    } catch (IOException e) {
      throw new IOException(
          "The run in %s cannot be read (%s); check that the disk is there and may be read."
              .formatted(files.path(), IoReason.of(e)),
          e);
    }
  }

  /** A run folder has at least one of the two logs. */
  static void checkIsRun(RunFolder files) throws IOException {
    if (!Files.isDirectory(files.path())) {
      throw new IOException(files.path() + " is not a folder; choose the folder of a run.");
    }
    if (Files.notExists(files.metrics()) && Files.notExists(files.events())) {
      throw new IOException(
          files.path()
              + " is not the folder of a run: it has neither metrics.jsonl nor events.jsonl.");
    }
  }

  private static final class Opening {
    private final RunFolder files;
    private final List<String> problems = new ArrayList<>();
    private final Optional<RunConfig> config;
    private final RunTrace trace;
    private final long end;
    private long last;
    private int unknownEvents;
    private int badEvents;

    Opening(RunFolder files, long end) {
      this.files = files;
      this.end = end;
      this.config = config();
      this.trace = new RunTrace(files.run(), Optional.of(files.path()), config);
    }

    RunTrace read() throws IOException {
      List<StoredEvent> events = events();
      if (events.stream().noneMatch(Opening::isStart)) {
        trace.assumeStepsPerEpoch(longestEpoch());
      }
      if (Files.exists(files.metrics())) {
        try (JsonLines<StepCompleted> steps = steps()) {
          merge(events, steps);
          tellUnreadable("metrics.jsonl", steps.unreadable());
        }
      } else {
        problems.add("metrics.jsonl is missing, so there are no charts.");
        events.forEach(this::apply);
      }
      tellUnreadable("events.jsonl", badEvents);
      if (unknownEvents > 0) {
        problems.add("Events of a kind that this version does not know: " + unknownEvents + ".");
      }
      trace.finishReading(isInterrupted(), problems);
      return trace;
    }

    private Optional<RunConfig> config() {
      if (Files.notExists(files.config())) {
        problems.add("config.json is missing, so the run's settings are unknown.");
        return Optional.empty();
      }
      try {
        return Optional.of(new RunConfigCodec().read(files.config()));
      } catch (ConfigException e) {
        problems.add("config.json cannot be used: " + e.getMessage().replace("\n", "; "));
        return Optional.empty();
      }
    }

    private List<StoredEvent> events() throws IOException {
      List<StoredEvent> events = new ArrayList<>();
      if (Files.notExists(files.events())) {
        problems.add("events.jsonl is missing, so states, log and reports are unknown.");
        return events;
      }
      try (JsonLines<StoredEvent> lines = new JsonLines<>(files.events(), StoredEvent::parse)) {
        while (lines.peek() != null) {
          events.add(lines.take());
        }
        badEvents = lines.unreadable();
      }
      return events;
    }

    private JsonLines<StepCompleted> steps() throws IOException {
      StepLine line = new StepLine();
      return new JsonLines<>(files.metrics(), text -> line.read(files.run(), text));
    }

    /**
     * Both logs in the order in which things happened. Steps that were lost when the run went on
     * from an earlier one are passed over, so that no series goes back.
     */
    private void merge(List<StoredEvent> events, JsonLines<StepCompleted> steps)
        throws IOException {
      long[] counts = lastStepsThatCount(events);
      for (int i = 0; i < events.size(); i++) {
        StoredEvent event = events.get(i);
        boolean resumedLater = counts[i] < end;
        while (steps.peek() != null
            && steps.peek().metrics().step() <= event.afterStep()
            // a step that goes back belongs behind the event that tells why
            && !(resumedLater && steps.peek().metrics().step() <= last)) {
          last = steps.peek().metrics().step();
          apply(steps.take(), counts[i]);
        }
        if (event.step() <= counts[i] || !isOfType(event, EventType.NON_FINITE)) {
          apply(event);
        }
        if (isOfType(event, EventType.RESUMED)) {
          last = event.step();
        }
      }
      while (steps.peek() != null) {
        last = steps.peek().metrics().step();
        apply(steps.take(), end);
      }
    }

    private void apply(StepCompleted step, long lastThatCounts) {
      if (step.metrics().step() <= lastThatCounts) {
        trace.apply(step);
      }
    }

    /** For what lies in front of each event: the last step that no later event has undone. */
    private long[] lastStepsThatCount(List<StoredEvent> events) {
      long[] counts = new long[events.size()];
      long least = end;
      for (int i = events.size() - 1; i >= 0; i--) {
        if (isOfType(events.get(i), EventType.RESUMED)) {
          least = Math.min(least, events.get(i).step());
        }
        counts[i] = least;
      }
      return counts;
    }

    private void apply(StoredEvent stored) {
      Optional<EventType> type = stored.type();
      if (type.isEmpty()) {
        unknownEvents++;
        return;
      }
      if (type.get() == EventType.STARTED) {
        trace.assumeStepsPerEpoch(stored.stepsPerEpoch());
      }
      try {
        Optional<TrainingEvent> event = stored.event(type.get(), files.run(), config);
        event.ifPresent(trace::apply);
      } catch (IllegalArgumentException e) {
        badEvents++;
      }
    }

    private static boolean isStart(StoredEvent event) {
      return isOfType(event, EventType.STARTED);
    }

    private static boolean isOfType(StoredEvent event, EventType type) {
      return event.type().filter(type::equals).isPresent();
    }

    /** How many steps an epoch seems to have, where no event tells. */
    private int longestEpoch() throws IOException {
      int longest = 0;
      if (Files.exists(files.metrics())) {
        try (JsonLines<StepCompleted> steps = steps()) {
          while (steps.peek() != null) {
            longest = Math.max(longest, steps.take().metrics().stepInEpoch());
          }
        }
      }
      return longest;
    }

    private boolean isInterrupted() {
      return trace.state().filter(RunState::isTerminal).isEmpty()
          && !new RunOwner(files.owner()).isAlive();
    }

    private void tellUnreadable(String file, int lines) {
      if (lines > 0) {
        problems.add("Lines of " + file + " that cannot be read and are left out: " + lines + ".");
      }
    }
  }
}
