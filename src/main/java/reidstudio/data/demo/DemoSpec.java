package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Size and seed of a demo data set.
 *
 * @param trainIdentities people in the training split, 1 to 1500
 * @param testIdentities people in the test split, 1 to 500
 * @param visPerIdentity photos per person, each with a caption, 1 to 100
 * @param nirPerIdentity infrared photos per person, 1 to 100
 * @param sketchPerIdentity pencil sketches per person, 1 to 100
 * @param pencilPerIdentity coloured-pencil drawings per person, 1 to 100
 * @param width of a picture in pixels, 32 to 512
 * @param height of a picture in pixels, 64 to 1024, and 1 to 2.5 times the width
 * @param seed equal seeds give equal bytes on the same Java runtime
 */
public record DemoSpec(
    int trainIdentities,
    int testIdentities,
    int visPerIdentity,
    int nirPerIdentity,
    int sketchPerIdentity,
    int pencilPerIdentity,
    int width,
    int height,
    long seed) {
  private static final int MOST_PICTURES = 100;

  /**
   * Checks every value.
   *
   * @throws IllegalArgumentException naming all values out of range and what is allowed
   */
  public DemoSpec {
    List<String> problems = new ArrayList<>();
    check(problems, "trainIdentities", trainIdentities, 1, 1500);
    check(problems, "testIdentities", testIdentities, 1, 500);
    check(problems, "visPerIdentity", visPerIdentity, 1, MOST_PICTURES);
    check(problems, "nirPerIdentity", nirPerIdentity, 1, MOST_PICTURES);
    check(problems, "sketchPerIdentity", sketchPerIdentity, 1, MOST_PICTURES);
    check(problems, "pencilPerIdentity", pencilPerIdentity, 1, MOST_PICTURES);
    check(problems, "width", width, 32, 512);
    check(problems, "height", height, 64, 1024);
    if (problems.isEmpty() && (height < width || height > 2.5 * width)) {
      problems.add(
          "height must be 1 to 2.5 times the width so that a person fits, but the picture is "
              + width
              + "x"
              + height);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("Bad demo data set: " + String.join("; ", problems) + ".");
    }
  }

  /**
   * 384 training and 80 test people, 12 pictures of 64x128 each: so many people that what is
   * learned holds for others as well, and so small that a laptop without a GPU learns it in
   * minutes.
   */
  public static DemoSpec standard() {
    return new DemoSpec(384, 80, 4, 3, 3, 2, 64, 128, 1);
  }

  int identities() {
    return trainIdentities + testIdentities;
  }

  int perIdentity(Medium medium) {
    return switch (medium) {
      case VIS -> visPerIdentity;
      case NIR -> nirPerIdentity;
      case PENCIL -> pencilPerIdentity;
      case SKETCH -> sketchPerIdentity;
    };
  }

  private static void check(List<String> problems, String name, int value, int low, int high) {
    if (value < low || value > high) {
      problems.add(name + " must be " + low + " to " + high + ", but is " + value);
    }
  }
}
