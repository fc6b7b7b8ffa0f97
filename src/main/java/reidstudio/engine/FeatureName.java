package reidstudio.engine;

import java.util.Optional;

/** How the queries of a setting are called in a file of features, where names are plain words. */
final class FeatureName {
  static final String LABELS = ".labels";
  private static final String QUERY = "query.";
  private static final String TO = ".to.";

  private FeatureName() {}

  /** {@code query.nir-text} for {@code nir+text}, {@code query.nir.to.vis} for {@code nir>vis}. */
  static String of(String setting) {
    return QUERY + setting.replace('+', '-').replace(">", TO);
  }

  /** The setting that {@code name} stands for; empty if it holds no features of queries. */
  static Optional<String> setting(String name) {
    return name.startsWith(QUERY) && !name.endsWith(LABELS)
        ? Optional.of(name.substring(QUERY.length()).replace('-', '+').replace(TO, ">"))
        : Optional.empty();
  }
}
