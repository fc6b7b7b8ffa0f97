package reidstudio.ui.retrieval;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;
import reidstudio.event.TestItem;
import reidstudio.ui.common.Pictures;
import reidstudio.ui.common.Widgets;

/** One query and the pictures that its ranking begins with, best first from left to right. */
final class RankingView extends VBox {
  /** People are pictured about twice as high as wide. */
  private static final double TALL = 1.9;

  private static final int KEPT = 120;

  /** Twice the height of the largest tile. */
  private static final double PICTURE_HEIGHT = 420;

  /** Rank, verdict and person. */
  private static final double ROUND_PICTURE = 72;

  private final QueryCard query;
  private final List<AnswerTile> answers = new ArrayList<>();

  RankingView(Widgets widgets) {
    Pictures pictures = new Pictures(KEPT, PICTURE_HEIGHT);
    query = new QueryCard(pictures, widgets);
    getStyleClass().add("ranking");
    HBox row = new HBox();
    row.setId("answers");
    row.getStyleClass().addAll("card", "answers");
    for (int place = 0; place < QueryRankings.TOP; place++) {
      answers.add(new AnswerTile(pictures, widgets));
    }
    row.getChildren().addAll(answers);
    // as high as pictures of people are in tiles of that width; the query has the rest
    row.prefHeightProperty()
        .bind(widthProperty().divide(QueryRankings.TOP).multiply(TALL).add(ROUND_PICTURE));
    row.setMinHeight(190);
    query.setMinHeight(120);
    query.setPrefHeight(150);
    VBox.setVgrow(query, Priority.ALWAYS);
    getChildren().addAll(query, widgets.label("retrieval.top"), row);
  }

  void clear() {
    query.clear();
    answers.forEach(AnswerTile::clear);
  }

  void show(EvaluationDetail detail, QueryRankings setting, int number) {
    // all first: a picture that is shown again must not be given up
    clear();
    query.show(detail, setting, number);
    for (int place = 0; place < QueryRankings.TOP; place++) {
      int index = setting.top(number, place);
      if (index >= 0) {
        TestItem item = detail.items().galleryItem(index);
        int identity = detail.items().galleryIdentities()[index];
        answers
            .get(place)
            .show(
                place + 1,
                identity == setting.identities()[number],
                detail.items().identities().get(identity),
                Pictures.file(detail.items().dataFolder(), item),
                item.picture());
      }
    }
  }
}
