package reidstudio.engine;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import reidstudio.metric.BoundedRetrieval;
import reidstudio.metric.GalleryItems;
import reidstudio.metric.Ranking;
import reidstudio.metric.protocol.ProtocolRanking;
import reidstudio.metric.protocol.Shots;

/** A ranking for each setting of a task, over those of its gallery pictures that can be read. */
final class SettingRankings {
  /** Last rank of the CMC curve. */
  static final int MAX_RANK = 50;

  private final RetrievalTask task;
  private final List<RetrievalTask.Entry> readable;

  /**
   * @param readable entries of the task's gallery, in the order of the features
   */
  SettingRankings(RetrievalTask task, List<RetrievalTask.Entry> readable) {
    this.task = task;
    this.readable = readable;
  }

  List<Ranking> each() {
    int[] identities = readable.stream().mapToInt(RetrievalTask.Entry::identity).toArray();
    int[] cameras = readable.stream().mapToInt(RetrievalTask.Entry::camera).toArray();
    GalleryItems items = new GalleryItems(identities);
    Shots shots = new Shots(identities, cameras);
    IdentityHashMap<RetrievalTask.Entry, Integer> places = new IdentityHashMap<>();
    IntStream.range(0, readable.size()).forEach(i -> places.put(readable.get(i), i));
    return task.settings().stream()
        .<Ranking>map(
            setting ->
                task.ranksEverything(setting)
                    ? new BoundedRetrieval(items, MAX_RANK)
                    : new ProtocolRanking(
                        task.protocol(), shots, trials(setting, places), MAX_RANK))
        .toList();
  }

  private List<int[]> trials(
      RetrievalTask.Setting setting, IdentityHashMap<RetrievalTask.Entry, Integer> places) {
    return setting.trials().stream()
        .map(
            trial ->
                IntStream.of(trial)
                    .map(at -> places.getOrDefault(task.gallery().get(at), -1))
                    .filter(place -> place >= 0)
                    .toArray())
        .toList();
  }
}
