package reidstudio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

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

  private Region make(Page page) {
    made.add(page);
    return new Region();
  }
}
