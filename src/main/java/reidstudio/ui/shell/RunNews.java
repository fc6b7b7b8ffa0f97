package reidstudio.ui.shell;

import java.util.Optional;
import java.util.function.Function;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;

/** Tells when the run of this process ends, whichever page is shown. */
final class RunNews {
  private final RunInView runs;
  private final Function<RunTrace, String> names;
  private final ErrorFunnel errors;
  private final Messages messages;
  private final EngineWords words;
  private Optional<RunTrace> runBefore = Optional.empty();
  private Optional<RunState> before = Optional.empty();

  /**
   * Tells with {@code errors}.
   *
   * @param names what runs are called
   */
  RunNews(
      RunInView runs,
      Function<RunTrace, String> names,
      ErrorFunnel errors,
      Messages messages,
      EngineWords words) {
    this.runs = runs;
    this.names = names;
    this.errors = errors;
    this.messages = messages;
    this.words = words;
    runs.watch(this::look);
  }

  private void look() {
    Optional<RunState> now = runs.current().flatMap(RunTrace::state);
    // the next run may have failed as well before anybody looked
    if (!now.equals(before) || !runs.current().equals(runBefore)) {
      before = now;
      runBefore = runs.current();
      now.ifPresent(state -> tell(state, runs.current().orElseThrow()));
    }
  }

  private void tell(RunState state, RunTrace run) {
    String name = names.apply(run);
    switch (state) {
      case COMPLETED -> errors.confirm(messages.get("news.completed", name));
      case FAILED ->
          errors.failed(
              messages.get("news.failed", name, words.of(run.stateReason())), details(run));
      default -> {
        // whoever is at the window sees it in the bar
      }
    }
  }

  /** What a report of the failure needs: the engine's own words, and where it told the rest. */
  private static String details(RunTrace run) {
    return run.stateReason()
        + run.folder().map(folder -> "\n" + folder.resolve("events.jsonl")).orElse("");
  }
}
