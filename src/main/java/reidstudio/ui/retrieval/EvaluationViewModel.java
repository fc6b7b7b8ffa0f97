package reidstudio.ui.retrieval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.event.Evaluation;
import reidstudio.event.EvaluationCurves;
import reidstudio.store.EvaluationReader;
import reidstudio.store.RunTrace;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.RunInView;

/** The evaluations of the run in view, the one that is looked at, and one to compare it with. */
public final class EvaluationViewModel {
  private final RunInView runs;
  private final EvaluationReader reader;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;
  private final ObservableList<Evaluation> evaluations = FXCollections.observableArrayList();
  private final ObjectProperty<Evaluation> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<EvaluationReader.Kept> kept = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Comparison> compared = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<EvaluationCurves> comparedCurves =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper run = new ReadOnlyStringWrapper("");
  private Optional<Path> folder = Optional.empty();
  private List<Evaluation> told = List.of();
  private long asked;
  private long askedCompared;

  /**
   * @param io may block
   * @param fx runs on the JavaFX thread
   */
  public EvaluationViewModel(
      RunInView runs, EvaluationReader reader, ErrorFunnel errors, Executor io, Executor fx) {
    this.runs = runs;
    this.reader = reader;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
    selected.subscribe(this::readScores);
    compared.subscribe(this::readCompared);
    runs.watch(this::refresh);
  }

  /** Of the run in view by their step, ascending; of a state judged twice the later one. */
  ObservableList<Evaluation> evaluations() {
    return evaluations;
  }

  /** The one that is looked at; null if there is none. */
  ObjectProperty<Evaluation> selectedProperty() {
    return selected;
  }

  /** What the run's folder has of it; null until that is read, and where there is nothing. */
  ReadOnlyObjectProperty<EvaluationReader.Kept> keptProperty() {
    return kept.getReadOnlyProperty();
  }

  /** The one to compare with; null for none. */
  ObjectProperty<Comparison> comparedProperty() {
    return compared;
  }

  /** The curves of the one to compare with; null where there are none. */
  ReadOnlyObjectProperty<EvaluationCurves> comparedCurvesProperty() {
    return comparedCurves.getReadOnlyProperty();
  }

  /** Name of the run in view; empty without one. */
  ReadOnlyStringProperty runProperty() {
    return run.getReadOnlyProperty();
  }

  /** Folder of the run in view. */
  Optional<Path> folder() {
    return folder;
  }

  private void refresh() {
    Optional<RunTrace> shown = runs.shown();
    List<Evaluation> now = shown.map(RunTrace::evaluations).orElse(List.of());
    String name = shown.map(RunTrace::run).orElse("");
    Optional<Path> place = shown.flatMap(RunTrace::folder);
    boolean other = !name.equals(run.get()) || !place.equals(folder);
    if (!other && now == told) {
      return;
    }
    List<Evaluation> before = other ? List.of() : told;
    folder = place;
    told = now;
    boolean newest = selected.get() == null || isLast(selected.get());
    List<Evaluation> sorted = byStep(now);
    if (other) {
      compared.set(null);
    }
    run.set(name);
    Evaluation looked = selected.get();
    replace(sorted);
    Evaluation next = other || newest ? last(sorted) : same(sorted, looked);
    boolean again = next != null && next.equals(looked) && times(now, next) > times(before, next);
    selected.set(next);
    if (again) {
      readAgain(next);
    }
  }

  /** A list that only grows keeps what is chosen in it. */
  private void replace(List<Evaluation> now) {
    int known = evaluations.size();
    if (now.size() >= known && now.subList(0, known).equals(evaluations)) {
      evaluations.addAll(now.subList(known, now.size()));
    } else {
      evaluations.setAll(now);
    }
  }

  private static long times(List<Evaluation> all, Evaluation of) {
    return all.stream().filter(each -> each.step() == of.step()).count();
  }

  /** The same state was judged once more with the same scores: the rest may be there only now. */
  private void readAgain(Evaluation wanted) {
    long number = ++asked;
    folder.ifPresent(place -> read(place, wanted, found -> number == asked, kept::set));
  }

  private boolean isLast(Evaluation evaluation) {
    Evaluation last = last(evaluations);
    return last != null && last.step() == evaluation.step();
  }

  private static Evaluation last(List<Evaluation> all) {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  private static Evaluation same(List<Evaluation> all, Evaluation before) {
    return all.stream().filter(e -> e.step() == before.step()).findFirst().orElse(last(all));
  }

  private static List<Evaluation> byStep(List<Evaluation> all) {
    Map<Long, Evaluation> sorted = new TreeMap<>();
    all.forEach(evaluation -> sorted.put(evaluation.step(), evaluation));
    return new ArrayList<>(sorted.values());
  }

  private void readScores(Evaluation wanted) {
    long number = ++asked;
    kept.set(null);
    if (wanted != null && folder.isPresent()) {
      read(folder.get(), wanted, found -> number == asked, kept::set);
    }
  }

  private void readCompared(Comparison wanted) {
    long number = ++askedCompared;
    comparedCurves.set(null);
    if (wanted != null && wanted.folder().isPresent()) {
      read(
          wanted.folder().get(),
          wanted.evaluation(),
          found -> number == askedCompared,
          found -> comparedCurves.set(found.curves()));
    }
  }

  private void read(
      Path place,
      Evaluation wanted,
      java.util.function.Predicate<EvaluationReader.Kept> stillWanted,
      java.util.function.Consumer<EvaluationReader.Kept> show) {
    io.execute(
        () -> {
          try {
            Optional<EvaluationReader.Kept> found = reader.scores(place, wanted.step());
            fx.execute(() -> found.filter(stillWanted).ifPresent(show));
          } catch (java.io.IOException | RuntimeException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }
}
