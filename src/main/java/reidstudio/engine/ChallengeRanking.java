package reidstudio.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reidstudio.data.layout.ChallengeSplit;
import reidstudio.metric.TopItems;
import reidstudio.metric.protocol.Protocol;
import reidstudio.tensor.CosineGallery;
import reidstudio.tensor.Cosines;

/**
 * Ranks the challenge's gallery for each of its queries and writes the file that is submitted: one
 * line for each query in the order of their numbers, with the numbers of the 100 gallery pictures
 * that are most similar, best first. A query that cannot be read gets the gallery's first ones.
 *
 * <p>Thread: the engine's. Native memory: the gallery's features and one piece of the plan.
 */
final class ChallengeRanking {
  private static final int LONGEST = 100;
  private static final String HEADER = "query_idx,query_type,ranking_list_idx\n";

  private record Line(String type, int[] ranking) {}

  private final TrainingSession session;
  private final ChallengeSplit challenge;
  private final RetrievalTask task;
  private final Map<Integer, Line> lines = new TreeMap<>();

  ChallengeRanking(TrainingSession session, ChallengeSplit challenge) {
    this.session = session;
    this.challenge = challenge;
    this.task = RetrievalTask.of(challenge.split(), Protocol.ORBENCH);
  }

  /**
   * Ranks and writes.
   *
   * @throws IOException with one sentence for the user
   * @throws CancellationException if {@code watch} ends it
   */
  void write(Path file, Evaluator.Watch watch) throws IOException, InterruptedException {
    EncodingPlan plan = new EncodingPlan(task.items());
    List<EncodingPlan.Piece> galleryPieces = plan.gallery(task);
    List<EncodingPlan.Piece> queryPieces = plan.queries(task);
    Course course = new Course(watch, items(galleryPieces) + items(queryPieces));
    FeatureExtraction extraction = session.extraction(task);
    Gallery gallery = new Gallery(course);
    run(extraction, galleryPieces, gallery);
    if (gallery.features.isEmpty()) {
      throw new EvaluationException("No picture of the challenge's gallery can be read.");
    }
    float[][] features = gallery.features.toArray(float[][]::new);
    GalleryScoring.checkFinite("the gallery", features);
    int[] numbers = gallery.numbers.stream().mapToInt(Integer::intValue).toArray();
    try (CosineGallery cosine = new CosineGallery(session.pack().manager(), features)) {
      run(extraction, queryPieces, new Queries(course, cosine, numbers));
    }
    int[] first = Arrays.copyOf(numbers, Math.min(LONGEST, numbers.length));
    challenge.unusable().forEach((number, type) -> lines.put(number, new Line(type, first)));
    for (int set = 0; set < task.settings().size(); set++) {
      String type = challenge.split().settings().get(set).name();
      task.settings()
          .get(set)
          .queries()
          .forEach(q -> lines.putIfAbsent(number(q), new Line(type, first)));
    }
    write(file);
  }

  private static void run(
      FeatureExtraction extraction,
      List<EncodingPlan.Piece> pieces,
      FeatureSource.Receiver receiver)
      throws EvaluationException, InterruptedException {
    if (!extraction.run(pieces, receiver)) {
      throw new CancellationException("interrupted");
    }
  }

  private static int items(List<EncodingPlan.Piece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.items().length).sum();
  }

  /** Entries are called after their numbers. */
  private int number(RetrievalTask.Entry entry) {
    return Integer.parseInt(task.identities().get(entry.identity()));
  }

  private void write(Path file) throws IOException {
    try {
      new DurableFile(file)
          .write(
              out -> {
                put(out, HEADER);
                for (Map.Entry<Integer, Line> line : lines.entrySet()) {
                  put(out, text(line.getKey(), line.getValue()));
                }
              });
    } catch (NoSuchFileException e) {
      throw new IOException(
          "There is no folder " + file.getParent() + " to write " + file.getFileName() + " in.", e);
    } catch (IOException e) {
      throw new IOException(
          "The submission cannot be written to %s: %s; choose another file or free space."
              .formatted(file, DurableFile.reason(e)),
          e);
    }
  }

  private static String text(int number, Line line) {
    return "%d,%s,\"[%s]\"\n"
        .formatted(
            number,
            line.type(),
            IntStream.of(line.ranking())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",")));
  }

  private static void put(WritableByteChannel out, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** How far it is. */
  private static final class Course {
    private final Evaluator.Watch watch;
    private final int items;
    private int done;

    Course(Evaluator.Watch watch, int items) {
      this.watch = watch;
      this.items = items;
    }
  }

  private abstract static class Part implements FeatureSource.Receiver {
    private final Course course;

    Part(Course course) {
      this.course = course;
    }

    @Override
    public void unreadable(List<EncodingPlan.Target> targets, List<String> dropped) {
      // a picture of the gallery is left out; a query is given the gallery's first pictures
    }

    @Override
    public boolean proceed(int more) throws InterruptedException {
      course.done += more;
      return course.watch.proceed((double) course.done / course.items);
    }
  }

  private final class Gallery extends Part {
    private final List<float[]> features = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    Gallery(Course course) {
      super(course);
    }

    @Override
    public void features(List<EncodingPlan.Target> targets, float[][] rows) {
      for (int i = 0; i < rows.length; i++) {
        features.add(rows[i]);
        numbers.add(number(targets.get(i).entry()));
      }
    }
  }

  private final class Queries extends Part {
    private final CosineGallery cosine;
    private final int[] numbers;

    Queries(Course course, CosineGallery cosine, int[] numbers) {
      super(course);
      this.cosine = cosine;
      this.numbers = numbers;
    }

    @Override
    public void features(List<EncodingPlan.Target> targets, float[][] rows)
        throws EvaluationException {
      GalleryScoring.checkFinite("the queries", rows);
      List<Cosines> cosines = cosine.similarity(rows);
      for (int q = 0; q < rows.length; q++) {
        EncodingPlan.Target target = targets.get(q);
        int[] best = new TopItems(LONGEST).of(GalleryScoring.similarities(cosines.get(q)));
        String type = challenge.split().settings().get(target.set()).name();
        int[] ranking =
            IntStream.of(best)
                .takeWhile(at -> at != TopItems.NONE)
                .map(at -> numbers[at])
                .toArray();
        lines.put(number(target.entry()), new Line(type, ranking));
      }
    }
  }
}
