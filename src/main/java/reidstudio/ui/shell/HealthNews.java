package reidstudio.ui.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import reidstudio.event.Finding;
import reidstudio.event.Severity;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.HealthReading;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Notice;
import reidstudio.ui.health.RunHealthViewModel;

/** Tells once of each problem that keeps the run of this process from learning. */
final class HealthNews {
  private final ErrorFunnel errors;
  private final Messages messages;
  private final EngineWords words;
  private final ObservableValue<Boolean> inSight;
  private final Consumer<String> open;
  private final Set<String> told = new HashSet<>();
  private final List<Notice> notices = new ArrayList<>();
  private String run = "";

  /**
   * @param inSight whether the problems themselves can be seen, so that nothing need be told
   * @param open shows the finding of an id
   */
  HealthNews(
      RunHealthViewModel health,
      ErrorFunnel errors,
      Messages messages,
      EngineWords words,
      ObservableValue<Boolean> inSight,
      Consumer<String> open) {
    this.errors = errors;
    this.messages = messages;
    this.words = words;
    this.inSight = inSight;
    this.open = open;
    health.liveProperty().subscribe(this::look);
    inSight.subscribe(this::tidyUp);
  }

  private void tidyUp(boolean seen) {
    if (seen) {
      notices.forEach(errors::dismiss);
      notices.clear();
    }
  }

  private void look(HealthReading now) {
    if (!now.run().equals(run)) {
      run = now.run();
      told.clear();
    }
    now.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .filter(problem -> told.add(problem.id()))
        .filter(problem -> !inSight.getValue())
        .forEach(problem -> tell(problem, now.step()));
  }

  private void tell(Finding problem, long step) {
    notices.add(
        errors.alarm(
            messages.get("news.problem", Long.toString(step), words.of(problem).title()),
            new Notice.Action("news.show", () -> open.accept(problem.id()))));
  }
}
