package reidstudio.data.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * A data set with as many files, captions and queries as ORBench has, to measure how fast such a
 * folder is read. Every file is a whole JPEG of its own on disk, but files of a modality show the
 * same small picture: readers look at names, annotations and the ends of files.
 */
public final class OrbenchSized {
  /** A little more than ORBench, whose people have unequal numbers of pictures. */
  private static final DemoSpec WHOLE = new DemoSpec(600, 400, 46, 27, 18, 18, 32, 64, 1);

  private static final double QUALITY = 0.8;

  private OrbenchSized() {}

  /**
   * Writes it into the empty {@code folder}.
   *
   * @param people three fifths to train on; 1,000 for all of it
   * @param progress is told the share done, 0 to 1
   * @return how many pictures there are
   * @throws CancellationException if {@code cancelled} says so
   */
  public static int write(
      Path folder, int people, DoubleConsumer progress, BooleanSupplier cancelled)
      throws IOException {
    DemoPlan plan = DemoPlan.of(spec(people));
    Map<Medium, byte[]> pictures = pictures(plan);
    List<Person> everyone = plan.people().toList();
    int written = 0;
    for (int i = 0; i < everyone.size(); i++) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException("interrupted");
      }
      for (Shot shot : everyone.get(i).shots()) {
        Path file = folder.resolve(shot.path());
        if (shot.index() == 0) {
          Files.createDirectories(file.getParent());
        }
        Files.write(file, pictures.get(shot.medium()));
        written++;
      }
      progress.accept((i + 1.0) / everyone.size());
    }
    new DemoAnnotations().write(folder, plan);
    return written;
  }

  private static DemoSpec spec(int people) {
    int train = Math.max(1, 3 * people / 5);
    return new DemoSpec(
        train,
        Math.max(1, people - train),
        WHOLE.visPerIdentity(),
        WHOLE.nirPerIdentity(),
        WHOLE.sketchPerIdentity(),
        WHOLE.pencilPerIdentity(),
        WHOLE.width(),
        WHOLE.height(),
        WHOLE.seed());
  }

  private static Map<Medium, byte[]> pictures(DemoPlan plan) throws IOException {
    Person person = plan.train().get(0);
    Frame frame = new Frame(plan.spec().width(), plan.spec().height());
    Map<Medium, byte[]> pictures = new EnumMap<>(Medium.class);
    for (Shot shot : person.shots()) {
      if (shot.index() == 0) {
        pictures.put(
            shot.medium(),
            Jpeg.bytes(
                Painter.of(shot.medium(), frame)
                    .paint(
                        person.appearance(),
                        shot.view(),
                        shot.setting(),
                        shot.chance(plan.spec().seed())),
                QUALITY));
      }
    }
    return pictures;
  }
}
