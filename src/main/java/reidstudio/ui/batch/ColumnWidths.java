package reidstudio.ui.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reidstudio.event.BatchInspection;

/**
 * How wide the columns of modalities are: several pictures side by side where there is room, and
 * captions in what is left.
 *
 * @param all by modality, in the order of the columns
 */
record ColumnWidths(Map<String, Double> all) {
  /** Between tiles. */
  static final double GAP = 3;

  /** Between columns. */
  static final double COLUMN_GAP = 8;

  /** Border and padding of a tile, both sides. */
  static final double ROUND = 8;

  /** The longest word of a heading is not broken. */
  private static final double LEAST = 70;

  private static final int MOST_BESIDE = 3;
  private static final double NARROW_CAPTION = 116;
  private static final double WIDE_CAPTION = 250;

  /** In so much room, which is enough for at least one picture of each modality. */
  static ColumnWidths of(BatchInspection batch, List<PersonRow> people, double room) {
    Map<String, Integer> beside = new LinkedHashMap<>();
    boolean captions = false;
    for (String modality : PersonRow.modalities(batch)) {
      if (modality.equals("text")) {
        captions = true;
      } else {
        int most = people.stream().mapToInt(person -> person.count(modality)).max().orElse(1);
        beside.put(modality, Math.min(MOST_BESIDE, most));
      }
    }
    double forCaptions = captions ? NARROW_CAPTION + ROUND + COLUMN_GAP : 0;
    while (width(beside) + forCaptions > room
        && beside.values().stream().anyMatch(count -> count > 1)) {
      int most = beside.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      String widest =
          beside.entrySet().stream()
              .filter(entry -> entry.getValue() == most)
              .reduce((first, second) -> second)
              .orElseThrow()
              .getKey();
      beside.put(widest, most - 1);
    }
    Map<String, Double> all = new LinkedHashMap<>();
    beside.forEach((modality, count) -> all.put(modality, width(count)));
    if (captions) {
      double left = room - width(beside) - COLUMN_GAP;
      all.put("text", Math.max(NARROW_CAPTION, Math.min(WIDE_CAPTION, left - ROUND)) + ROUND);
    }
    return new ColumnWidths(all);
  }

  /** Width of a caption's text. */
  double caption() {
    return all.getOrDefault("text", 0.0) - ROUND;
  }

  private static double width(Map<String, Integer> beside) {
    return beside.values().stream().mapToDouble(count -> width(count) + COLUMN_GAP).sum();
  }

  private static double width(int beside) {
    return Math.max(LEAST, beside * (ItemTile.PICTURE_WIDTH + ROUND) + (beside - 1) * GAP);
  }
}
