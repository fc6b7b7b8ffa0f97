package reidstudio.ui.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import reidstudio.store.RunListing;
import reidstudio.ui.common.ErrorFunnel;
import reidstudio.ui.common.FolderOpener;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Notice;

/** What can be done with the selected runs, by button, menu or key. */
final class RunActions {
  static final int LEAST_COMPARED = 2;
  static final int MOST_COMPARED = 20;

  private final HistoryViewModel model;
  private final ObservableList<RunItem> selected;
  private final ErrorFunnel errors;
  private final Messages messages;
  private final FolderOpener folders;
  private final Consumer<List<RunListing>> comparison;
  private final ContinueForm continuation;
  private final RemovalQuestion removal;

  RunActions(
      HistoryViewModel model,
      ObservableList<RunItem> selected,
      ErrorFunnel errors,
      Messages messages,
      FolderOpener folders,
      Consumer<List<RunListing>> comparison,
      ContinueForm continuation,
      RemovalQuestion removal) {
    this.model = model;
    this.selected = selected;
    this.errors = errors;
    this.messages = messages;
    this.folders = folders;
    this.comparison = comparison;
    this.continuation = continuation;
    this.removal = removal;
  }

  void open() {
    first().ifPresent(run -> model.open(run.folder()));
  }

  /** At once where nothing is to be decided; a complete run needs more epochs. */
  void goOn(Node place) {
    first()
        .map(RunItem::now)
        .ifPresent(
            run -> {
              if (run.mayGoOn()) {
                model.goOn(run);
              } else {
                continuation.ask(run, place);
              }
            });
  }

  /** For other epochs or on another device. */
  void goOnOtherwise(Node place) {
    if (mayGoOn()) {
      continuation.ask(first().orElseThrow().now(), place);
    }
  }

  /** One run that has ended, and none beside which it could not go on. */
  boolean mayGoOn() {
    return !model.activeProperty().get()
        && selected.size() == 1
        && selected.get(0).now().mayTrainOn();
  }

  void showFolder() {
    first().ifPresent(run -> folders.open(run.folder()));
  }

  /** Side by side, those that are runs. */
  void compare() {
    List<RunListing> runs = comparable();
    if (fits(runs.size())) {
      comparison.accept(runs);
    }
  }

  boolean mayCompare() {
    return fits(comparable().size());
  }

  private static boolean fits(int runs) {
    return runs >= LEAST_COMPARED && runs <= MOST_COMPARED;
  }

  private List<RunListing> comparable() {
    return selected.stream().map(RunItem::now).filter(run -> !run.isBroken()).toList();
  }

  /** On top of the list; if all are, not any more. */
  void togglePin() {
    List<RunItem> runs = sound();
    boolean pin = runs.stream().anyMatch(run -> !run.now().about().pinned());
    model.describe(runs, about -> about.asPinned(pin));
  }

  /** Out of sight; if all are, back again. */
  void toggleArchived() {
    List<RunItem> runs = sound();
    if (runs.isEmpty()) {
      return;
    }
    boolean archive = runs.stream().anyMatch(run -> !run.now().about().archived());
    List<RunItem> changed =
        runs.stream().filter(run -> run.now().about().archived() != archive).toList();
    String name = changed.get(0).now().title();
    model.describe(
        changed,
        about -> about.asArchived(archive),
        () ->
            errors.done(
                messages.get(
                    archive ? "history.archived" : "history.unarchived", changed.size(), name),
                new Notice.Action(
                    "history.undo",
                    () -> model.describe(changed, about -> about.asArchived(!archive)))));
  }

  /** From the disk, once the user has said so. */
  void remove() {
    List<RunItem> runs = sound();
    if (!runs.isEmpty()) {
      removal.ask(runs);
    }
  }

  /** Those of which something can be said. */
  private List<RunItem> sound() {
    return selected.stream().filter(run -> !run.now().isBroken()).toList();
  }

  private Optional<RunItem> first() {
    return selected.stream().findFirst();
  }
}
