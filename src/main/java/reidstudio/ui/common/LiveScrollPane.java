package reidstudio.ui.common;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane for what changes while one looks at it. A plain one keeps a picture of what it
 * shows, to move that when it is scrolled; for that it paints all of it anew, and then once more
 * into the window, whenever a single figure in it changes.
 */
public class LiveScrollPane extends ScrollPane {
  @Override
  protected Skin<?> createDefaultSkin() {
    Skin<?> skin = super.createDefaultSkin();
    lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
    return skin;
  }
}
