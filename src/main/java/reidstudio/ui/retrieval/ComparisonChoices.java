package reidstudio.ui.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.event.Evaluation;
import reidstudio.store.EvaluationReader;
import reidstudio.store.RunListing;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.history.RunArchive;

/**
 * What the evaluation that is looked at can be compared with: the others of its run, and the last
 * and the best one of each stored run.
 */
public final class ComparisonChoices {
  private final EvaluationViewModel evaluations;
  private final RunArchive archive;
  private final EvaluationReader reader;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final ObservableList<Comparison> choices = FXCollections.observableArrayList();
  private List<Comparison> elsewhere = List.of();

  /** See {@link EvaluationViewModel}. */
  public ComparisonChoices(
      EvaluationViewModel evaluations,
      RunArchive archive,
      EvaluationReader reader,
      ErrorFunnel errors,
      Executor io,
      Executor fx) {
    this.evaluations = evaluations;
    this.archive = archive;
    this.reader = reader;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    evaluations.selectedProperty().subscribe(value -> refresh());
  }

  /** All of them, those of the run in view first. */
  ObservableList<Comparison> choices() {
    return choices;
  }

  /** Looks for stored runs again. */
  public void refreshRuns() {
    io.execute(
        () -> {
          try {
            List<Comparison> found = stored();
            fx.execute(
                () -> {
                  elsewhere = found;
                  refresh();
                });
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }

  private void refresh() {
    List<Comparison> now = new ArrayList<>();
    Evaluation looked = evaluations.selectedProperty().get();
    for (Evaluation each : evaluations.evaluations()) {
      if (looked != null && each.step() != looked.step()) {
        now.add(new Comparison(each, evaluations.folder(), Optional.empty(), false));
      }
    }
    elsewhere.stream()
        .filter(each -> !each.folder().equals(evaluations.folder()))
        .forEach(now::add);
    if (!now.equals(choices)) {
      choices.setAll(now);
    }
  }

  private List<Comparison> stored() throws IOException {
    List<Comparison> found = new ArrayList<>();
    List<RunListing> runs = archive.list().stream().filter(run -> !run.about().archived()).toList();
    Map<String, Long> times =
        runs.stream().collect(Collectors.groupingBy(RunListing::title, Collectors.counting()));
    for (RunListing run : runs) {
      found.addAll(of(run.folder(), name(run, times.get(run.title()) > 1)));
    }
    return found;
  }

  /** Its title; with the name of its folder where others have the same. */
  private static String name(RunListing run, boolean shared) {
    return shared ? run.title() + " (" + run.folder().getFileName() + ")" : run.title();
  }

  /** A run whose evaluations cannot be read is no choice; opening it tells why. */
  private List<Comparison> of(Path folder, String name) {
    try {
      List<Evaluation> all = new ArrayList<>();
      for (long step : reader.steps(folder)) {
        reader.scores(folder, step).ifPresent(kept -> all.add(kept.evaluation()));
      }
      if (all.isEmpty()) {
        return List.of();
      }
      Evaluation last = all.get(all.size() - 1);
      Evaluation best =
          all.stream()
              .max(Comparator.comparingDouble(e -> e.meanAveragePrecision().orElse(-1)))
              .orElse(last);
      List<Comparison> choices = new ArrayList<>();
      choices.add(new Comparison(last, Optional.of(folder), Optional.of(name), false));
      if (best.step() != last.step()) {
        choices.add(new Comparison(best, Optional.of(folder), Optional.of(name), true));
      }
      return choices;
    } catch (IOException e) {
      return List.of();
    }
  }
}
