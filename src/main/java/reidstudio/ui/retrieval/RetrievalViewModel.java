package reidstudio.ui.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;
import reidstudio.store.EvaluationReader;

/** The rankings of the evaluation that is looked at: setting by setting, query by query. */
public final class RetrievalViewModel {
  private static final int MOST_CONFUSIONS = 50;

  private final EvaluationViewModel evaluations;
  private final EvaluationReader reader;
  private final Executor io;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<EvaluationDetail> detail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("retrieval.detail.none");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ObservableList<String> settings = FXCollections.observableArrayList();
  private final ObjectProperty<String> setting = new SimpleObjectProperty<>();
  private final ObjectProperty<QueryOrder> order = new SimpleObjectProperty<>(QueryOrder.HARDEST);
  private final ObjectProperty<Confusion> confusion = new SimpleObjectProperty<>();
  private final ObservableList<Integer> queries = FXCollections.observableArrayList();
  private final ObservableList<Confusion> confusions = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> query = new SimpleObjectProperty<>();
  private String preferred;
  private boolean wanted;
  private long asked;

  /** See {@link EvaluationViewModel}. */
  public RetrievalViewModel(
      EvaluationViewModel evaluations, EvaluationReader reader, Executor io, Executor fx) {
    this.evaluations = evaluations;
    this.reader = reader;
    this.io = io;
    this.fx = fx;
    evaluations.keptProperty().subscribe(value -> changed());
    evaluations.selectedProperty().subscribe(value -> changed());
    setting.subscribe(value -> settingChanged());
    order.subscribe(value -> list());
    confusion.subscribe(value -> list());
  }

  /** The rankings; null until they are read, and where there are none. */
  ReadOnlyObjectProperty<EvaluationDetail> detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /** Why there are none, as a key of the bundle. */
  ReadOnlyStringProperty reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  /** Why they cannot be read, as a sentence; empty if that is not the reason. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** The settings that have queries. */
  ObservableList<String> settings() {
    return settings;
  }

  /** The one whose queries are listed; null if there is none. */
  ObjectProperty<String> settingProperty() {
    return setting;
  }

  /** In which order they are listed. */
  ObjectProperty<QueryOrder> orderProperty() {
    return order;
  }

  /** The confusion whose queries alone are listed; null for all. */
  ObjectProperty<Confusion> confusionProperty() {
    return confusion;
  }

  /** Numbers of the setting's queries. */
  ObservableList<Integer> queries() {
    return queries;
  }

  /** The most frequent ones of the setting. */
  ObservableList<Confusion> confusions() {
    return confusions;
  }

  /** The query whose ranking is shown; null if there is none. */
  ObjectProperty<Integer> queryProperty() {
    return query;
  }

  /** The rankings of the setting; empty if there are none. */
  Optional<QueryRankings> rankings() {
    return detail.get() == null
        ? Optional.empty()
        : detail.get().settings().stream()
            .filter(each -> each.setting().equals(setting.get()))
            .findFirst();
  }

  /** From now on rankings are read as soon as they are there: somebody looks at them. */
  void want() {
    if (!wanted) {
      wanted = true;
      changed();
    }
  }

  /** Lists the queries of {@code wish}, now or as soon as they are there. */
  void prefer(String wish) {
    if (settings.contains(wish)) {
      setting.set(wish);
    } else {
      preferred = wish;
    }
  }

  private void changed() {
    asked++;
    Evaluation looked = evaluations.selectedProperty().get();
    EvaluationReader.Kept kept = evaluations.keptProperty().get();
    problem.set("");
    if (looked == null || kept == null || !kept.hasDetail()) {
      reason.set(looked == null ? "retrieval.detail.none" : "retrieval.detail.not-kept");
      show(null);
    } else if (wanted) {
      reason.set("retrieval.detail.reading");
      read(evaluations.folder().orElseThrow(), looked.step(), asked);
    }
  }

  private void read(Path folder, long step, long number) {
    io.execute(
        () -> {
          try {
            EvaluationDetail found = reader.detail(folder, step);
            fx.execute(() -> arrived(number, () -> show(found)));
          } catch (IOException | RuntimeException e) {
            fx.execute(() -> arrived(number, () -> fail(e)));
          }
        });
  }

  private void arrived(long number, Runnable use) {
    if (number == asked) {
      use.run();
    }
  }

  private void fail(Exception e) {
    reason.set("retrieval.detail.unreadable");
    problem.set(String.valueOf(e.getMessage()));
    show(null);
  }

  /** What was looked at before is looked at again where it is still there. */
  private void show(EvaluationDetail found) {
    if (found == null && detail.get() == null) {
      return;
    }
    String before = preferred == null ? setting.get() : preferred;
    preferred = found == null ? preferred : null;
    detail.set(found);
    List<String> names =
        found == null
            ? List.of()
            : found.settings().stream()
                .filter(each -> each.size() > 0)
                .map(QueryRankings::setting)
                .toList();
    if (!names.equals(settings)) {
      settings.setAll(names);
    }
    String next = names.contains(before) ? before : names.isEmpty() ? null : names.get(0);
    if (next == null || next.equals(setting.get())) {
      setting.set(next);
      settingChanged();
    } else {
      setting.set(next);
    }
  }

  private void settingChanged() {
    confusion.set(null);
    confusions.setAll(
        rankings().map(r -> Confusion.of(detail.get(), r, MOST_CONFUSIONS)).orElse(List.of()));
    list();
  }

  private void list() {
    Integer before = query.get();
    List<Integer> now =
        rankings()
            .map(r -> order.get().of(detail.get(), r, Optional.ofNullable(confusion.get())))
            .orElse(List.of());
    queries.setAll(now);
    boolean stays = before != null && confusion.get() != null && now.contains(before);
    query.set(stays ? before : now.isEmpty() ? null : now.get(0));
  }
}
