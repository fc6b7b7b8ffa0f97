package reidstudio.faultbench;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reidstudio.data.Dataset;
import reidstudio.data.Item;
import reidstudio.data.LabelMap;

/** Data sets whose labels no reader of this program gives out. */
final class Relabelled {
  private Relabelled() {}

  /** Everybody's label goes through {@code change}; the classes stay as many as they were. */
  static UnaryOperator<Dataset> labels(IntUnaryOperator change) {
    return data -> with(data, items(data.trainItems(), change), data.labels());
  }

  /**
   * Labels {@code step} apart, in a label map with as many people as that needs: one of all people
   * of which most were filtered out later.
   */
  static UnaryOperator<Dataset> spread(int step) {
    return data -> {
      int classes = data.trainIdentities() * step;
      LabelMap all =
          LabelMap.of(
              Stream.concat(
                      data.labels().identities().stream(),
                      IntStream.range(data.trainIdentities(), classes)
                          .mapToObj(i -> "left out " + i))
                  .toList());
      return with(data, items(data.trainItems(), label -> label * step), all);
    };
  }

  /** The same items under labels that {@code change} gives. */
  static List<Item> items(List<Item> items, IntUnaryOperator change) {
    return items.stream().map(item -> labelled(item, change.applyAsInt(item.label()))).toList();
  }

  private static Item labelled(Item item, int label) {
    if (item instanceof Item.Picture picture) {
      return new Item.Picture(label, picture.modality(), picture.file(), picture.name());
    }
    Item.Caption caption = (Item.Caption) item;
    return new Item.Caption(label, caption.text(), caption.name());
  }

  private static Dataset with(Dataset data, List<Item> items, LabelMap labels) {
    return new Dataset(data.folder(), data.layout(), items, labels, data.test(), data.report());
  }
}
