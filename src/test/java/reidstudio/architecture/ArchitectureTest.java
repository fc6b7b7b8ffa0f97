package reidstudio.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The house of the design, as rules. A rule that has to go is changed here, with its reason. */
@AnalyzeClasses(packages = "reidstudio", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "reidstudio.";
  private static final String[] EVERYONE = {"java..", "javax.management..", "org.slf4j.."};
  private static final String[] DJL = {"ai.djl..", "com.sun.jna.."};
  private static final String[] JACKSON = {"com.fasterxml.jackson.."};
  private static final String[] IMAGES = {"javax.imageio..", "java.awt.."};
  private static final String[] WINDOW = {
    "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."
  };

  @ArchTest static final ArchRule config = only("config", ours(), JACKSON);
  @ArchTest static final ArchRule event = only("event", ours("config"));
  @ArchTest static final ArchRule command = only("command", ours("config", "event"));
  @ArchTest static final ArchRule data = only("data", ours("config"), JACKSON, IMAGES);
  @ArchTest static final ArchRule sampler = only("sampler", ours("config", "data"));

  @ArchTest
  static final ArchRule batch = only("batch", ours("config", "data", "sampler", "model"), DJL);

  @ArchTest static final ArchRule tensor = only("tensor", ours(), DJL, JACKSON);

  @ArchTest
  static final ArchRule json_of_tensors_is_a_header =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "tensor")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JACKSON)
          .because("only a header of safetensors, read in tensor.weights, is JSON");

  @ArchTest static final ArchRule model = only("model", ours("config", "data", "tensor"), DJL);
  @ArchTest static final ArchRule loss = only("loss", ours("config", "event", "tensor"), DJL);

  @ArchTest
  static final ArchRule objective =
      only("objective", ours("config", "event", "data", "batch", "tensor", "model", "loss"), DJL);

  @ArchTest static final ArchRule optim = only("optim", ours("config", "tensor"), DJL);
  @ArchTest static final ArchRule metric = only("metric", ours());

  @ArchTest
  static final ArchRule diagnostic =
      only(
          "diagnostic",
          ours(
              "config",
              "event",
              "data",
              "sampler",
              "batch",
              "tensor",
              "model",
              "loss",
              "objective",
              "optim",
              "metric"),
          DJL);

  @ArchTest
  static final ArchRule rules_are_plain_numbers =
      only("diagnostic.rule", ours("config", "event", "metric", "diagnostic.finding"));

  @ArchTest
  static final ArchRule engine =
      only(
          "engine",
          ours(
              "config",
              "event",
              "command",
              "data",
              "sampler",
              "batch",
              "tensor",
              "model",
              "loss",
              "objective",
              "optim",
              "metric",
              "diagnostic"),
          DJL,
          new String[] {"oshi.."});

  @ArchTest static final ArchRule store = only("store", ours("config", "event"), JACKSON);

  @ArchTest static final ArchRule logs_know_no_store = only("store.log", ours("config", "event"));

  @ArchTest
  static final ArchRule cli =
      only(
          "cli",
          ours("config", "event", "command", "store", "data", "engine"),
          JACKSON,
          new String[] {"picocli.."});

  @ArchTest
  static final ArchRule uiCommon =
      only("ui.common", ours("config", "event", "command", "store"), WINDOW);

  @ArchTest static final ArchRule uiChart = only("ui.chart", ours("ui.common"), WINDOW, IMAGES);

  private static final String[] SCREENS_KNOW =
      Stream.of(ours("ui", "config", "event", "command", "store"), EVERYONE, WINDOW, IMAGES)
          .flatMap(Stream::of)
          .toArray(String[]::new);

  @ArchTest
  static final ArchRule screens =
      classes()
          .that()
          .resideInAPackage(ROOT + "ui..")
          .and()
          .resideOutsideOfPackages(ROOT + "ui.dataset..", ROOT + "ui.shell..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(SCREENS_KNOW)
          .because("the window knows no tensor and no reader");

  /** What a verification finds is plain values; a copy of them for one screen would say no more. */
  @ArchTest
  static final ArchRule uiDataset =
      only(
          "ui.dataset",
          ours("ui.common", "config", "event", "command", "store"),
          new String[] {ROOT + "data", ROOT + "data.audit"},
          WINDOW);

  /** It hands the verifier on. */
  @ArchTest
  static final ArchRule uiShell =
      only("ui.shell", SCREENS_KNOW, new String[] {ROOT + "data.audit"});

  @ArchTest
  static final ArchRule only_main_knows_the_composition_root =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "app..")
          .and()
          .doNotHaveFullyQualifiedName("reidstudio.Main")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "app..")
          .because("app puts everything together and is known by Main alone");

  @ArchTest
  static final ArchRule no_cycles =
      slices()
          .matching("reidstudio.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a package that needs its user cannot be understood alone");

  @ArchTest
  static final ArchRule one_hop_to_the_fx_thread =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "ui.common..", ROOT + "ui.chart..", ROOT + "app..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(AnimationTimer.class)
          .orShould()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("values reach the window by being polled once a frame, not by a hop for each");

  @ArchTest
  static final ArchRule pages_have_no_clock_of_their_own =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT + "ui.common..", ROOT + "ui.chart..", ROOT + "ui.shell..", ROOT + "app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx.animation..")
          .because(
              "an animation that goes on asks for sixty frames a second; FxPump.every does not");

  @ArchTest
  static final ArchRule view_models_know_no_scene =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("what a screen knows is tested without a screen");

  @ArchTest
  static final ArchRule native_arrays_have_an_owner =
      fields()
          .that()
          .haveRawType(NDArray.class)
          .should()
          .beDeclaredInClassesThat()
          .resideInAnyPackage(
              ROOT + "tensor..",
              ROOT + "model..",
              ROOT + "batch..",
              ROOT + "optim..",
              ROOT + "loss..",
              ROOT + "objective..")
          .because("an array kept elsewhere outlives the step that owns its memory");

  @ArchTest
  static final ArchRule numbers_in_a_graph_live_as_long_as_the_step =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "model..", ROOT + "loss..", ROOT + "objective..", ROOT + "diagnostic..")
          .should()
          .callMethod(NDArray.class, "mul", Number.class)
          .orShould()
          .callMethod(NDArray.class, "div", Number.class)
          .orShould()
          .callMethod(NDArray.class, "pow", Number.class)
          .orShould()
          .callMethod(NDArray.class, "add", Number.class)
          .orShould()
          .callMethod(NDArray.class, "sub", Number.class)
          .orShould()
          .callMethod(NDArray.class, "maximum", Number.class)
          .orShould()
          .callMethod(NDArray.class, "minimum", Number.class)
          .because(
              "DJL frees the number at once, the backward pass still reads it: use tensor.Scalar");

  /** The step's one, and those before the first step, between steps, or for who asks. */
  private static final String[] READERS_OF_THE_DEVICE = {
    "StepScalars",
    "ClipSelfTest",
    "CosineGallery",
    "EngineStart",
    "FeatureExtraction",
    "PrecisionCost",
    "SafetensorsWriter",
    "StepBench"
  };

  @ArchTest
  static final ArchRule a_step_reads_the_device_once =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + "model..",
              ROOT + "loss..",
              ROOT + "objective..",
              ROOT + "optim..",
              ROOT + "batch..",
              ROOT + "tensor..",
              ROOT + "engine..")
          .and()
          .haveNameNotMatching(".*\\.(" + String.join("|", READERS_OF_THE_DEVICE) + ")(\\$.*)?")
          .should()
          .callMethodWhere(
              target(owner(assignableTo(NDArray.class)))
                  .and(
                      target(
                          nameMatching(
                              "to.*Array|toByteBuffer|contentEquals|allClose"
                                  + "|get(Float|Double|Int|Long|Byte|Uint8|Boolean|String)"))))
          .because("every read waits until the device has done all work before it");

  @ArchTest
  static final ArchRule console_belongs_to_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + "cli..", ROOT + "app..", "reidstudio")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("standard output carries a verb's result and nothing else");

  @ArchTest
  static final ArchRule no_singletons =
      noClasses()
          .should(
              new com.tngtech.archunit.lang.ArchCondition<>("declare getInstance") {
                @Override
                public void check(
                    com.tngtech.archunit.core.domain.JavaClass type,
                    com.tngtech.archunit.lang.ConditionEvents events) {
                  boolean declares =
                      type.getMethods().stream().anyMatch(m -> m.getName().equals("getInstance"));
                  events.add(
                      new com.tngtech.archunit.lang.SimpleConditionEvent(
                          type, declares, type.getName() + " declares getInstance"));
                }
              })
          .because("collaborators come by constructor");

  @ArchTest
  static final ArchRule no_static_state =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveName("$assertionsDisabled")
          .and()
          .doNotHaveName("$jacocoData")
          .should()
          .beFinal()
          .because("state that belongs to nobody is closed by nobody");

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Helper")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .because("such a name says that nobody knows what belongs inside");

  private static String[] ours(String... packages) {
    return Stream.of(packages).map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  private static ArchRule only(String name, String[]... allowed) {
    List<String> all = new ArrayList<>(List.of(EVERYONE));
    all.add(ROOT + name + "..");
    for (String[] group : allowed) {
      all.addAll(List.of(group));
    }
    return classes()
        .that()
        .resideInAPackage(ROOT + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(all.toArray(String[]::new))
        .because("the package-info of " + name + " says what it may import")
        .allowEmptyShould(true);
  }
}
