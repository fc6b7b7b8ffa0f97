package reidstudio.ui.batch;

import java.util.List;
import java.util.stream.IntStream;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.ui.chart.HeatCells;

/**
 * The similarity matrix with the items of a person side by side, so that a model that tells people
 * apart shows bright squares along the diagonal.
 *
 * @param queries items of its rows
 * @param gallery items of its columns
 * @param cells what is shown of them
 */
record MatrixRows(List<BatchItem> queries, List<BatchItem> gallery, HeatCells cells) {

  /** Of a batch that was measured. */
  static MatrixRows of(BatchInspection batch, BatchMeasures measures) {
    List<BatchItem> ordered = PersonRow.of(batch).stream().flatMap(PersonRow::all).toList();
    List<BatchItem> queries = ordered.stream().filter(item -> isRow(item, false)).toList();
    List<BatchItem> gallery = ordered.stream().filter(item -> isRow(item, true)).toList();
    int[] from = places(measures.queries());
    int[] to = places(measures.gallery());
    double[][] values = new double[queries.size()][gallery.size()];
    boolean[][] positives = new boolean[queries.size()][gallery.size()];
    for (int i = 0; i < queries.size(); i++) {
      for (int j = 0; j < gallery.size(); j++) {
        values[i][j] = measures.cosines()[from[queries.get(i).row()]][to[gallery.get(j).row()]];
        positives[i][j] = queries.get(i).identity().equals(gallery.get(j).identity());
      }
    }
    return new MatrixRows(
        queries, gallery, new HeatCells(values, positives, people(queries), people(gallery)));
  }

  private static boolean isRow(BatchItem item, boolean visible) {
    return item.row() >= 0 && item.isVisible() == visible;
  }

  /** Place of each row number in {@code rows}. */
  private static int[] places(int[] rows) {
    int[] places = new int[IntStream.of(rows).max().orElse(-1) + 1];
    for (int i = 0; i < rows.length; i++) {
      places[rows[i]] = i;
    }
    return places;
  }

  private static List<String> people(List<BatchItem> items) {
    return items.stream().map(BatchItem::identity).toList();
  }
}
