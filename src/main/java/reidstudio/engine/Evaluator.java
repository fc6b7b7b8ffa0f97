package reidstudio.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reidstudio.tensor.OperatorPack;

/**
 * Judges a model on people that it was not trained with: features of gallery and queries once, then
 * a ranking of the gallery for each query.
 *
 * <p>Thread: the engine's. Native memory: the gallery's features and one piece of the plan.
 */
final class Evaluator {
  /** Listens to an evaluation. */
  interface Watch {
    /**
     * Called between two batches, when nothing of the evaluation is under way.
     *
     * @param share of the items that are encoded, 0 to 1
     * @return false to end it
     */
    boolean proceed(double share) throws InterruptedException;
  }

  private final OperatorPack pack;
  private final FeatureSource source;
  private final RetrievalTask task;
  private final String dataFolder;
  private final FeatureSink sink;

  /**
   * Features are not kept, except by {@code sink} if it likes.
   *
   * @param dataFolder absolute path of the folder that pictures lie in
   */
  Evaluator(
      OperatorPack pack,
      FeatureSource source,
      RetrievalTask task,
      String dataFolder,
      FeatureSink sink) {
    this.pack = pack;
    this.source = source;
    this.task = task;
    this.dataFolder = dataFolder;
    this.sink = sink;
  }

  /**
   * Judges the model as it is now.
   *
   * @return empty if {@code watch} ended it
   * @throws EvaluationException if features are not finite, or no query has a match
   */
  Optional<EvaluationResult> run(Watch watch) throws EvaluationException, InterruptedException {
    EncodingPlan plan = new EncodingPlan(task.items());
    List<EncodingPlan.Piece> galleryPieces = plan.gallery(task);
    List<EncodingPlan.Piece> queryPieces = plan.queries(task);
    Course course = new Course(watch, itemsOf(galleryPieces) + itemsOf(queryPieces));
    EvaluationNotes notes = new EvaluationNotes(task, dataFolder);
    Gallery gallery = new Gallery(course, notes);
    if (!source.run(galleryPieces, gallery)) {
      return Optional.empty();
    }
    if (gallery.features.isEmpty()) {
      throw new EvaluationException(
          "No picture of the gallery can be read, so nobody can be found in it.");
    }
    try (GalleryScoring scoring =
        new GalleryScoring(
            pack,
            gallery.features.toArray(float[][]::new),
            task.settings().stream().map(RetrievalTask.Setting::name).toList(),
            new SettingRankings(task, gallery.entries).each())) {
      if (!source.run(queryPieces, new Queries(course, scoring, notes))) {
        return Optional.empty();
      }
      return Optional.of(
          EvaluationResult.of(
              task.protocol(),
              task.conduct(),
              scoring.results(),
              course.unreadable,
              () -> notes.record(scoring.curves())));
    }
  }

  private static int itemsOf(List<EncodingPlan.Piece> pieces) {
    return pieces.stream().mapToInt(piece -> piece.items().length).sum();
  }

  /** How far it is, and what went missing on the way. */
  private static final class Course {
    private final Watch watch;
    private final int items;
    private final List<String> unreadable = new ArrayList<>();
    private int done;

    Course(Watch watch, int items) {
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
      course.unreadable.addAll(dropped);
    }

    @Override
    public boolean proceed(int items) throws InterruptedException {
      course.done += items;
      return course.watch.proceed((double) course.done / course.items);
    }
  }

  private final class Gallery extends Part {
    private final List<float[]> features = new ArrayList<>();
    private final List<RetrievalTask.Entry> entries = new ArrayList<>();

    private final EvaluationNotes notes;

    Gallery(Course course, EvaluationNotes notes) {
      super(course);
      this.notes = notes;
    }

    @Override
    public void features(List<EncodingPlan.Target> targets, float[][] rows) {
      for (int i = 0; i < rows.length; i++) {
        RetrievalTask.Entry entry = targets.get(i).entry();
        features.add(rows[i]);
        entries.add(entry);
        notes.gallery(targets.get(i), rows[i]);
        sink.accept(FeatureSink.GALLERY, task.identities().get(entry.identity()), rows[i]);
      }
    }
  }

  private final class Queries extends Part {
    private final GalleryScoring scoring;
    private final EvaluationNotes notes;

    Queries(Course course, GalleryScoring scoring, EvaluationNotes notes) {
      super(course);
      this.scoring = scoring;
      this.notes = notes;
    }

    @Override
    public void features(List<EncodingPlan.Target> targets, float[][] rows)
        throws EvaluationException {
      Map<Integer, List<Integer>> bySet = new LinkedHashMap<>();
      for (int i = 0; i < rows.length; i++) {
        bySet.computeIfAbsent(targets.get(i).set(), set -> new ArrayList<>()).add(i);
      }
      for (Map.Entry<Integer, List<Integer>> some : bySet.entrySet()) {
        String name = task.settings().get(some.getKey()).name();
        List<Integer> at = some.getValue();
        int[] identities = at.stream().mapToInt(i -> targets.get(i).entry().identity()).toArray();
        float[][] features = at.stream().map(i -> rows[i]).toArray(float[][]::new);
        int[] cameras = at.stream().mapToInt(i -> targets.get(i).entry().camera()).toArray();
        List<RankedQuery> ranked = scoring.add(some.getKey(), features, identities, cameras);
        for (int i = 0; i < identities.length; i++) {
          notes.query(targets.get(at.get(i)), features[i], ranked.get(i));
          sink.accept(name, task.identities().get(identities[i]), features[i]);
        }
      }
    }
  }
}
