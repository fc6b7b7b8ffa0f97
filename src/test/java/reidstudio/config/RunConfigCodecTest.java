package reidstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunConfigCodecTest {
  private static final RunConfig DEFAULTS = RunConfig.defaults();

  @TempDir Path folder;
  private final RunConfigCodec codec = new RunConfigCodec();

  @Test
  void whatIsWrittenIsReadAgainTheSame() throws IOException {
    RunConfig config =
        codec.read(
            null,
            Map.of(
                "seed", "-9007199254740993",
                "name", "行人-1",
                "data.directory", "C:\\pictures \"new\"",
                "loss.sdm.form", "kl-divergence",
                "optimizer.epsilon", "1e-12"),
            DEFAULTS);
    assertThat(config).isNotEqualTo(DEFAULTS);
    assertThat(codec.read(file("config.json", codec.toJson(config)))).isEqualTo(config);
    assertThat(codec.read(file("config.json", codec.toJson(DEFAULTS)))).isEqualTo(DEFAULTS);
  }

  @Test
  void settingsAreWrittenAsTyped() {
    RunConfig config =
        codec.read(
            null,
            Map.of(
                "optimizer.head.learningRate", "0.00003",
                "optimizer.encoder.learningRate", "0.0025",
                "loss.sdm.weightSteps", "0.5, 1",
                "seed", "12345678901"),
            DEFAULTS);
    Map<String, String> settings = codec.settings(config);
    assertThat(settings)
        .containsEntry("optimizer.head.learningRate", "3e-5")
        .containsEntry("optimizer.encoder.learningRate", "0.0025")
        .containsEntry("loss.sdm.weightSteps", "0.5,1")
        .containsEntry("loss.labelSmoothing", "0.1")
        .containsEntry("sampler.kind", "multi-modal-balanced")
        .containsEntry("seed", "12345678901")
        .containsEntry("data.directory", "");
    assertThat(codec.read(null, settings, DEFAULTS)).isEqualTo(config);
    assertThat(codec.read(null, codec.settings(DEFAULTS), config)).isEqualTo(DEFAULTS);
  }

  @Test
  void yamlGivesOnlyWhatItNamesAndTheRestKeepsTheBase() throws IOException {
    Path yaml =
        file(
            "small.YAML", "# quick\nepochs: 3\nsampler:\n  kind: modal-aware-pk\n  instances: 6\n");
    RunConfig config = codec.read(yaml);
    assertThat(config.epochs()).isEqualTo(3);
    assertThat(config.sampler())
        .isEqualTo(
            new SamplerConfig(
                SamplerKind.MODAL_AWARE_PK,
                DEFAULTS.sampler().identities(),
                6,
                DEFAULTS.sampler().pairableFloor(),
                DEFAULTS.sampler().reuseIdentities()));
    assertThat(config.data()).isEqualTo(DEFAULTS.data());
  }

  @Test
  void aFileFromBeforeThereWereRulesForChecksIsReadAsItWas() throws IOException {
    String json = codec.toJson(DEFAULTS);
    String former = json.replaceFirst(",\\s*\"diagnosis\"\\s*:\\s*\\{[^}]*}", "");
    assertThat(former).isNotEqualTo(json).doesNotContain("normRule");
    assertThat(codec.read(file("config.json", former))).isEqualTo(DEFAULTS);
    assertThat(codec.read(null, Map.of("diagnosis.normRule", "seed"), DEFAULTS).diagnosis())
        .isEqualTo(new DiagnosisConfig(NormRule.SEED));
  }

  @Test
  void anOverrideWinsOverTheFile() throws IOException {
    Path json = file("config.json", "{\"epochs\": 3, \"loss\": {\"temperature\": 0.02}}");
    RunConfig config =
        codec.read(json, Map.of("epochs", "5", "loss.sdm.weight", "2", "seed", "7"), DEFAULTS);
    assertThat(config.epochs()).isEqualTo(5);
    assertThat(config.seed()).isEqualTo(7);
    assertThat(config.loss().sdm().temperature()).isEqualTo(0.02);
    assertThat(config.loss().sdm().weight()).isEqualTo(2);
  }

  @Test
  void fileAndOverridesMayBeValidOnlyTogether() throws IOException {
    Path json = file("config.json", "{\"model\": {\"patch\": 20}}");
    Map<String, String> sizes = Map.of("data.imageHeight", "100", "data.imageWidth", "40");
    assertThat(codec.read(json, sizes, DEFAULTS).model().patch()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123", "1e5", "1.50", "007", "12345678901234567890", "true", "null"})
  void aTypedNameStaysTheTypedText(String name) {
    assertThat(codec.read(null, Map.of("name", name), DEFAULTS).name()).isEqualTo(name);
  }

  @Test
  void everyProblemOfAFileIsToldAtOnceWithItsPathAndWhatIsAllowed() throws IOException {
    Path json =
        file(
            "bad.json",
            """
            {"epochs": 0, "device": "gpu", "name": "a b",
             "data": {"flip": 2, "padding": -1},
             "loss": {"sdmForm": "mse", "temperature": 0},
             "sampler": {"identities": 1, "instances": 1}}
            """);
    assertThat(problems(json))
        .containsExactlyInAnyOrder(
            "epochs: is 0, allowed is 1 to 100000",
            "device: is 'gpu', allowed are auto, cpu, cuda and cuda:N",
            "name: is 'a b', allowed are 1 to 60 letters, digits, '.', '_' and '-'",
            "data.flip: is 2, allowed is 0 to 1",
            "data.padding: is -1, allowed is 0 to 64",
            "loss.sdm.form: is \"mse\", expected is one of cross-entropy, kl-divergence",
            "loss.sdm.temperature: is 0, allowed is 0.001 to 10",
            "sampler.instances: times identities is 1, batch normalisation needs at least 2 rows");
  }

  @Test
  void anUnknownKeyNamesTheNearestKnownOne() throws IOException {
    Path json = file("bad.json", "{\"epoch\": 3, \"sampler\": {\"IDENTITIES\": 4}}");
    assertThat(problems(json))
        .containsExactlyInAnyOrder(
            "epoch: is unknown, did you mean epochs?",
            "sampler.IDENTITIES: is unknown, did you mean identities?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epochs|12 abc|is \"12 abc\", expected is a whole number",
        "epochs|1.5|is 1.5, expected is a whole number",
        "epochs|1e3|is 1000.0, expected is a whole number",
        "epochs|2147483648|is 2147483648, expected is a whole number",
        "seed|9223372036854775808|is 9223372036854775808, expected is a whole number",
        "loss.sdm.temperature|NaN|is \"NaN\", expected is a number",
        "loss.sdm.temperature|1e999|is Infinity, allowed is 0.001 to 10",
        "loss.sdm.temperature|0x10|is \"0x10\", expected is a number",
        "loss|1|is a single value, a group of settings is expected",
        "epochs.x|1|is a group or list of values, expected is a whole number",
        "sampler.kind|balanced|is \"balanced\", expected is one of multi-modal-balanced,"
            + " modal-aware-pk, strict-modal-pairs, random-identity, random"
      })
  void aWrongTypeIsToldWithWhatIsExpected(String key, String typed, String message) {
    String path = key.equals("epochs.x") ? "epochs" : key;
    assertThat(overrideProblems(Map.of(key, typed))).containsExactly(path + ": " + message);
  }

  @Test
  void nullAndListsAreNoValues() throws IOException {
    Path json =
        file("bad.json", "{\"epochs\": null, \"name\": null, \"seed\": [1], \"loss\": null}");
    assertThat(problems(json))
        .containsExactlyInAnyOrder(
            "epochs: is null, expected is a whole number",
            "name: is null, expected is a text",
            "seed: is a group or list of values, expected is a whole number",
            "loss: is a single value, a group of settings is expected");
  }

  @Test
  void settingsThatDoNotFitTogetherAreToldUnderTheirPath() {
    assertThat(overrideProblems(Map.of("model.patch", "11")))
        .containsExactly("model.patch: must divide data.imageHeight and data.imageWidth");
    assertThat(overrideProblems(Map.of("model.heads", "3")))
        .containsExactly("model.width: is 128, must be a multiple of heads = 3");
  }

  @Test
  void noSettingIsBlamedForNotFittingAValueThatNobodyGave() {
    // 32 divides 256 and 128, but not the 96 and 48 of the base that stand in for the bad group.
    Map<String, String> patch =
        Map.of(
            "model.patch",
            "32",
            "data.imageHeight",
            "256",
            "data.imageWidth",
            "128",
            "data.flip",
            "2");
    assertThat(overrideProblems(patch)).containsExactly("data.flip: is 2, allowed is 0 to 1");
    Map<String, String> heads = Map.of("model.heads", "3", "model.width", "12 abc");
    assertThat(overrideProblems(heads))
        .containsExactly("model.width: is \"12 abc\", expected is a whole number");
  }

  @Test
  void anOverrideBelowASingleValueIsRefused() throws IOException {
    Map<String, String> overrides = new LinkedHashMap<>();
    overrides.put("loss", "3");
    overrides.put("loss.ceWeight", "2");
    assertThat(overrideProblems(overrides))
        .contains("loss.ceWeight: has no such setting: loss is a single value");
  }

  @Test
  void aFileThatIsNotThereSaysSo() {
    Path missing = folder.resolve("missing.json");
    assertThat(problems(missing))
        .containsExactly(missing + " cannot be read: there is no such file");
  }

  @Test
  void aFileThatIsNotUtf8SaysSo() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("latin.yaml"), "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problems(latin)).containsExactly(latin + " cannot be read: it is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "3", "", "null"})
  void aFileWithoutAnObjectSaysSo(String content) throws IOException {
    Path json = file("list.json", content);
    Path yaml = file("list.yaml", content);
    assertThat(problems(json)).containsExactly(json + " holds no object of settings");
    assertThat(problems(yaml)).containsExactly(yaml + " holds no object of settings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broken.json|{\"epochs\": 3,;\"seed\": }|2",
        "twice.json|{\"epochs\": 3,;;\"epochs\": 4}|3",
        "trailing.json|{\"epochs\": 3};{\"epochs\": 4}|2",
        "broken.yaml|epochs: 3;seed: [1|2",
        "twice.yaml|epochs: 3;epochs: 4|2"
      })
  void whatCannotBeParsedIsToldWithItsLine(String name, String content, int line)
      throws IOException {
    Path file = file(name, content.replace(';', '\n'));
    assertThat(problems(file))
        .singleElement()
        .asString()
        .startsWith(file + " cannot be parsed: ")
        .endsWith("(line " + line + ")")
        .doesNotContain("\n");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private List<String> problems(Path file) {
    return texts(catchThrowableOfType(ConfigException.class, () -> codec.read(file)));
  }

  private List<String> overrideProblems(Map<String, String> overrides) {
    return texts(
        catchThrowableOfType(
            ConfigException.class, () -> codec.read(null, overrides, RunConfig.defaults())));
  }

  private static List<String> texts(ConfigException refused) {
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage())
        .isEqualTo(String.join("\n", refused.problems().stream().map(Problem::toString).toList()));
    return refused.problems().stream().map(Problem::toString).toList();
  }
}
