package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.data.layout.DatasetReader;
import reidstudio.event.EvaluationDetail;
import reidstudio.event.QueryRankings;
import reidstudio.event.SettingScores;
import reidstudio.metric.protocol.Protocol;

/** Protocols with a real model on small folders of their own layouts. */
@Timeout(120)
class ProtocolEvaluationTest {
  private final Map<String, List<float[]>> features = new HashMap<>();

  @TempDir Path folder;

  private void keep(String set, String identity, float[] feature) {
    features.computeIfAbsent(set, s -> new ArrayList<>()).add(feature.clone());
  }

  private EvaluationResult run(TrainingSession session, RetrievalTask task) throws Exception {
    features.clear();
    return session.evaluator(task, this::keep).run(share -> true).orElseThrow();
  }

  @Test
  void marketDropsJunkAndKeepsBackground() throws Exception {
    try (TrainingSession session = session(new TinySets(folder).market())) {
      RetrievalTask task = session.task();
      EvaluationResult result = run(session, task);
      assertThat(result.protocol()).isEqualTo("Market-1501");
      assertThat(task.gallery()).hasSize(19);
      assertThat(result.conduct())
          .contains("2 junk pictures dropped, 1 distractors kept")
          .contains("own person in its own camera", "one trial", "CMC counts pictures")
          .endsWith("pictures in a trial: vis 19");
      SettingScores scores = result.settings().get(0).scores();
      assertThat(scores.setting()).isEqualTo("vis");
      assertThat(scores.queries()).isEqualTo(6);
      assertThat(scores.map()).isCloseTo(slowMap(task, 0, false), within(1e-6));
    }
  }

  @Test
  void sysuHasFourProtocols() throws Exception {
    try (TrainingSession session = session(new TinySets(folder).sysu())) {
      EvaluationResult single = run(session, session.task());
      assertThat(single.protocol()).isEqualTo("SYSU-all-single");
      SettingScores scores = single.settings().get(0).scores();
      assertThat(scores.setting()).isEqualTo("nir");
      // three people and two infrared cameras with three shots, and one camera that misses one
      assertThat(scores.queries()).isEqualTo(15);
      assertThat(single.conduct())
          .contains("10 trials, each with 1 picture of each person in cameras 1, 2, 4, 5")
          .contains("seeds 0 to 9", "camera 3 do not see camera 2", "CMC counts people", "no junk")
          .endsWith("pictures in a trial: vis 12");
      assertThat(single.record().curves().curves().get(0).chance())
          .as("of people, no closed form is known")
          .isEmpty();
      assertBestAreOfFirstTrial(session.task(), single.record().detail());
      assertThat(scores.map()).isCloseTo(slowMap(session.task(), 0, true), within(1e-6));
      for (String[] other :
          new String[][] {{"SYSU-all-multi", "36"}, {"SYSU-indoor-multi", "18"}}) {
        Protocol protocol = Protocol.named(other[0]).orElseThrow();
        RetrievalTask task = RetrievalTask.of(session.dataset().test(), protocol);
        assertThat(run(session, task).conduct()).endsWith("pictures in a trial: vis " + other[1]);
        assertThat(task.gallery()).hasSize(Integer.parseInt(other[1]));
      }
    }
  }

  @Test
  void llcmSearchesBothWays() throws Exception {
    try (TrainingSession session = session(new TinySets(folder).llcm())) {
      EvaluationResult result = run(session, session.task());
      assertThat(result.settings())
          .extracting(setting -> setting.scores().setting() + " " + setting.scores().queries())
          .containsExactly("vis>nir 18", "nir>vis 12");
      assertThat(result.conduct()).endsWith("pictures in a trial: vis 9, nir 6");
      assertBestAreOfFirstTrial(session.task(), result.record().detail());
      for (int setting = 0; setting < 2; setting++) {
        assertThat(result.settings().get(setting).scores().map())
            .isCloseTo(slowMap(session.task(), setting, false), within(1e-6));
      }
    }
  }

  /** What is shown of a ranking is what the first trial searched, in the numbers of the items. */
  private static void assertBestAreOfFirstTrial(RetrievalTask task, EvaluationDetail detail) {
    assertThat(detail.settings()).hasSize(task.settings().size());
    for (int set = 0; set < task.settings().size(); set++) {
      QueryRankings queries = detail.settings().get(set);
      Set<Integer> searched = new HashSet<>();
      for (int at : task.settings().get(set).trials().get(0)) {
        searched.add(task.gallery().get(at).items()[0]);
      }
      assertThat(queries.size()).isPositive();
      for (int query = 0; query < queries.size(); query++) {
        List<Integer> best = new ArrayList<>();
        for (int place = 0; place < QueryRankings.TOP && queries.top(query, place) >= 0; place++) {
          best.add(detail.items().galleryItems()[queries.top(query, place)]);
        }
        assertThat(best).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(searched);
      }
    }
  }

  /** Its pictures are BMP; both directions share features, and each has its own gallery. */
  @Test
  void regdbSearchesBothWays() throws Exception {
    Path data = new TinySets(folder).regdb();
    RunConfig config = SmallRun.config(data, "data.split", "2");
    try (TrainingSession session =
        new TrainingSession(config, DatasetReader.of(config.data()).open(data))) {
      EvaluationResult result = run(session, session.task());
      assertThat(result.unreadable()).isEmpty();
      assertThat(result.settings())
          .extracting(setting -> setting.scores().setting() + " " + setting.scores().queries())
          .containsExactly("vis>nir 6", "nir>vis 6");
      assertThat(result.conduct()).endsWith("pictures in a trial: vis 6, nir 6");
      for (int setting = 0; setting < 2; setting++) {
        assertThat(result.settings().get(setting).scores().map())
            .isCloseTo(slowMap(session.task(), setting, true), within(1e-6));
      }
    }
  }

  /** A picture of the gallery that cannot be read is missing in every trial; all others stay. */
  @Test
  void anUnreadableGalleryPictureShiftsNothing() throws Exception {
    try (TrainingSession session = session(new TinySets(folder).market())) {
      java.nio.file.Files.delete(folder.resolve("bounding_box_test/0010_c1s1_000001_01.jpg"));
      RetrievalTask task = session.task();
      EvaluationResult result = run(session, task);
      assertThat(result.unreadable()).hasSize(1);
      List<RetrievalTask.Entry> rest = new ArrayList<>(task.gallery());
      rest.removeIf(
          entry -> task.items().get(entry.items()[0]).name().contains("0010_c1s1_000001"));
      assertThat(rest).hasSize(18);
      RetrievalTask left =
          new RetrievalTask(
              task.protocol(),
              task.items(),
              rest,
              List.of(
                  new RetrievalTask.Setting(
                      "vis",
                      task.settings().get(0).queries(),
                      List.of(IntStream.range(0, 18).toArray()))),
              task.identities(),
              "");
      assertThat(result.settings().get(0).scores().map())
          .isCloseTo(slowMap(left, 0, false), within(1e-6));
    }
  }

  private static TrainingSession session(Path data) {
    return SmallRun.session(data);
  }

  /** Sorts by cosine, throws out, walks through. */
  private double slowMap(RetrievalTask task, int set, boolean sysu) {
    RetrievalTask.Setting setting = task.settings().get(set);
    List<RetrievalTask.Entry> queries = new ArrayList<>(setting.queries());
    queries.sort(Comparator.comparing(RetrievalTask.Entry::identity));
    double trials = 0;
    for (int[] trial : setting.trials()) {
      double sum = 0;
      int counted = 0;
      for (int q = 0; q < queries.size(); q++) {
        RetrievalTask.Entry query = queries.get(q);
        float[] feature = features.get(setting.name()).get(q);
        List<Integer> order = new ArrayList<>();
        for (int at : trial) {
          RetrievalTask.Entry shown = task.gallery().get(at);
          boolean hidden =
              sysu
                  ? query.camera() == 3 && shown.camera() == 2
                  : query.camera() == shown.camera() && query.identity() == shown.identity();
          if (!hidden) {
            order.add(at);
          }
        }
        order.sort(Comparator.comparing(at -> -cosine(feature, features.get("gallery").get(at))));
        int hits = 0;
        double precision = 0;
        for (int rank = 1; rank <= order.size(); rank++) {
          if (task.gallery().get(order.get(rank - 1)).identity() == query.identity()) {
            hits++;
            precision += (double) hits / rank;
          }
        }
        sum += hits == 0 ? 0 : precision / hits;
        counted += hits == 0 ? 0 : 1;
      }
      trials += sum / counted;
    }
    return trials / setting.trials().size();
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double squares = 0;
    double others = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      squares += (double) a[i] * a[i];
      others += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(squares * others);
  }
}
