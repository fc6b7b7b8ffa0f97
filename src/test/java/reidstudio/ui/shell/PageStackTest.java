package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PageStackTest {
  private final List<Page> made = new ArrayList<>();
  private final PageStack pages =
      new PageStack(Map.of(Page.TRAIN, () -> make(Page.TRAIN), Page.LOG, () -> make(Page.LOG)));

  @Test
  void aPageIsMadeWhenItIsFirstTurnedToAndKept() {
    pages.turnTo(Page.TRAIN);
    assertThat(made).containsExactly(Page.TRAIN);
    pages.turnTo(Page.LOG);
    pages.turnTo(Page.TRAIN);
    assertThat(made).containsExactly(Page.TRAIN, Page.LOG);
    assertThat(pages.getChildren()).extracting(Node::isVisible).containsExactly(true, false);
  }

  @Test
  void pagesThatCannotBeSeenAreSparedANewStyleAndComeBack() throws TimeoutException {
    pages.turnTo(Page.TRAIN);
    pages.turnTo(Page.LOG);
    List<Boolean> styled = new ArrayList<>();
    onFx(
        () ->
            pages.change(() -> pages.getChildren().forEach(page -> styled.add(page.isVisible()))));
    assertThat(styled).containsExactly(true);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> pages.getChildren().size() == 2);
    assertThat(pages.getChildren()).extracting(Node::isVisible).containsExactly(true, false);
  }

  @Test
  void aPageThatIsTurnedToBeforeItIsBackComesAtOnceAndOnlyOnce() {
    pages.turnTo(Page.TRAIN);
    pages.turnTo(Page.LOG);
    onFx(
        () -> {
          pages.change(() -> {});
          pages.turnTo(Page.TRAIN);
          assertThat(pages.getChildren()).extracting(Node::isVisible).containsExactly(false, true);
        });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pages.getChildren()).hasSize(2);
    assertThat(made).containsExactly(Page.TRAIN, Page.LOG);
  }

  private static void onFx(Runnable task) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          task.run();
          return true;
        });
  }

  private Region make(Page page) {
    made.add(page);
    return new Region();
  }
}
