package reidstudio.ui.setup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import reidstudio.config.ConfigException;
import reidstudio.config.Problem;
import reidstudio.config.Recipe;
import reidstudio.config.RunConfig;
import reidstudio.config.RunConfigCodec;

/** The settings of the next run; checked at each keystroke, all of them together. */
public final class SettingsViewModel {
  private static final String DIRECTORY = "data.directory";

  private final RunConfigCodec codec;
  private final List<Group> groups;
  private final ReadOnlyObjectWrapper<RunConfig> config = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper problemCount = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Map<String, String>> taken = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Recipe> recipe = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Problem>> unplaced =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * Fields under one heading.
   *
   * @param first the few that matter at first
   * @param further the others
   */
  record Group(String key, List<SettingField> first, List<SettingField> further) {
    /** All of them. */
    List<SettingField> fields() {
      return Stream.concat(first.stream(), further.stream()).toList();
    }
  }

  /** Starts with the default configuration. */
  public SettingsViewModel(RunConfigCodec codec) {
    this.codec = codec;
    Map<String, String> defaults = codec.settings(RunConfig.defaults());
    groups =
        SettingGroup.all().stream()
            .map(
                group ->
                    new Group(
                        group.key(),
                        fields(group.first(), defaults),
                        fields(group.further(), defaults)))
            .toList();
    fields().forEach(field -> field.textProperty().addListener(o -> check()));
    check();
  }

  private static List<SettingField> fields(List<Setting> settings, Map<String, String> defaults) {
    return settings.stream().map(s -> new SettingField(s, defaults.get(s.path()))).toList();
  }

  /** The configuration, without the data folder; null while a field has a problem. */
  public ReadOnlyObjectProperty<RunConfig> configProperty() {
    return config.getReadOnlyProperty();
  }

  /** Whether a field differs from its default. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** How many things are wrong. */
  ReadOnlyIntegerProperty problemsProperty() {
    return problemCount.getReadOnlyProperty();
  }

  /** Problems that no field of the form stands for. */
  ReadOnlyObjectProperty<List<Problem>> unplacedProperty() {
    return unplaced.getReadOnlyProperty();
  }

  List<Group> groups() {
    return groups;
  }

  /** The field of {@code path}. */
  SettingField field(String path) {
    return fields().filter(f -> f.setting().path().equals(path)).findFirst().orElseThrow();
  }

  /** What the settings began with; null unless that was a recipe. */
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /** Takes every setting back to its default. */
  public void reset() {
    recipe.set(null);
    fields().forEach(SettingField::reset);
    check();
  }

  /** Takes over all settings of {@code wanted} but the data folder. */
  void take(RunConfig wanted) {
    Map<String, String> settings = codec.settings(wanted);
    settings.entrySet().removeAll(codec.settings(RunConfig.defaults()).entrySet());
    settings.remove(DIRECTORY);
    recipe.set(null);
    take(settings);
  }

  /** Begins anew with {@code wanted}; what it leaves open is shown beside its field. */
  void take(Recipe wanted) {
    recipe.set(wanted);
    take(wanted.settings());
  }

  /** All that is not in {@code settings} gets its default. */
  private void take(Map<String, String> settings) {
    fields()
        .forEach(
            field -> {
              field.reset();
              String wanted = settings.get(field.setting().path());
              if (wanted != null) {
                field.textProperty().set(field.setting().plainly(wanted));
              }
            });
    check();
    taken.set(Map.copyOf(settings));
  }

  /** What was taken over last, but for defaults; null before anything was. */
  ReadOnlyObjectProperty<Map<String, String>> takenProperty() {
    return taken.getReadOnlyProperty();
  }

  /** What differs from the defaults, by path. */
  Map<String, String> overrides() {
    Map<String, String> overrides = new LinkedHashMap<>();
    fields()
        .filter(SettingField::isChanged)
        .forEach(field -> overrides.put(field.setting().path(), field.text()));
    return overrides;
  }

  private void check() {
    Map<String, String> overrides = overrides();
    changed.set(!overrides.isEmpty());
    List<Problem> problems = List.of();
    RunConfig valid = null;
    try {
      valid = codec.read(null, overrides, RunConfig.defaults());
    } catch (ConfigException e) {
      problems = e.problems();
    }
    Map<String, Problem> byPath =
        problems.stream().collect(Collectors.toMap(Problem::path, p -> p, (a, b) -> a));
    fields().forEach(field -> field.setProblem(byPath.remove(field.setting().path())));
    unplaced.set(List.copyOf(byPath.values()));
    problemCount.set((int) problems.stream().map(Problem::path).distinct().count());
    config.set(valid);
  }

  private Stream<SettingField> fields() {
    return groups.stream().flatMap(group -> group.fields().stream());
  }
}
