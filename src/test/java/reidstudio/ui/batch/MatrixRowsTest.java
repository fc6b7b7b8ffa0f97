package reidstudio.ui.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reidstudio.event.BatchInspection;
import reidstudio.event.BatchItem;
import reidstudio.event.BatchMeasures;
import reidstudio.event.ItemFate;

class MatrixRowsTest {
  /** Rows are numbered by modality; the plan goes person by person. */
  private static final List<BatchItem> ITEMS =
      List.of(
          item("ann", "nir", 2),
          item("ann", "vis", 0),
          item("bob", "vis", 1),
          new BatchItem("bob", "nir", "m", "", ItemFate.MASKED, "", -1, 0),
          item("bob", "sk", 3));

  private static final BatchMeasures MEASURES =
      new BatchMeasures(
          7,
          1,
          1,
          Optional.empty(),
          0.1,
          new double[4],
          new double[4],
          List.of(),
          new int[] {2, 3},
          new int[] {0, 1},
          new double[][] {{0.9, 0.1}, {0.2, 0.8}});

  private static BatchItem item(String identity, String modality, int row) {
    return new BatchItem(identity, modality, identity + modality, "", ItemFate.ROW, "", row, 1);
  }

  private static BatchInspection batch(List<BatchItem> items) {
    return new BatchInspection(3, 1, 3, 9, "/data", 50, items, Optional.of(MEASURES), "");
  }

  @Test
  void valuesFollowTheItemsOfEachPerson() {
    MatrixRows matrix = MatrixRows.of(batch(ITEMS), MEASURES);
    assertThat(matrix.queries()).extracting(BatchItem::row).containsExactly(2, 3);
    assertThat(matrix.cells().values()).isDeepEqualTo(new double[][] {{0.9, 0.1}, {0.2, 0.8}});
    assertThat(matrix.cells().marked())
        .isDeepEqualTo(new boolean[][] {{true, false}, {false, true}});
    List<BatchItem> backwards = new ArrayList<>(ITEMS);
    Collections.reverse(backwards);
    MatrixRows turned = MatrixRows.of(batch(backwards), MEASURES);
    assertThat(turned.cells().rowGroups()).containsExactly("bob", "ann");
    assertThat(turned.cells().values()).isDeepEqualTo(new double[][] {{0.8, 0.2}, {0.1, 0.9}});
  }

  @Test
  void columnsFitTheRoomAndCaptionsTakeWhatIsLeft() {
    List<BatchItem> items = new ArrayList<>();
    for (String modality : List.of("vis", "nir", "cp", "sk", "text")) {
      for (int i = 0; i < 4; i++) {
        items.add(item("ann", modality, items.size()));
      }
    }
    BatchInspection batch = batch(items);
    for (double room : new double[] {500, 590, 700, 900, 1400}) {
      ColumnWidths widths = ColumnWidths.of(batch, PersonRow.of(batch), room);
      assertThat(widths.all().keySet()).containsExactly("vis", "nir", "cp", "sk", "text");
      double all =
          widths.all().values().stream().mapToDouble(width -> width).sum()
              + 4 * ColumnWidths.COLUMN_GAP;
      assertThat(all).isLessThanOrEqualTo(room);
    }
    double narrow = ColumnWidths.of(batch, PersonRow.of(batch), 500).all().get("vis");
    double wide = ColumnWidths.of(batch, PersonRow.of(batch), 1400).all().get("vis");
    assertThat(wide).as("more pictures side by side").isGreaterThan(narrow);
  }
}
