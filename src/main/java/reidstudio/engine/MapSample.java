package reidstudio.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import reidstudio.data.Modality;
import reidstudio.diagnostic.features.FeatureSpace;
import reidstudio.event.FeatureGeometry;
import reidstudio.event.FeatureMap;
import reidstudio.event.ModalityDistance;

/**
 * The features that a map of them is drawn from: those of the gallery and of single items, of every
 * n-th person, so that all modalities show the same people. Chosen before any feature is known.
 */
final class MapSample {
  /** Own choice: more points hide one another, and need memory while all others are encoded. */
  private static final int MOST = 2000;

  private final RetrievalTask task;
  private final int singles;
  private final int stride;
  private final BitSet taken = new BitSet();
  private final List<float[]> features = new ArrayList<>();
  private final List<EncodingPlan.Target> targets = new ArrayList<>();

  MapSample(RetrievalTask task) {
    this(task, MOST);
  }

  MapSample(RetrievalTask task, int most) {
    this.task = task;
    int[] ofIdentity = new int[task.identities().size()];
    BitSet counted = new BitSet();
    Stream.concat(
            task.gallery().stream(),
            task.settings().stream().flatMap(setting -> setting.queries().stream()))
        .filter(entry -> isNew(entry, counted))
        .forEach(entry -> ofIdentity[entry.identity()]++);
    int all = 0;
    for (int count : ofIdentity) {
      all += count;
    }
    singles = all;
    stride = stride(ofIdentity, most);
  }

  /** The smallest with which no more than {@code most} are taken; one person is taken always. */
  private static int stride(int[] ofIdentity, int most) {
    for (int stride = 1; stride < ofIdentity.length; stride++) {
      int taken = 0;
      for (int identity = 0; identity < ofIdentity.length; identity += stride) {
        taken += ofIdentity[identity];
      }
      if (taken <= most) {
        return stride;
      }
    }
    return Math.max(1, ofIdentity.length);
  }

  /** Whether it is a single item that was not met before; a query may be in the gallery as well. */
  private static boolean isNew(RetrievalTask.Entry entry, BitSet met) {
    if (entry.items().length != 1 || met.get(entry.items()[0])) {
      return false;
    }
    met.set(entry.items()[0]);
    return true;
  }

  /** Takes the feature of {@code target} if it belongs to the sample. */
  void offer(EncodingPlan.Target target, float[] feature) {
    RetrievalTask.Entry entry = target.entry();
    if (entry.identity() % stride == 0 && isNew(entry, taken)) {
      features.add(feature);
      targets.add(target);
    }
  }

  /** The map and its numbers. */
  record Drawn(FeatureMap map, FeatureGeometry geometry) {}

  /** Of what was taken; at least one feature of the gallery was. */
  Drawn draw() {
    int n = features.size();
    List<Modality> modalities = new ArrayList<>();
    int[] items = new int[n];
    int[] identities = new int[n];
    for (int i = 0; i < n; i++) {
      items[i] = targets.get(i).entry().items()[0];
      identities[i] = targets.get(i).entry().identity();
      modalities.add(task.items().get(items[i]).modality());
    }
    if (n == 0) {
      return new Drawn(
          new FeatureMap(new float[0], new float[0], items, identities),
          new FeatureGeometry(0, singles, 0, Double.NaN, Double.NaN, Double.NaN, List.of()));
    }
    FeatureSpace space = new FeatureSpace(features.toArray(float[][]::new), modalities);
    FeatureSpace.Plane plane = space.plane();
    float[] x = new float[n];
    float[] y = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) plane.coordinates()[i][0];
      y[i] = (float) plane.coordinates()[i][1];
    }
    FeatureGeometry geometry =
        new FeatureGeometry(
            n,
            singles,
            space.width(),
            space.effectiveRank(),
            plane.share()[0],
            plane.share()[1],
            distances(space, modalities));
    return new Drawn(new FeatureMap(x, y, items, identities), geometry);
  }

  private static List<ModalityDistance> distances(FeatureSpace space, List<Modality> modalities) {
    return Arrays.stream(Modality.values())
        .filter(modality -> modality != Modality.VIS && modalities.contains(modality))
        .map(
            modality ->
                new ModalityDistance(
                    modality.word(),
                    space.distance(modality, Modality.VIS),
                    space.gap(modality, Modality.VIS)))
        .toList();
  }
}
