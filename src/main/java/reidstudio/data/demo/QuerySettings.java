package reidstudio.data.demo;

import java.util.List;

/**
 * The 32 query settings of ORBench. The first name of a setting is its anchor: each of its items
 * makes one query.
 */
final class QuerySettings {
  private QuerySettings() {}

  static final List<String> NAMES =
      List.of(
          "NIR",
          "CP",
          "SK",
          "TEXT",
          "NIR+CP",
          "CP+NIR",
          "NIR+SK",
          "SK+NIR",
          "NIR+TEXT",
          "TEXT+NIR",
          "CP+SK",
          "SK+CP",
          "CP+TEXT",
          "TEXT+CP",
          "SK+TEXT",
          "TEXT+SK",
          "NIR+CP+SK",
          "CP+NIR+SK",
          "SK+NIR+CP",
          "NIR+CP+TEXT",
          "CP+NIR+TEXT",
          "TEXT+NIR+CP",
          "NIR+SK+TEXT",
          "SK+NIR+TEXT",
          "TEXT+NIR+SK",
          "CP+SK+TEXT",
          "SK+CP+TEXT",
          "TEXT+CP+SK",
          "NIR+CP+SK+TEXT",
          "CP+NIR+SK+TEXT",
          "SK+NIR+CP+TEXT",
          "TEXT+NIR+CP+SK");

  /** The modalities of a setting, the anchor first. */
  static List<String> modalities(String setting) {
    return List.of(setting.split("\\+", -1));
  }

  /** What a person has of a modality: paths, or captions for TEXT. */
  static List<String> items(Person person, String modality) {
    return switch (modality) {
      case "NIR" -> person.paths(Medium.NIR);
      case "CP" -> person.paths(Medium.PENCIL);
      case "SK" -> person.paths(Medium.SKETCH);
      case "TEXT" -> person.captions();
      default -> throw new IllegalArgumentException("No such modality: " + modality);
    };
  }
}
