package reidstudio.data.demo;

import java.util.List;

/**
 * The four kinds of picture of the data set, with their folder and the last word of their file
 * names.
 */
enum Medium {
  VIS("vis", "vis"),
  NIR("nir", "nir"),
  PENCIL("cp", "colorpencil"),
  SKETCH("sk", "sketch");

  private final String folder;
  private final String suffix;

  Medium(String folder, String suffix) {
    this.folder = folder;
    this.suffix = suffix;
  }

  String folder() {
    return folder;
  }

  String suffix() {
    return suffix;
  }

  /** The cameras that take such pictures, numbered as in SYSU-MM01; none for drawings. */
  List<Camera> cameras() {
    return switch (this) {
      case VIS ->
          List.of(
              new Camera(1, Setting.HALL),
              new Camera(2, Setting.STREET),
              new Camera(4, Setting.PARK),
              new Camera(5, Setting.COURTYARD));
      case NIR -> List.of(new Camera(3, Setting.HALL), new Camera(6, Setting.COURTYARD));
      case PENCIL, SKETCH -> List.of();
    };
  }
}
