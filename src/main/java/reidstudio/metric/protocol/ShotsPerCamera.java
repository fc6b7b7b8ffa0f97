package reidstudio.metric.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random pictures of each person and camera, drawn anew for each trial; fewer where there are
 * fewer. People and cameras are gone through in ascending order with Python's random numbers,
 * seeded by the trial from 0 on, as published code for SYSU-MM01 and LLCM does with one shot. The
 * random permutation that SYSU-MM01's own MATLAB code is shipped with differs, and scores with it.
 *
 * @param shots of each person and camera
 * @param cameras that are in the gallery, ascending; empty means all
 * @param trials how many
 */
public record ShotsPerCamera(int shots, List<Integer> cameras, int trials) implements GalleryDraw {
  public ShotsPerCamera {
    cameras = List.copyOf(cameras);
  }

  @Override
  public List<int[]> trials(Shots pool) {
    List<List<Integer>> places = List.copyOf(places(pool).values());
    List<int[]> drawn = new ArrayList<>();
    for (int trial = 0; trial < trials; trial++) {
      PythonRandom random = new PythonRandom(trial);
      IntStream.Builder gallery = IntStream.builder();
      for (List<Integer> place : places) {
        for (int at : random.sample(place.size(), Math.min(shots, place.size()))) {
          gallery.add(place.get(at));
        }
      }
      drawn.add(gallery.build().toArray());
    }
    return drawn;
  }

  /** Pictures of each person and camera, by person and then camera. */
  private SortedMap<Long, List<Integer>> places(Shots pool) {
    SortedMap<Long, List<Integer>> places = new TreeMap<>();
    for (int i = 0; i < pool.size(); i++) {
      int camera = pool.cameras()[i];
      if (cameras.isEmpty() || cameras.contains(camera)) {
        long place = ((long) pool.identities()[i] << Integer.SIZE) + camera;
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(i);
      }
    }
    return places;
  }

  @Override
  public String words() {
    String where =
        cameras.isEmpty()
            ? "each camera"
            : "cameras " + cameras.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "%d trials, each with %s of each person in %s (Python's random numbers, seeds 0 to %d)"
        .formatted(
            trials, shots == 1 ? "1 picture" : "up to " + shots + " pictures", where, trials - 1);
  }
}
