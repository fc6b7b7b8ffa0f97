package reidstudio.data.demo;

import reidstudio.data.demo.Appearance.Build;
import reidstudio.data.demo.Appearance.Stature;

/**
 * Proportions in body units (1 = head top to soles).
 *
 * @param shoulder half width across the shoulders
 * @param waist half width of the waist
 * @param hip half width of the hips
 * @param depth half depth of the trunk seen from the side
 * @param limb factor on the thickness of arms and legs
 * @param head factor on the size of the head: the shorter the person, the larger
 * @param reach factor on the height in the picture
 */
record Physique(
    double shoulder,
    double waist,
    double hip,
    double depth,
    double limb,
    double head,
    double reach) {

  static Physique of(Build build, Stature stature) {
    double head =
        switch (stature) {
          case SHORT -> 1.14;
          case AVERAGE -> 1.04;
          case TALL -> 0.96;
        };
    double reach =
        switch (stature) {
          case SHORT -> 0.93;
          case AVERAGE -> 0.97;
          case TALL -> 1.0;
        };
    return switch (build) {
      case SLIM -> new Physique(0.104, 0.068, 0.074, 0.058, 0.88, head, reach);
      case MEDIUM -> new Physique(0.120, 0.082, 0.086, 0.071, 1.0, head, reach);
      case BROAD -> new Physique(0.142, 0.108, 0.108, 0.094, 1.2, head, reach);
    };
  }
}
