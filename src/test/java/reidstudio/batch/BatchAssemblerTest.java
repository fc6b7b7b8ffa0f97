package reidstudio.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reidstudio.config.RunConfig;
import reidstudio.data.Item;
import reidstudio.data.Modality;
import reidstudio.data.layout.DatasetReader;
import reidstudio.data.text.Vocabulary;
import reidstudio.data.text.WordTokenizer;
import reidstudio.engine.SmallRun;

class BatchAssemblerTest {
  @TempDir Path folder;
  private RunConfig config;
  private List<Item> items;

  @BeforeEach
  void paint() throws IOException {
    Path data = SmallRun.data(folder.resolve("data"));
    config = SmallRun.config(data);
    items = DatasetReader.ofAllLayouts().open(data).trainItems();
  }

  /** Whole epochs with every variation on, and a cache that holds a part of the pictures. */
  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "4,0", "4,1"})
  void anEpochIsTheSameBitForBitOnAnyNumberOfThreads(int threads, int cache) throws Exception {
    config =
        SmallRun.config(
            folder.resolve("data"),
            "data.imageHeight",
            "192",
            "data.imageWidth",
            "96",
            "data.padding",
            "5",
            "data.erasing",
            "0.5",
            "data.cacheMebibytes",
            Integer.toString(cache));
    List<int[]> plan = List.of(every(7, 0), every(5, 1), every(6, 2), every(9, 3), every(4, 1));
    BatchAssembler alone = assembler();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    BatchAssembler shared = assembler();
    try {
      for (int epoch = 1; epoch <= 2; epoch++) {
        try (BatchSource batches = new BatchSource(plan, epoch, shared, workers)) {
          for (int number = 0; number < plan.size(); number++) {
            assertSame(batches.next(), alone.assemble(plan.get(number), epoch, number));
          }
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  @Test
  void anotherEpochSeedOrBatchVariesThePicturesDifferently() throws IOException {
    int[] plan = every(7, 0);
    HostBatch batch = assembler().assemble(plan, 1, 0);
    HostBatch epoch = assembler().assemble(plan, 2, 0);
    HostBatch number = assembler().assemble(plan, 1, 1);
    config = SmallRun.config(folder.resolve("data"), "seed", "43");
    HostBatch seed = assembler().assemble(plan, 1, 0);
    for (HostBatch other : List.of(epoch, number, seed)) {
      assertThat(other.names()).isEqualTo(batch.names());
      assertThat(visible(other)).isNotEqualTo(visible(batch));
    }
  }

  @Test
  void aPictureThatIsTwiceInABatchIsVariedTwice() throws IOException {
    int[] plan = new int[16];
    FloatBuffer pixels =
        assembler().assemble(plan, 1, 0).pixels().get(items.get(0).modality()).floats();
    long different =
        IntStream.range(0, 16).mapToObj(i -> row(pixels, i).hashCode()).distinct().count();
    assertThat(different).isGreaterThan(8);
  }

  @Test
  void rowsAreOrderedByModalityWithLabelsAndNamesInStep() throws IOException {
    int[] plan = every(3, 1);
    HostBatch batch = assembler().assemble(plan, 1, 0);
    assertThat(batch.rows()).isEqualTo(plan.length);
    assertThat(batch.modalities()).isSorted().contains(Modality.VIS, Modality.TEXT);
    assertThat(triples(batch))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(plan)
                .mapToObj(items::get)
                .map(item -> item.modality() + " " + item.label() + " " + item.name())
                .toList());
    assertThat(batch.dropped()).isEmpty();
    assertThat(batch.captions())
        .hasSize((int) batch.modalities().stream().filter(m -> m == Modality.TEXT).count());
    batch
        .pixels()
        .forEach(
            (modality, pixels) ->
                assertThat(pixels.length())
                    .isEqualTo(
                        3
                            * 48
                            * 24
                            * batch.modalities().stream().filter(modality::equals).count()));
  }

  @Test
  void groupsAreTheNonVisibleItemsOfIdentitiesThatHaveAtLeastTwo() throws IOException {
    int[] plan =
        Stream.of(
                of(0, Modality.VIS, 2),
                of(0, Modality.NIR, 1),
                of(1, Modality.TEXT, 1),
                of(1, Modality.SK, 2),
                of(2, Modality.VIS, 2))
            .flatMapToInt(rows -> rows)
            .toArray();
    HostBatch batch = assembler().assemble(plan, 1, 0);
    List<QueryGroup> fused = batch.queries().fused();
    assertThat(fused).hasSize(1);
    assertThat(fused.get(0).modalities()).containsExactly(Modality.SK, Modality.TEXT);
    assertThat(fused.get(0).rows()).hasSize(3);
    for (int row : fused.get(0).rows()) {
      assertThat(batch.labels().get(row)).isEqualTo(1);
      assertThat(batch.modalities().get(row)).isNotEqualTo(Modality.VIS);
    }
    assertThat(batch.rowLabels()).hasSize(plan.length + 1).endsWith(1);
  }

  @Test
  void theConfiguredMixIsTheOneThatIsGrouped() throws IOException {
    config = SmallRun.config(folder.resolve("data"), "loss.mix", "combinations");
    int[] plan =
        Stream.of(of(0, Modality.VIS, 1), of(0, Modality.NIR, 1), of(0, Modality.TEXT, 2))
            .flatMapToInt(rows -> rows)
            .toArray();
    HostBatch batch = assembler().assemble(plan, 1, 0);
    assertThat(batch.queries().levels()).hasSize(2);
    assertThat(batch.queries().fused().get(0).rows()).containsExactly(1, 2);
    assertThat(batch.rowLabels()).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void aFileThatIsGoneCostsOneRowAndOneLine() throws IOException {
    int[] plan = every(5, 0);
    Item.Picture gone = picture(plan, 0);
    Item.Picture cut = picture(plan, 1);
    Files.delete(gone.file());
    byte[] bytes = Files.readAllBytes(cut.file());
    Files.write(cut.file(), Arrays.copyOf(bytes, 40));
    HostBatch batch = assembler().assemble(plan, 1, 0);
    assertThat(batch.rows()).isEqualTo(plan.length - 2);
    assertThat(batch.names()).doesNotContain(gone.name());
    assertThat(batch.dropped())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).doesNotContain("\n"))
        .anySatisfy(line -> assertThat(line).startsWith(gone.name() + ": "))
        .anySatisfy(line -> assertThat(line).startsWith(cut.name() + ": "));
    assertThat(triples(batch))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(plan)
                .mapToObj(items::get)
                .filter(item -> item != gone && item != cut)
                .map(item -> item.modality() + " " + item.label() + " " + item.name())
                .toList());
  }

  @Test
  void aLostRowDoesNotChangeItsNeighbours() throws IOException {
    int[] plan = every(5, 0);
    HostBatch whole = assembler().assemble(plan, 1, 0);
    Item.Picture last = picture(plan, -1);
    Files.delete(last.file());
    HostBatch rest = assembler().assemble(plan, 1, 0);
    if (last.modality() == Modality.VIS) {
      assertThat(rest.pixels()).doesNotContainKey(Modality.VIS);
    } else {
      assertThat(visible(rest)).isEqualTo(visible(whole));
    }
  }

  @Test
  void aBatchOfWhichHardlyAnythingCanBeReadIsRefusedWithTheFirstReason() throws IOException {
    int[] plan = of(0, Modality.VIS, 2).toArray();
    Files.delete(((Item.Picture) items.get(plan[0])).file());
    assertThatThrownBy(() -> assembler().assemble(plan, 1, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(items.get(plan[0]).name());
    assertThatThrownBy(() -> assembler().assemble(new int[] {plan[1]}, 1, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2");
  }

  private BatchAssembler assembler() {
    Vocabulary words =
        Vocabulary.of(
            items.stream()
                .filter(Item.Caption.class::isInstance)
                .map(item -> ((Item.Caption) item).text())
                .toList());
    return new BatchAssembler(
        items, new PictureReader(config.data()), new WordTokenizer(words), config);
  }

  private int[] every(int stride, int start) {
    return IntStream.iterate(start, i -> i < items.size(), i -> i + stride).toArray();
  }

  private IntStream of(int label, Modality modality, int count) {
    int[] found =
        IntStream.range(0, items.size())
            .filter(i -> items.get(i).label() == label && items.get(i).modality() == modality)
            .limit(count)
            .toArray();
    assertThat(found).hasSize(count);
    return Arrays.stream(found);
  }

  /** The n-th picture of a plan; negative counts from the end. */
  private Item.Picture picture(int[] plan, int n) {
    List<Item.Picture> pictures =
        Arrays.stream(plan)
            .mapToObj(items::get)
            .filter(Item.Picture.class::isInstance)
            .map(Item.Picture.class::cast)
            .toList();
    return pictures.get(n < 0 ? pictures.size() + n : n);
  }

  private static List<String> triples(HostBatch batch) {
    return IntStream.range(0, batch.rows())
        .mapToObj(
            i ->
                batch.modalities().get(i)
                    + " "
                    + batch.labels().get(i)
                    + " "
                    + batch.names().get(i))
        .toList();
  }

  private static FloatBuffer row(FloatBuffer pixels, int row) {
    int size = 3 * 48 * 24;
    return pixels.slice(row * size, size);
  }

  private static FloatBuffer visible(HostBatch batch) {
    return batch.pixels().get(Modality.VIS).floats();
  }

  static void assertSame(HostBatch actual, HostBatch expected) {
    assertThat(triples(actual)).isEqualTo(triples(expected));
    assertThat(actual.pixels().keySet()).isEqualTo(expected.pixels().keySet());
    for (Map.Entry<Modality, PixelBlock> pixels : expected.pixels().entrySet()) {
      assertThat(actual.pixels().get(pixels.getKey()).floats())
          .isEqualTo(pixels.getValue().floats());
    }
    assertThat(actual.captions()).usingRecursiveComparison().isEqualTo(expected.captions());
    assertThat(actual.queries()).usingRecursiveComparison().isEqualTo(expected.queries());
  }
}
