package reidstudio.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reidstudio.data.Item;
import reidstudio.event.EvaluationCurves;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.EvaluationRecord;
import reidstudio.event.QueryRankings;
import reidstudio.event.RankingCurve;
import reidstudio.event.TestItem;
import reidstudio.event.TestItems;
import reidstudio.metric.protocol.CmcCount;

/** Writes down, while an evaluation goes on, what its scores do not tell. */
final class EvaluationNotes {
  private final RetrievalTask task;
  private final String dataFolder;
  private final List<EncodingPlan.Target> gallery = new ArrayList<>();
  private final List<RankingColumns> settings = new ArrayList<>();
  private final MapSample sample;

  /**
   * @param dataFolder absolute path of the folder that pictures lie in
   */
  EvaluationNotes(RetrievalTask task, String dataFolder) {
    this.task = task;
    this.dataFolder = dataFolder;
    this.sample = new MapSample(task);
    boolean pictures = task.protocol().cmc() == CmcCount.PICTURES;
    task.settings().forEach(setting -> settings.add(new RankingColumns(setting, pictures)));
  }

  void gallery(EncodingPlan.Target target, float[] feature) {
    gallery.add(target);
    sample.offer(target, feature);
  }

  void query(EncodingPlan.Target target, float[] feature, RankedQuery ranked) {
    settings.get(target.set()).add(target.entry(), ranked);
    sample.offer(target, feature);
  }

  /**
   * All of it.
   *
   * @param cmc of each setting
   */
  EvaluationRecord record(List<double[]> cmc) {
    List<RankingCurve> curves = new ArrayList<>();
    List<QueryRankings> rankings = new ArrayList<>();
    for (int i = 0; i < settings.size(); i++) {
      curves.add(settings.get(i).curve(cmc.get(i)));
      rankings.add(settings.get(i).rankings());
    }
    MapSample.Drawn drawn = sample.draw();
    return new EvaluationRecord(
        new EvaluationCurves(gallery.size(), curves, Optional.of(drawn.geometry())),
        new EvaluationDetail(items(), rankings, drawn.map()));
  }

  private TestItems items() {
    int[] items = gallery.stream().mapToInt(target -> target.entry().items()[0]).toArray();
    int[] identities = gallery.stream().mapToInt(target -> target.entry().identity()).toArray();
    return new TestItems(
        dataFolder,
        task.identities(),
        task.items().stream().map(EvaluationNotes::item).toList(),
        items,
        identities);
  }

  private static TestItem item(Item item) {
    String modality = item.modality().word();
    return item instanceof Item.Caption caption
        ? new TestItem(modality, caption.name(), caption.text())
        : new TestItem(modality, item.name().replace('\\', '/'), "");
  }
}
