package reidstudio.ui.shell;

import javafx.scene.layout.StackPane;
import reidstudio.ui.compare.CompareView;
import reidstudio.ui.compare.CompareViewModel;
import reidstudio.ui.history.HistoryView;

/** The list of runs; in its place, some of them side by side. */
final class RunsPage extends StackPane {
  RunsPage(HistoryView history, CompareView comparison, CompareViewModel model) {
    getChildren().addAll(history, comparison);
    comparison.visibleProperty().bind(model.openProperty());
    history.visibleProperty().bind(model.openProperty().not());
    model
        .openProperty()
        .subscribe(
            open -> {
              if (open) {
                comparison.lookup("#compare-back").requestFocus();
              } else {
                history.lookup("#runs").requestFocus();
              }
            });
  }
}
