package reidstudio.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class LiveScrollPaneTest {
  @Test
  void itKeepsNoPictureOfItsContent() throws Exception {
    assertThat(keepsPicture(new LiveScrollPane())).isFalse();
    assertThat(keepsPicture(new ScrollPane())).as("else it has no reason").isTrue();
  }

  private static boolean keepsPicture(ScrollPane pane) throws Exception {
    return FxToolkit.setupFixture(
        () -> {
          new Scene(pane);
          pane.applyCss();
          return pane.lookup(".viewport").isCache();
        });
  }
}
