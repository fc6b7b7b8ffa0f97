package reidstudio.ui.shell;

import javafx.application.Application;

/** Starts {@link StudioGallery} from the class path, which an {@code Application} cannot itself. */
public final class StudioGalleryMain {
  private StudioGalleryMain() {}

  /** Opens the gallery. */
  public static void main(String[] args) {
    Application.launch(StudioGallery.class, args);
  }
}
