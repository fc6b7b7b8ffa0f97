package reidstudio.ui.curves;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Valid rows, and below them in a strip of its own scale the share of pairable identities. */
final class RowsCell extends VBox {
  private static final double STRIP_SHARE = 0.4;

  RowsCell(CurveCard rows, CurveCard pairable) {
    getStyleClass().add("rows-cell");
    pairable.getStyleClass().add("strip");
    VBox.setVgrow(rows, Priority.ALWAYS);
    rows.setMinHeight(0);
    rows.setPrefHeight(0);
    pairable.setMinHeight(0);
    pairable.prefHeightProperty().bind(heightProperty().multiply(STRIP_SHARE));
    getChildren().addAll(rows, pairable);
  }
}
