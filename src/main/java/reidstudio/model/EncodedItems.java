package reidstudio.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Items that went through the encoders: their features, and what fusion needs of them. */
public final class EncodedItems {
  private final FusionInput items;

  EncodedItems(FusionInput items) {
    this.items = items;
  }

  /**
   * Several batches as one. Rows keep their order, so no picture may come behind a caption.
   *
   * @param batches at least one, of one device
   */
  public static EncodedItems join(List<EncodedItems> batches) {
    if (batches.size() == 1) {
      return batches.get(0);
    }
    NDList features = new NDList(batches.stream().map(EncodedItems::features).toList());
    return new EncodedItems(
        new FusionInput(
            NDArrays.concat(features, 0),
            batches.stream().flatMap(batch -> batch.items.encoded().stream()).toList(),
            batches.stream().flatMap(batch -> batch.items.captionLengths().stream()).toList()));
  }

  /** Feature of each item before the neck [N, D]: what is compared of a single item. */
  public NDArray features() {
    return items.features();
  }

  /** Gives all arrays to {@code owner}. */
  public void moveTo(NDManager owner) {
    arrays().forEach(array -> array.attach(owner));
  }

  /** Has {@code owner} own what is made of the arrays; they come back when it is closed. */
  public void lendTo(NDManager owner) {
    owner.tempAttachAll(arrays().toArray(NDArray[]::new));
  }

  /** The features of a single part are the joined ones, and no array may be lent twice. */
  private List<NDArray> arrays() {
    Set<NDArray> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    arrays.add(items.features());
    for (Encoded part : items.encoded()) {
      arrays.add(part.features());
      part.tokens().ifPresent(arrays::add);
    }
    return List.copyOf(arrays);
  }

  FusionInput forFusion() {
    return items;
  }
}
