package reidstudio.ui.retrieval;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.Widgets;

/** Says why there are no rankings to look at, and what to do. */
final class MissingDetail extends VBox {
  MissingDetail(RetrievalViewModel model, Widgets widgets) {
    getStyleClass().add("empty-state");
    visibleProperty().bind(model.detailProperty().isNull());
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE_4);
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> widgets.messages().get(model.reasonProperty().get()),
                model.reasonProperty(),
                widgets.messages().languageProperty()));
    Label more = new Label();
    more.getStyleClass().add(Styles.TEXT_MUTED);
    more.setWrapText(true);
    more.setMaxWidth(560);
    more.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.problemProperty().get().isEmpty()
                        ? widgets.messages().get(model.reasonProperty().get() + ".more")
                        : widgets.words().of(model.problemProperty().get()),
                model.reasonProperty(),
                model.problemProperty(),
                widgets.messages().languageProperty()));
    getChildren().addAll(new FontIcon(Material2AL.IMAGE_SEARCH), title, more);
  }
}
