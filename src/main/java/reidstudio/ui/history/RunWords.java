package reidstudio.ui.history;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import reidstudio.store.RunListing;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Figures;
import reidstudio.ui.common.Messages;

/** What the list says of a run, in the present language. */
record RunWords(Messages messages, EngineWords engine, ZoneId zone) {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  String state(RunListing run) {
    if (run.isBroken()) {
      return messages.get("state.broken");
    }
    if (run.interrupted()) {
      return messages.get("state.interrupted");
    }
    return run.state().map(s -> messages.of("state", s)).orElse(messages.get("state.none"));
  }

  String started(RunListing run) {
    return DATE.format(run.startedAt().atZone(zone));
  }

  String epochs(RunListing run) {
    return run.isBroken() ? Figures.NONE : run.epochsDone() + " / " + run.epochs();
  }

  String data(RunListing run) {
    if (run.isBroken()) {
      return Figures.NONE;
    }
    return run.origin().data().isEmpty() ? messages.get("history.demo-data") : run.origin().data();
  }

  String recipe(RunListing run) {
    return run.origin()
        .recipe()
        .map(id -> messages.has("recipe." + id) ? messages.get("recipe." + id) : id)
        .orElse(Figures.NONE);
  }

  String bestMap(RunListing run) {
    return Figures.percent(run.figures().bestMap().orElse(Double.NaN));
  }

  String identities(RunListing run) {
    return run.origin().identities().isPresent()
        ? Figures.count(run.origin().identities().getAsInt())
        : Figures.NONE;
  }

  /** In the place of a folder, a broken run has the reason. */
  String folder(RunListing run) {
    Path name = run.folder().getFileName();
    return run.isBroken() ? wrong(run) : String.valueOf(name);
  }

  /** Why it is no run, or why what was said of it is not known; empty if nothing is wrong. */
  String wrong(RunListing run) {
    return engine.of(run.isBroken() ? run.problem() : run.remark());
  }

  /** Notes on one line. */
  String notes(RunListing run) {
    return run.about().notes().replaceAll("\\s+", " ");
  }

  /** How many points stand behind the small line. */
  String course(RunListing run) {
    return messages.get(
        "history.course.tip",
        run.figures().ceCourse().values().size(),
        run.figures().ceCourse().steps());
  }
}
