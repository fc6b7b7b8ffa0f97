package reidstudio.ui.shell;

import java.io.IOException;
import java.util.Optional;
import reidstudio.event.RunState;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.RunInView;

/** Tells when the run of this process ends, whichever page is shown. */
final class RunNews {
  private final RunInView runs;
  private final ErrorFunnel errors;
  private final Messages messages;
  private final EngineWords words;
  private Optional<RunState> before = Optional.empty();

  RunNews(RunInView runs, ErrorFunnel errors, Messages messages, EngineWords words) {
    this.runs = runs;
    this.errors = errors;
    this.messages = messages;
    this.words = words;
    runs.watch(this::look);
  }

  private void look() {
    Optional<RunState> now = runs.current().flatMap(RunTrace::state);
    if (!now.equals(before)) {
      before = now;
      now.ifPresent(state -> tell(state, runs.current().orElseThrow()));
    }
  }

  private void tell(RunState state, RunTrace run) {
    switch (state) {
      case COMPLETED -> errors.confirm(messages.get("news.completed", run.run()));
      case FAILED ->
          errors.failed(
              new IOException(messages.get("news.failed", run.run(), words.of(run.stateReason()))));
      default -> {
        // whoever is at the window sees it in the bar
      }
    }
  }
}
