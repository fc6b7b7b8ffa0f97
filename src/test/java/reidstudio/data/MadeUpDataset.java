package reidstudio.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Items for training that lie on no disk, and nobody to test with. */
public final class MadeUpDataset {
  private MadeUpDataset() {}

  /** {@code people} identities, called by their numbers. */
  public static Dataset of(List<Item> items, int people) {
    return new Dataset(
        Path.of("none"),
        "demo",
        items,
        LabelMap.of(IntStream.range(0, people).mapToObj(Integer::toString).toList()),
        TestSplit.none(),
        new DataReport(Map.of(), List.of(), List.of()));
  }
}
