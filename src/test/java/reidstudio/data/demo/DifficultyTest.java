package reidstudio.data.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task must be neither trivial for raw pixels nor impossible for one who sees the clothes. */
final class DifficultyTest {
  private static final Logger log = LoggerFactory.getLogger(DifficultyTest.class);
  private static final DemoSpec SPEC = new DemoSpec(1, 24, 8, 4, 3, 3, 64, 128, 1);

  private static DemoPlan plan;
  private static List<Item> gallery;

  private record Item(Person person, BufferedImage image) {}

  @BeforeAll
  static void planOnce() {
    plan = DemoPlan.of(SPEC);
    gallery = items(Medium.VIS);
  }

  @Test
  void rawPixelsHardlyBeatChance() {
    double chance = chance();
    for (Medium medium : List.of(Medium.NIR, Medium.SKETCH)) {
      double map = meanAveragePrecision(items(medium), DifficultyTest::thumbnail);
      log.info("raw pixels {} to vis: mAP {} at chance {}", medium, map, chance);
      assertThat(map).as("%s", medium).isLessThan(3 * chance);
    }
  }

  @Test
  void coloursOfADrawingSaySomething() {
    double map = meanAveragePrecision(items(Medium.PENCIL), DifficultyTest::histogram);
    double chance = chance();
    log.info("colour histograms PENCIL to vis: mAP {} at chance {}", map, chance);
    assertThat(map).isBetween(1.3 * chance, 0.9);
  }

  @Test
  void attributesTellEverybodyApart() {
    for (Person query : plan.test()) {
      List<Person> ranked =
          plan.test().stream()
              .sorted(
                  Comparator.comparingInt(
                      other -> query.appearance().differences(other.appearance())))
              .toList();
      assertThat(ranked.get(0)).isSameAs(query);
      assertThat(query.appearance().differences(ranked.get(1).appearance())).isPositive();
    }
  }

  private static List<Item> items(Medium medium) {
    Painter painter = Painter.of(medium, new Frame(SPEC.width(), SPEC.height()));
    List<Item> items = new ArrayList<>();
    for (Person person : plan.test()) {
      for (Shot shot : person.shots()) {
        if (shot.medium() == medium) {
          items.add(
              new Item(
                  person,
                  painter.paint(
                      person.appearance(), shot.view(), shot.setting(), shot.chance(SPEC.seed()))));
        }
      }
    }
    return items;
  }

  /**
   * Expected mAP of a random ranking: with R of N relevant, the mean of (1 + (r-1)(R-1)/(N-1)) / r
   * over the ranks r.
   */
  private static double chance() {
    int n = gallery.size();
    int relevant = SPEC.visPerIdentity();
    return IntStream.rangeClosed(1, n)
        .mapToDouble(r -> (1 + (r - 1) * (relevant - 1.0) / (n - 1)) / r)
        .average()
        .orElseThrow();
  }

  private static double meanAveragePrecision(
      List<Item> queries, Function<BufferedImage, double[]> feature) {
    List<double[]> features = gallery.stream().map(item -> feature.apply(item.image())).toList();
    return queries.stream()
        .mapToDouble(
            query -> {
              double[] wanted = feature.apply(query.image());
              double[] distances =
                  features.stream().mapToDouble(found -> distance(wanted, found)).toArray();
              List<Integer> ranking =
                  IntStream.range(0, distances.length)
                      .boxed()
                      .sorted(Comparator.comparingDouble(i -> distances[i]))
                      .toList();
              return averagePrecision(query.person(), ranking);
            })
        .average()
        .orElseThrow();
  }

  private static double averagePrecision(Person person, List<Integer> ranking) {
    double sum = 0;
    int hits = 0;
    for (int rank = 1; rank <= ranking.size(); rank++) {
      if (gallery.get(ranking.get(rank - 1)).person().folder() == person.folder()) {
        hits++;
        sum += (double) hits / rank;
      }
    }
    return sum / hits;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static double[] thumbnail(BufferedImage image) {
    BufferedImage small = new BufferedImage(16, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = small.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, 16, 32, null);
    g.dispose();
    double[] grey =
        IntStream.of(small.getRGB(0, 0, 16, 32, null, 0, 16))
            .mapToDouble(rgb -> ((rgb >> 16) & 0xFF) + ((rgb >> 8) & 0xFF) + (rgb & 0xFF))
            .toArray();
    double mean = DoubleStream.of(grey).average().orElseThrow();
    double norm = Math.sqrt(DoubleStream.of(grey).map(v -> (v - mean) * (v - mean)).sum());
    return DoubleStream.of(grey).map(v -> (v - mean) / norm).toArray();
  }

  /** Hue histogram of the middle of the picture in three bands: head, trunk, legs. */
  private static double[] histogram(BufferedImage image) {
    int bins = 12;
    double[] counts = new double[3 * (bins + 3)];
    int width = image.getWidth();
    int height = image.getHeight();
    for (int y = 0; y < height; y++) {
      for (int x = width / 3; x < 2 * width / 3; x++) {
        int rgb = image.getRGB(x, y);
        float[] hsb = Color.RGBtoHSB((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF, null);
        int band = y < 0.2 * height ? 0 : y < 0.52 * height ? 1 : 2;
        int bin =
            hsb[1] < 0.25 || hsb[2] < 0.2
                ? bins + Math.min(2, (int) (3 * hsb[2]))
                : Math.min(bins - 1, (int) (bins * hsb[0]));
        counts[band * (bins + 3) + bin]++;
      }
    }
    double norm = Math.sqrt(DoubleStream.of(counts).map(v -> v * v).sum());
    return DoubleStream.of(counts).map(v -> v / norm).toArray();
  }
}
