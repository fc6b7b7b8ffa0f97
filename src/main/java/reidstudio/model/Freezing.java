package reidstudio.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import reidstudio.config.ModelConfig;
import reidstudio.tensor.Parameter;
import reidstudio.tensor.Parameter.Origin;

/**
 * Which parameters are not trained: those that the configuration names, and those that adapters
 * stand in for. A frozen parameter that was never anything but random weakens a model for good and
 * shows nowhere; so it is refused unless it was asked for by name.
 */
final class Freezing implements Predicate<String> {
  private final ModelConfig config;
  private final Set<String> adapted = new HashSet<>();

  Freezing(ModelConfig config) {
    this.config = config;
    for (int i = 0; i < config.imageLayers(); i++) {
      if (ImageEncoder.isAdapted(config, i) && config.lora().freezeBase()) {
        adapted.addAll(
            AdaptedLayer.adaptedNames(ImageEncoder.layerName(i), config.lora().projections()));
      }
    }
  }

  /** Adapters are made to train inside of what is frozen, so no enclosing name freezes them. */
  @Override
  public boolean test(String name) {
    if (name.contains(LoraAdapter.MARK)) {
      return false;
    }
    return adapted.contains(name) || startsWithAny(name, config.weights().frozen());
  }

  /**
   * Looks at a model's parameters once they are made.
   *
   * @throws IllegalArgumentException if one is frozen at random, or a name freezes nothing
   */
  void check(List<Parameter> parameters) {
    for (String beginning : config.weights().frozen()) {
      if (parameters.stream().noneMatch(p -> !p.isTrained() && p.name().startsWith(beginning))) {
        throw new IllegalArgumentException(
            "model.weights.frozen names '%s', but no parameter to freeze begins so; parameters.tsv in a run's folder lists them."
                .formatted(beginning));
      }
    }
    List<String> lost =
        parameters.stream()
            .filter(p -> !p.isTrained() && p.origin() == Origin.RANDOM)
            .map(Parameter::name)
            .filter(name -> !startsWithAny(name, config.weights().frozenAtRandom()))
            .toList();
    if (!lost.isEmpty()) {
      throw new IllegalArgumentException(
          "%d parameters are frozen and random, first %s: they would never be anything else. Give their values in model.weights.pretrained, train them, or name them in model.weights.frozenAtRandom."
              .formatted(lost.size(), lost.get(0)));
    }
  }

  private static boolean startsWithAny(String name, List<String> beginnings) {
    return beginnings.stream().anyMatch(name::startsWith);
  }
}
