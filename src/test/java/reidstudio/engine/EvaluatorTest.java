package reidstudio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reidstudio.batch.BatchAssembler;
import reidstudio.batch.DeviceBatch;
import reidstudio.batch.PictureReader;
import reidstudio.batch.QueryGroup;
import reidstudio.batch.QueryGroups;
import reidstudio.config.RunConfig;
import reidstudio.event.SettingScores;
import reidstudio.model.Features;

class EvaluatorTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  @TempDir static Path folder;
  private static Path data;

  /** Features by set, with their identities. */
  private final Map<String, List<float[]>> features = new LinkedHashMap<>();

  private final Map<String, List<String>> identities = new HashMap<>();

  @BeforeAll
  static void paint() {
    data = SmallRun.data(folder.resolve("data"));
  }

  @Test
  void everySettingOfTheTestSplitIsScored() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      EvaluationResult result = run(session).orElseThrow();
      List<String> names =
          session.dataset().test().settings().stream()
              .map(setting -> setting.name().toLowerCase(java.util.Locale.ROOT))
              .toList();
      assertThat(names).hasSize(32).contains("nir", "text", "sk+nir+cp+text");
      assertThat(result.settings())
          .extracting(setting -> setting.scores().setting())
          .containsExactlyElementsOf(names);
      for (int i = 0; i < names.size(); i++) {
        int queries = session.dataset().test().settings().get(i).queries().size();
        assertThat(result.settings().get(i).scores().queries()).isEqualTo(queries).isPositive();
        assertThat(features.get(names.get(i))).hasSize(queries);
      }
      assertThat(features.get("gallery")).hasSize(session.dataset().test().gallery().size());
      assertThat(result.unreadable()).isEmpty();
    }
  }

  /** Rankings of the delivered features, in double precision and by full sorts. */
  @Test
  void scoresAreThoseOfTheFeaturesRankedTheSlowWay() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      for (SettingResult result : run(session).orElseThrow().settings()) {
        SettingScores scores = result.scores();
        List<Slow> slow = new ArrayList<>();
        for (int q = 0; q < scores.queries(); q++) {
          slow.add(slow(scores.setting(), q));
        }
        assertThat(scores.map()).as(scores.setting()).isCloseTo(mean(slow, Slow::ap), CLOSE);
        assertThat(scores.minp()).isCloseTo(mean(slow, Slow::inp), CLOSE);
        assertThat(scores.rank1()).isCloseTo(mean(slow, s -> s.hit <= 1 ? 1 : 0), CLOSE);
        assertThat(scores.rank5()).isCloseTo(mean(slow, s -> s.hit <= 5 ? 1 : 0), CLOSE);
        assertThat(scores.rank10()).isCloseTo(mean(slow, s -> s.hit <= 10 ? 1 : 0), CLOSE);
      }
    }
  }

  /** The model itself, asked for one query at a time in the way in which the losses ask it. */
  @ParameterizedTest
  @ValueSource(strings = {"features", "tokens"})
  void featuresAreThoseOfTheModel(String fusion) throws Exception {
    String[] settings = {"model.fusion.kind", fusion, "evaluation.batchSize", "7"};
    try (TrainingSession session = SmallRun.session(data, settings)) {
      run(session);
      RetrievalTask task = session.task();
      for (RetrievalTask.Setting setting : task.settings().subList(0, 32)) {
        Map<String, Integer> next = new HashMap<>();
        for (RetrievalTask.Entry query : setting.queries()) {
          // queries keep their order within an identity
          String identity = task.identities().get(query.identity());
          int nth = next.merge(identity, 1, Integer::sum);
          float[] delivered = delivered(setting.name(), identity, nth);
          float[] expected = alone(session, query.items());
          for (int i = 0; i < expected.length; i++) {
            assertThat(delivered[i]).as(setting.name()).isCloseTo(expected[i], within(2e-5f));
          }
        }
      }
    }
  }

  private float[] delivered(String set, String identity, int nth) {
    int[] of =
        IntStream.range(0, features.get(set).size())
            .filter(i -> identities.get(set).get(i).equals(identity))
            .toArray();
    return features.get(set).get(of[nth - 1]);
  }

  private static float[] alone(TrainingSession session, int[] items) {
    RunConfig config = session.config();
    BatchAssembler assembler =
        new BatchAssembler(
            session.task().items(),
            new PictureReader(config.data()),
            session.captions().tokenizer(),
            config);
    var batch = assembler.items(items).batch();
    QueryGroups groups =
        items.length == 1
            ? batch.queries()
            : new QueryGroups(
                List.of(
                    new QueryGroup(java.util.Set.of(), IntStream.range(0, items.length).toArray())),
                List.of(),
                new double[0]);
    var grouped =
        new reidstudio.batch.HostBatch(
            batch.labels(),
            batch.modalities(),
            batch.names(),
            batch.pixels(),
            batch.height(),
            batch.width(),
            batch.captions(),
            groups,
            batch.masked(),
            batch.dropped(),
            0);
    try (var scope = session.pack().manager().newSubManager()) {
      Features of = session.model().evaluate(new DeviceBatch(scope).of(grouped));
      NDArray feature = items.length == 1 ? of.items_NxD() : of.fused_GxD().orElseThrow();
      return feature.toFloatArray();
    }
  }

  @Test
  void theSameModelIsJudgedTheSameTwice() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      EvaluationResult first = run(session).orElseThrow();
      List<float[]> gallery = features.get("gallery");
      features.clear();
      assertThat(run(session).orElseThrow()).usingRecursiveComparison().isEqualTo(first);
      for (int i = 0; i < gallery.size(); i++) {
        assertThat(features.get("gallery").get(i)).isEqualTo(gallery.get(i));
      }
    }
  }

  @Test
  void itEndsWhereItIsTold() throws Exception {
    try (TrainingSession session = SmallRun.session(data, "evaluation.batchSize", "4")) {
      AtomicInteger batches = new AtomicInteger();
      List<Double> shares = new ArrayList<>();
      Evaluator.Watch watch =
          share -> {
            shares.add(share);
            return batches.incrementAndGet() < 5;
          };
      assertThat(session.evaluator(this::keep).run(watch)).isEmpty();
      assertThat(batches).hasValue(5);
      assertThat(shares).isSorted().allMatch(share -> share > 0 && share <= 1);
    }
  }

  @Test
  void aFeatureThatIsNotFiniteIsRefused() throws Exception {
    try (TrainingSession session = SmallRun.session(data)) {
      NDArray weight = session.model().state().get("visual.proj.weight");
      session.pack().run("assign", weight, weight.getManager().full(weight.getShape(), Float.NaN));
      assertThatThrownBy(() -> run(session))
          .isInstanceOf(EvaluationException.class)
          .hasMessageContainingAll("A feature of the gallery is not finite", "checkpoint");
    }
  }

  @Test
  void aPictureThatCannotBeReadLeavesItsQueriesOut() throws Exception {
    Path own = SmallRun.data(folder.resolve("broken"));
    try (TrainingSession session = SmallRun.session(own)) {
      RetrievalTask task = session.task();
      RetrievalTask.Setting nir = task.settings().get(0);
      assertThat(nir.name()).isEqualTo("nir");
      int lost = nir.queries().get(0).items()[0];
      Files.delete(((reidstudio.data.Item.Picture) task.items().get(lost)).file());
      EvaluationResult result = run(session).orElseThrow();
      assertThat(result.unreadable()).singleElement().asString().contains("nir");
      assertThat(result.warnings()).anyMatch(line -> line.startsWith("1 test items cannot be"));
      for (int i = 0; i < task.settings().size(); i++) {
        long whole =
            task.settings().get(i).queries().stream()
                .filter(query -> IntStream.of(query.items()).noneMatch(item -> item == lost))
                .count();
        assertThat(result.settings().get(i).scores().queries()).isEqualTo((int) whole);
      }
      assertThat(result.settings().get(0).scores().queries()).isEqualTo(nir.queries().size() - 1);
    }
  }

  private Optional<EvaluationResult> run(TrainingSession session) throws Exception {
    return session.evaluator(this::keep).run(share -> true);
  }

  private void keep(String set, String identity, float[] feature) {
    features.computeIfAbsent(set, s -> new ArrayList<>()).add(feature.clone());
    identities.computeIfAbsent(set, s -> new ArrayList<>()).add(identity);
  }

  private record Slow(int hit, double ap, double inp) {}

  private Slow slow(String set, int query) {
    float[] of = features.get(set).get(query);
    String identity = identities.get(set).get(query);
    List<float[]> gallery = features.get("gallery");
    double[] cosine = gallery.stream().mapToDouble(g -> cosine(of, g)).toArray();
    List<Integer> ranking =
        IntStream.range(0, cosine.length)
            .boxed()
            .sorted(Comparator.comparing(i -> -cosine[i]))
            .toList();
    int hit = 0;
    int seen = 0;
    int last = 0;
    double sum = 0;
    for (int rank = 1; rank <= ranking.size(); rank++) {
      if (identities.get("gallery").get(ranking.get(rank - 1)).equals(identity)) {
        seen++;
        hit = hit == 0 ? rank : hit;
        last = rank;
        sum += (double) seen / rank;
      }
    }
    return new Slow(hit, sum / seen, (double) seen / last);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot / Math.sqrt(square(a) * square(b));
  }

  private static double square(float[] a) {
    return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * a[i]).sum();
  }

  private static double mean(List<Slow> all, java.util.function.ToDoubleFunction<Slow> of) {
    return all.stream().mapToDouble(of).average().orElse(Double.NaN);
  }
}
