package reidstudio.data.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A dressed person in a pose: the parts to draw, the farthest first, in body units.
 *
 * <p>All four painters draw the same figure, each in its own manner.
 */
record Figure(List<Part> parts) {

  static Figure of(Appearance appearance, Pose pose) {
    Physique physique = Physique.of(appearance.build(), appearance.stature());
    Skeleton skeleton = Skeleton.of(physique, pose);
    HeadShapes head = new HeadShapes(appearance, skeleton);
    UpperShapes upper = new UpperShapes(appearance, skeleton);
    LowerShapes lower = new LowerShapes(appearance, skeleton);
    BagShapes bag = new BagShapes(appearance.bag(), skeleton);

    List<Part> parts = new ArrayList<>();
    parts.addAll(bag.behindBody());
    parts.addAll(head.behindBody());
    if (pose.view() == View.SIDE) {
      parts.addAll(upper.farArm());
    }
    parts.addAll(lower.parts());
    parts.addAll(head.neck());
    parts.addAll(upper.trunk());
    parts.addAll(head.parts());
    parts.addAll(bag.onTrunk());
    if (pose.view() != View.SIDE) {
      parts.addAll(upper.farArm());
    }
    parts.addAll(bag.inHand());
    parts.addAll(upper.nearArm());
    return new Figure(List.copyOf(parts));
  }
}
