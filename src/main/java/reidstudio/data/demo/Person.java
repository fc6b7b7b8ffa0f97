package reidstudio.data.demo;

import java.util.List;

/**
 * One identity of the data set.
 *
 * @param folder the identity's number, which names its folders
 * @param captions one for each photo, in order
 */
record Person(int folder, Appearance appearance, List<Shot> shots, List<String> captions) {

  List<String> paths(Medium medium) {
    return shots.stream().filter(s -> s.medium() == medium).map(Shot::path).toList();
  }
}
