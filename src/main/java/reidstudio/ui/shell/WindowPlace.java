package reidstudio.ui.shell;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts a stage where it was, and knows where it is. */
final class WindowPlace {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 620;

  private final Stage stage;
  private Optional<Rectangle2D> normal = Optional.empty();

  WindowPlace(Stage stage) {
    this.stage = stage;
  }

  /** Sizes the stage to its screen, or to what was kept if that can still be seen. */
  void take(Optional<WindowLook> kept) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
    stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
    Optional<Rectangle2D> place = kept.flatMap(WindowLook::place).filter(WindowPlace::canBeSeen);
    if (place.isPresent()) {
      stage.setX(place.get().getMinX());
      stage.setY(place.get().getMinY());
      stage.setWidth(place.get().getWidth());
      stage.setHeight(place.get().getHeight());
    } else if (Double.isNaN(stage.getWidth())) {
      stage.setWidth(Math.min(WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
    }
    stage.setMaximized(kept.map(WindowLook::maximized).orElse(false));
  }

  /** Where the stage is, or was before it was maximized; empty before it was anywhere. */
  Optional<Rectangle2D> now() {
    boolean isPlaced = stage.getWidth() > 0 && !Double.isNaN(stage.getX());
    if (isPlaced && !stage.isMaximized() && !stage.isIconified()) {
      normal =
          Optional.of(
              new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
    }
    return normal;
  }

  /** A screen that was unplugged must not keep the window; neither may one that became smaller. */
  private static boolean canBeSeen(Rectangle2D place) {
    return Screen.getScreens().stream()
        .map(Screen::getVisualBounds)
        .anyMatch(screen -> screen.contains(place));
  }
}
