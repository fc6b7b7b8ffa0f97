package reidstudio.cli;

import reidstudio.event.RunState;
import reidstudio.store.RunTrace;

/** Shows a run on one line of the terminal until it ends. */
final class RunProgress {
  private final Progress progress;

  RunProgress(Progress progress) {
    this.progress = progress;
  }

  void watch(RunTrace trace) throws InterruptedException {
    ProgressLine line = progress.line();
    LogFeed log = new LogFeed(trace, line::interject);
    TrainProgress text = new TrainProgress();
    trace.folder().ifPresent(folder -> line.interject("run folder: " + folder));
    progress.until(
        () -> trace.state().filter(RunState::isTerminal).isPresent(),
        () -> {
          log.look();
          line.show(text.text(trace));
        });
    line.end(text.text(trace));
  }
}
