package reidstudio.ui.shell;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import reidstudio.ui.common.Questions;
import reidstudio.ui.common.Widgets;

/** A sheet over the pages for a question or a text; training and charts go on below it. */
final class Sheet implements Questions {
  private final ModalPane pane = new ModalPane();
  private final Widgets widgets;
  private Optional<Node> focusedBefore = Optional.empty();

  Sheet(Widgets widgets) {
    this.widgets = widgets;
    pane.setId("sheet");
    // its first frame is drawn in the corner, before the sheet has its place, and stays on screen
    pane.setInTransitionFactory(null);
    pane.displayProperty()
        .subscribe(
            shown -> {
              if (!shown) {
                focusedBefore.ifPresent(Node::requestFocus);
              }
            });
  }

  Node node() {
    return pane;
  }

  /** Shows {@code body} under a heading, with a button that closes it. */
  void tell(String titleKey, Node body) {
    Button close = widgets.button("common.close", Material2AL.CLOSE, this::hide, Styles.ACCENT);
    close.setDefaultButton(true);
    pane.setPersistent(false);
    show(titleKey, body, close);
  }

  @Override
  public void ask(String titleKey, Node body, Button... answers) {
    pane.setPersistent(true);
    show(titleKey, body, answers);
  }

  @Override
  public void hide() {
    pane.hide(true);
  }

  private void show(String titleKey, Node body, Button... buttons) {
    HBox foot = new HBox(buttons);
    foot.getStyleClass().add("sheet-foot");
    VBox box = new VBox(widgets.label(titleKey, Styles.TITLE_4), body, foot);
    box.getStyleClass().add("sheet");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    if (!pane.isDisplay()) {
      focusedBefore = Optional.ofNullable(pane.getScene().getFocusOwner());
    }
    pane.show(box);
    buttons[0].requestFocus();
  }
}
