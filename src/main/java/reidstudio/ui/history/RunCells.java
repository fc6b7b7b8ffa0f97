package reidstudio.ui.history;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Callback;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import reidstudio.event.RunState;
import reidstudio.store.RunListing;

/** Cells of the list that are more than a text. */
record RunCells(RunWords words) {
  private static final int MOST_TAGS = 3;

  Callback<TableColumn<RunItem, RunListing>, TableCell<RunItem, RunListing>> state() {
    return column ->
        new DrawnCell<>(
            () -> {
              Label badge = new Label();
              badge.getStyleClass().add("state-badge");
              return badge;
            },
            this::showState,
            words::state);
  }

  Callback<TableColumn<RunItem, RunListing>, TableCell<RunItem, RunListing>> title() {
    return column ->
        new DrawnCell<>(
            () -> {
              Label title = new Label();
              title.setMinWidth(0);
              title.getStyleClass().add("run-title");
              return title;
            },
            (title, run) -> {
              title.setText(run.title());
              title.setGraphic(run.about().pinned() ? new FontIcon(Material2MZ.PUSH_PIN) : null);
            },
            run -> run.title() + " (" + run.folder().getFileName() + ")");
  }

  Callback<TableColumn<RunItem, RunListing>, TableCell<RunItem, RunListing>> course() {
    return column ->
        new DrawnCell<>(
            CourseLine::new,
            (line, run) -> line.show(run.figures().ceCourse().values()),
            words::course);
  }

  Callback<TableColumn<RunItem, RunListing>, TableCell<RunItem, RunListing>> tags() {
    return column ->
        new DrawnCell<>(
            () -> {
              HBox chips = new HBox();
              chips.getStyleClass().add("run-tags");
              return chips;
            },
            RunCells::showTags,
            run -> String.join(", ", run.about().tags()));
  }

  private void showState(Label badge, RunListing run) {
    badge.setText(words.state(run));
    for (RunState state : RunState.values()) {
      boolean is = run.state().filter(s -> s == state).isPresent();
      badge.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT)),
          is && !run.interrupted() && !run.isBroken());
    }
  }

  private static void showTags(HBox chips, RunListing run) {
    chips.getChildren().clear();
    int shown = Math.min(MOST_TAGS, run.about().tags().size());
    run.about().tags().stream().limit(shown).forEach(tag -> chips.getChildren().add(chip(tag)));
    int more = run.about().tags().size() - shown;
    if (more > 0) {
      chips.getChildren().add(chip("+" + more));
    }
  }

  private static Label chip(String text) {
    Label chip = new Label(text);
    chip.getStyleClass().add("chip");
    return chip;
  }

  /** A cell whose node is made once and filled anew for each run. */
  private static final class DrawnCell<N extends Node> extends TableCell<RunItem, RunListing> {
    private final N node;
    private final BiConsumer<N, RunListing> show;
    private final Function<RunListing, String> tip;

    DrawnCell(Supplier<N> make, BiConsumer<N, RunListing> show, Function<RunListing, String> tip) {
      node = make.get();
      this.show = show;
      this.tip = tip;
      setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(RunListing run, boolean empty) {
      super.updateItem(run, empty);
      if (empty || run == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
        return;
      }
      show.accept(node, run);
      setGraphic(node);
      String text = tip.apply(run);
      setTooltip(text.isEmpty() ? null : new Tooltip(text));
      setAccessibleText(text);
    }
  }
}
