package reidstudio.metric.protocol;

import java.util.List;
import java.util.Optional;

/**
 * The rules by which results on a data set are compared.
 *
 * @param name as results are quoted
 * @param layout name of the data set that it belongs to
 * @param draw which pictures are the gallery
 * @param cameras what a query may not see
 * @param cmc what the CMC curve counts
 */
public record Protocol(
    String name, String layout, GalleryDraw draw, CameraRule cameras, CmcCount cmc) {
  /** The rules of ORBench: cosine, full ranking, no junk, no cameras. */
  public static final Protocol ORBENCH = plain("ORBench", "ORBench");

  private static final int TRIALS = 10;
  private static final int MULTI_SHOT = 10;
  private static final List<Integer> ALL_SEARCH = List.of(1, 2, 4, 5);
  private static final List<Integer> INDOOR_SEARCH = List.of(1, 2);

  private static Protocol plain(String name, String layout) {
    return new Protocol(name, layout, new GalleryDraw.Whole(), CameraRule.NONE, CmcCount.PICTURES);
  }

  private static Protocol sysu(String name, int shots, List<Integer> cameras) {
    return new Protocol(
        name,
        "SYSU-MM01",
        new ShotsPerCamera(shots, cameras, TRIALS),
        CameraRule.SYSU_SAME_PLACE,
        CmcCount.IDENTITIES);
  }

  /** All, the usual one of each data set before its others. */
  public static List<Protocol> all() {
    return List.of(
        ORBENCH,
        plain("PRCV2025", "PRCV2025"),
        plain("CUHK-PEDES", "CUHK-PEDES"),
        plain("ICFG-PEDES", "ICFG-PEDES"),
        plain("RSTPReid", "RSTPReid"),
        sysu("SYSU-all-single", 1, ALL_SEARCH),
        sysu("SYSU-all-multi", MULTI_SHOT, ALL_SEARCH),
        sysu("SYSU-indoor-single", 1, INDOOR_SEARCH),
        sysu("SYSU-indoor-multi", MULTI_SHOT, INDOOR_SEARCH),
        plain("RegDB", "RegDB"),
        new Protocol(
            "LLCM",
            "LLCM",
            new ShotsPerCamera(1, List.of(), TRIALS),
            CameraRule.SAME_IDENTITY_AND_CAMERA,
            CmcCount.IDENTITIES),
        new Protocol(
            "Market-1501",
            "Market-1501",
            new GalleryDraw.Whole(),
            CameraRule.SAME_IDENTITY_AND_CAMERA,
            CmcCount.PICTURES));
  }

  /** Those of a data set, the usual one first; those of ORBench for one that has none. */
  public static List<Protocol> of(String layout) {
    List<Protocol> own = all().stream().filter(p -> p.layout().equals(layout)).toList();
    return own.isEmpty() ? List.of(ORBENCH) : own;
  }

  /** The one of a name, in any case. */
  public static Optional<Protocol> named(String name) {
    return all().stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Whether it is a full ranking of everything for everybody. */
  public boolean isPlain() {
    return draw instanceof GalleryDraw.Whole
        && cameras == CameraRule.NONE
        && cmc == CmcCount.PICTURES;
  }

  /** Trials, cameras and CMC in one sentence's words. */
  public String words() {
    return "%s; %s; %s".formatted(draw.words(), cameras.words(), cmc.words());
  }
}
