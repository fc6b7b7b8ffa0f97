package reidstudio.ui.common;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One picture, or a sign that it cannot be shown. It takes the space it is given. */
public final class PictureTile extends StackPane {
  private final Pictures pictures;
  private final ImageView view = new ImageView();
  private final VBox missing;
  private Optional<Path> shown = Optional.empty();
  private Subscription arrival = Subscription.EMPTY;

  /** Takes its picture from {@code pictures}. */
  public PictureTile(Pictures pictures, Widgets widgets) {
    this.pictures = pictures;
    getStyleClass().add("picture-tile");
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setManaged(false);
    Label text = widgets.label("common.picture.missing", "hint");
    text.setWrapText(true);
    missing = new VBox(new FontIcon(Material2AL.BROKEN_IMAGE), text);
    missing.getStyleClass().add("picture-missing");
    missing.setVisible(false);
    setMinSize(0, 0);
    getChildren().addAll(view, missing);
  }

  /** Lets go of what is shown; what is still being decoded is given up. */
  public void clear() {
    arrival.unsubscribe();
    arrival = Subscription.EMPTY;
    shown.ifPresent(pictures::release);
    shown = Optional.empty();
    view.setImage(null);
    missing.setVisible(false);
  }

  /** Shows {@code file}; empty if there is nothing that could be. */
  public void show(Optional<Path> file) {
    clear();
    shown = file;
    if (file.isEmpty()) {
      missing.setVisible(true);
      return;
    }
    Image image = pictures.get(file.get());
    view.setImage(image);
    arrival =
        image
            .errorProperty()
            .subscribe(broken -> missing.setVisible(broken))
            .and(image.progressProperty().subscribe(progress -> requestLayout()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Image image = view.getImage();
    double width = getWidth() - snappedLeftInset() - snappedRightInset();
    double height = getHeight() - snappedTopInset() - snappedBottomInset();
    if (image != null && image.getWidth() > 0 && width > 0 && height > 0) {
      double scale = Math.min(width / image.getWidth(), height / image.getHeight());
      view.setFitWidth(image.getWidth() * scale);
      view.setFitHeight(image.getHeight() * scale);
      view.relocate(
          snapPositionX(snappedLeftInset() + (width - image.getWidth() * scale) / 2),
          snapPositionY(snappedTopInset() + (height - image.getHeight() * scale) / 2));
    }
  }
}
