package reidstudio.data.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One picture to make.
 *
 * @param folder number of the person's folder
 * @param index of the picture among the person's pictures in this medium
 * @param path below the data set's folder, with forward slashes, as annotation files spell it
 */
record Shot(int folder, Medium medium, int index, View view, Setting setting, String path) {
  private static final List<View> VIEWS = List.of(View.values());
  private static final Choice<View> WALKING_VIEWS = new Choice<>(VIEWS, List.of(2, 1, 1));

  /**
   * Plans a picture.
   *
   * @param source number of the person in the source set, the third field of the file name
   */
  static Shot of(DemoSpec spec, int folder, int source, Medium medium, int index) {
    boolean camera = !medium.cameras().isEmpty();
    View view =
        camera
            ? WALKING_VIEWS.draw(Chance.of(spec.seed(), "view " + medium.folder(), folder, index))
            : VIEWS.get(index % VIEWS.size());
    Setting setting = Setting.HALL;
    String scene = view.label() + "_" + (1 + index / VIEWS.size());
    if (camera) {
      Camera taken = medium.cameras().get(index % medium.cameras().size());
      setting = taken.setting();
      scene = String.format("cam%d_%04d", taken.number(), index + 1);
    }
    String path =
        String.format(
            "%s/%04d/%04d_demo_%04d_%s_%s.jpg",
            medium.folder(), folder, folder, source, scene, medium.suffix());
    return new Shot(folder, medium, index, view, setting, path);
  }

  /** The picture's own stream of chance. */
  SplittableRandom chance(long seed) {
    return Chance.of(seed, medium.folder(), folder, index);
  }
}
