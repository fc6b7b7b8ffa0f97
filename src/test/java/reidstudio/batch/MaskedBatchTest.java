package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.layout.DatasetReader;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;
import reidstudio.engine.SmallRun;
import reidstudio.sampler.BatchSampler;
import reidstudio.sampler.IdentityIndex;
import reidstudio.sampler.SamplerChoice;
import reidstudio.sampler.SamplerException;

/** Batches of which modality dropout leaves items out. */
class MaskedBatchTest {
  private static final int PIXELS = 3 * 48 * 24;

  @TempDir Path folder;
  private Path data;
  private List<Item> items;
  private BatchSampler sampler;

  @BeforeEach
  void paint() throws IOException, SamplerException {
    data = SmallRun.data(folder.resolve("data"));
    items = DatasetReader.ofAllLayouts().open(data).trainItems();
    RunConfig config = SmallRun.config(data);
    sampler = SamplerChoice.of(IdentityIndex.of(items), config.sampler(), 1).sampler();
  }

  private BatchAssembler dropping(double rate) {
    RunConfig config = SmallRun.config(data, "data.modalityDropout", Double.toString(rate));
    Vocabulary words =
        Vocabulary.of(
            items.stream()
                .filter(Item.Caption.class::isInstance)
                .map(item -> ((Item.Caption) item).text())
                .toList());
    return new BatchAssembler(
        items, new PictureReader(config.data()), new WordTokenizer(words), config);
  }

  @Test
  void whatIsLeftOutIsListedAndTheRestIsAsItWas() throws IOException {
    BatchAssembler some = dropping(0.5);
    BatchAssembler none = dropping(0);
    int masked = 0;
    for (int epoch = 1; epoch <= 4; epoch++) {
      int[] plan = sampler.epoch(epoch).get(0);
      HostBatch batch = some.assemble(plan, epoch, 0);
      HostBatch whole = none.assemble(plan, epoch, 0);
      assertThat(whole.masked()).isEmpty();
      assertThat(whole.maskedShare()).isZero();
      assertThat(batch.rows() + batch.masked().size()).isEqualTo(plan.length);
      assertThat(batch.maskedShare()).isEqualTo(batch.masked().size() / (double) plan.length);
      assertThat(batch.masked()).allMatch(item -> item.modality() != Modality.VIS);
      assertThat(batch.labels(true)).isEqualTo(whole.labels(true));
      List<String> listed = new ArrayList<>(batch.names());
      batch.masked().forEach(item -> listed.add(item.name()));
      assertThat(listed).containsExactlyInAnyOrderElementsOf(whole.names());
      Map<String, FloatBuffer> before = pictures(whole);
      pictures(batch).forEach((name, pixels) -> assertThat(pixels).isEqualTo(before.get(name)));
      batch
          .queries()
          .fused()
          .forEach(
              group -> assertThat(IntStream.of(group.rows())).allMatch(row -> row < batch.rows()));
      masked += batch.masked().size();
    }
    assertThat(masked).isGreaterThan(10);
  }

  /** Pixels of each picture by modality and name. */
  private static Map<String, FloatBuffer> pictures(HostBatch batch) {
    Map<String, FloatBuffer> pictures = new HashMap<>();
    Map<Modality, Integer> seen = new HashMap<>();
    for (int row = 0; row < batch.rows(); row++) {
      Modality modality = batch.modalities().get(row);
      if (modality.isImage()) {
        int at = seen.merge(modality, 1, Integer::sum) - 1;
        pictures.put(
            modality + batch.names().get(row),
            batch.pixels().get(modality).floats().slice(at * PIXELS, PIXELS));
      }
    }
    return pictures;
  }

  @Test
  void whoAsksForTheWholeBatchGetsIt() throws IOException {
    int[] plan = sampler.epoch(0).get(0);
    assertThat(dropping(0.9).assemblePlain(plan, 1, 0).rows()).isEqualTo(plan.length);
    BatchAssemblerTest.assertSame(
        dropping(0.9).assembleWhole(plan, 1, 0), dropping(0).assemble(plan, 1, 0));
    assertThat(dropping(0.9).items(plan).batch().rows()).isEqualTo(plan.length);
  }

  @Test
  void theNumberOfThreadsDecidesNothing() throws Exception {
    List<int[]> plan = new ArrayList<>();
    IntStream.range(0, 4).forEach(epoch -> plan.addAll(sampler.epoch(epoch)));
    List<HostBatch> alone = batches(plan, 1, 0);
    assertThat(alone.stream().mapToInt(batch -> batch.masked().size()).sum()).isGreaterThan(10);
    for (int threads : new int[] {2, 5}) {
      assertAllSame(batches(plan, threads, 0), alone);
    }
    // as a resumed run takes them
    assertAllSame(batches(plan, 3, 2), alone.subList(2, alone.size()));
  }

  private static void assertAllSame(List<HostBatch> actual, List<HostBatch> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      BatchAssemblerTest.assertSame(actual.get(i), expected.get(i));
      assertThat(actual.get(i).masked()).isEqualTo(expected.get(i).masked());
    }
  }

  private List<HostBatch> batches(List<int[]> plan, int threads, int done) throws Exception {
    var workers = Executors.newFixedThreadPool(threads);
    try (BatchSource source = new BatchSource(plan, 3, done, dropping(0.4), workers)) {
      List<HostBatch> batches = new ArrayList<>();
      while (source.hasNext()) {
        batches.add(copied(source.next()));
      }
      return batches;
    } finally {
      workers.shutdownNow();
    }
  }

  /** Pixels hold until the next batch only. */
  private static HostBatch copied(HostBatch batch) {
    Map<Modality, PixelBlock> pixels = new EnumMap<>(Modality.class);
    batch
        .pixels()
        .forEach((modality, block) -> pixels.put(modality, block.resized(block.length())));
    return batch.withInputs(pixels, batch.captions());
  }

  /** The only visible picture is gone: what was to be left out has to stand in for it. */
  @Test
  void aBatchThatWouldHaveTooFewRowsIsMadeWhole() throws IOException {
    int[] plan = IntStream.concat(of(Modality.VIS).limit(2), of(Modality.NIR).limit(4)).toArray();
    for (int i = 0; i < 2; i++) {
      Files.delete(((Item.Picture) items.get(plan[i])).file());
    }
    for (int number = 0; number < 40; number++) {
      HostBatch batch = dropping(0.9).assemble(plan, 1, number);
      assertThat(batch.rows()).isGreaterThanOrEqualTo(2);
      assertThat(batch.dropped()).hasSize(2);
    }
  }

  private IntStream of(Modality modality) {
    return IntStream.range(0, items.size()).filter(i -> items.get(i).modality() == modality);
  }
}
