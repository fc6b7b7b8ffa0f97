package reidstudio.metric.protocol;

import java.util.List;
import java.util.stream.IntStream;

/** Which pictures are the gallery, and in how many trials. */
public sealed interface GalleryDraw permits GalleryDraw.Whole, ShotsPerCamera {
  /**
   * The gallery of each trial.
   *
   * @param pool pictures that may be in it, of one person and camera in the order of their names
   * @return for each trial, positions in {@code pool}
   */
  List<int[]> trials(Shots pool);

  /** What it does, in words. */
  String words();

  /** All pictures, once. */
  record Whole() implements GalleryDraw {
    @Override
    public List<int[]> trials(Shots pool) {
      return List.of(IntStream.range(0, pool.size()).toArray());
    }

    @Override
    public String words() {
      return "one trial with the whole gallery";
    }
  }
}
