package reidstudio.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class UiRulesTest {
  private static final String[] SHARED = {
    "java..",
    "javafx..",
    "atlantafx..",
    "org.kordamp..",
    "org.controlsfx..",
    "org.slf4j..",
    "reidstudio.config..",
    "reidstudio.event..",
    "reidstudio.command..",
    "reidstudio.store.."
  };

  private static final String[] SCREENS = {
    "setup", "run", "curves", "health", "history", "log", "dataset", "batch"
  };

  private static final JavaClasses WINDOW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("reidstudio.ui");

  @Test
  void theWindowKnowsNoTensorAndNoEngine() {
    classes()
        .that()
        .resideInAPackage("reidstudio.ui..")
        .and()
        .resideOutsideOfPackages("reidstudio.ui.dataset", "reidstudio.ui.shell")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with("reidstudio.ui.."))
        .orShould()
        .haveSimpleNameEndingWith("PngWriter")
        .because("every screen must work on a stored run, without an engine")
        .check(WINDOW);
  }

  @Test
  void screensKnowNoOtherScreen() {
    for (String screen : SCREENS) {
      noClasses()
          .that()
          .resideInAPackage("reidstudio.ui." + screen)
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are of another screen",
                  other ->
                      other.getPackageName().startsWith("reidstudio.ui.")
                          && !other.getPackageName().equals("reidstudio.ui." + screen)
                          && !other.getPackageName().equals("reidstudio.ui.common")
                          && !other.getPackageName().equals("reidstudio.ui.chart")))
          .because("only the shell puts screens together")
          .check(WINDOW);
    }
  }

  @Test
  void viewModelsCanBeUsedWithoutAScene() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .because("what a screen does is tested without showing it")
        .check(WINDOW);
  }

  @Test
  void thereIsOneHopToTheJavaFxThread() {
    noClasses()
        .that()
        .resideOutsideOfPackages("reidstudio.ui.common", "reidstudio.ui.chart")
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(AnimationTimer.class)
        .because("the pump bounds how often the window works")
        .check(WINDOW);
  }

  @Test
  void packagesFormNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("reidstudio.ui.(*)..")
        .should()
        .beFreeOfCycles()
        .check(WINDOW);
  }

  private static String[] with(String own) {
    String[] all = java.util.Arrays.copyOf(SHARED, SHARED.length + 1);
    all[SHARED.length] = own;
    return all;
  }
}
