package reidstudio.ui.shell;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import reidstudio.event.CheckKind;
import reidstudio.ui.common.Language;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.NoticeStack;
import reidstudio.ui.common.TextClipboard;
import reidstudio.ui.common.ThemeChoice;
import reidstudio.ui.common.Widgets;

/**
 * The window of the program. Built and used on the JavaFX thread; it starts nothing but what the
 * user asks for, except that {@link #show} prepares the demo data.
 */
public final class StudioWindow {
  /** Own choice: until a slow machine has drawn a frame. JavaFX does not tell when that is. */
  private static final Duration FIRST_FRAME = Duration.millis(500);

  private final StudioPorts ports;
  private final Widgets widgets;
  private final StudioModels models;
  private final WindowMemory memory;
  private final Optional<WindowLook> remembered;
  private final Appearance appearance;
  private final WindowColours colours = new WindowColours();
  private final ObjectProperty<Language> language;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.TRAIN);
  private final PageStack pages;
  private final TextClipboard clipboard;
  private final FileDialogs dialogs;
  private final Sheet sheet;
  private final HelpSheets help;
  private final CloseGuard guard;
  private final TrainPage train;
  private final Parent root;
  private Stage stage;

  /**
   * Builds the frame and the first page; nothing is shown before {@link #show}.
   *
   * @param first until the user chooses another language, which is remembered
   */
  public StudioWindow(StudioPorts ports, Language first) {
    this.ports = ports;
    memory = new WindowMemory(ports.home());
    remembered = memory.recall();
    Messages messages = new Messages(remembered.map(WindowLook::language).orElse(first));
    language = new SimpleObjectProperty<>(messages.languageProperty().get());
    widgets = new Widgets(messages);
    models = StudioModels.of(ports, messages, () -> page.set(Page.TRAIN));
    appearance =
        new Appearance(
            remembered.map(WindowLook::theme).orElse(ThemeChoice.SYSTEM),
            ports.colours(),
            ports.io(),
            models.pump());
    remembered.ifPresent(
        look -> {
          models.curves().moreProperty().set(look.moreCharts());
          models.curves().arrangementProperty().set(look.charts());
        });
    PageLinks links = new PageLinks(page, models);
    clipboard = new TextClipboard(models.errors(), messages);
    dialogs = new FileDialogs(() -> stage, messages, ports.home().root());
    sheet = new Sheet(widgets);
    help = new HelpSheets(sheet, widgets);
    guard = new CloseGuard(models.run(), models.runs(), sheet, widgets, () -> stage.hide());
    new RunNews(models.runs(), models.history()::title, models.errors(), messages, widgets.words());
    new HealthNews(
        models.runHealth(),
        models.errors(),
        messages,
        widgets.words(),
        page.isEqualTo(Page.DIAGNOSIS).and(models.runs().openedProperty().isNull()),
        links::openLive);
    StudioPages made =
        new StudioPages(ports, models, widgets, clipboard, dialogs, sheet, page, links);
    train = made.train();
    pages = made.stack();
    appearance.themeProperty().subscribe(theme -> pages.change(() -> colours.apply(theme)));
    language.addListener(
        (o, before, now) -> pages.change(() -> messages.languageProperty().set(now)));
    root = frame();
    page.subscribe(this::turnTo);
  }

  /** Everything in the window, for a scene of the caller. */
  public Parent root() {
    return root;
  }

  /** Which theme is wanted for all windows of the program. */
  public ObjectProperty<ThemeChoice> themeProperty() {
    return appearance.choiceProperty();
  }

  /** The language of all texts. */
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /** Whether a run could be started now. */
  public ObservableValue<Boolean> canStart() {
    return models.run().canStartProperty();
  }

  /** Reports a problem that nobody else caught; callable from any thread. */
  public void uncaught(Throwable problem) {
    models.pump().execute(() -> models.errors().failed(problem));
  }

  /** Shows the log of another program as a run. */
  void openLog(Path log) {
    models.history().openLog(log);
  }

  /** Makes the form for training name {@code folder}. */
  void useData(Path folder) {
    models.setup().data().use(folder);
  }

  /** Takes in what the traces tell now, as the window does by itself ten times a second. */
  void refresh() {
    models.runs().refresh();
  }

  /** Shows the window in {@code stage}, sized to its screen, and prepares the demo data. */
  public void show(Stage target) {
    stage = target;
    Scene scene = new Scene(new Group());
    colours.dress(scene);
    // after the sheets, or the rules of all nodes would be looked for twice
    scene.setRoot(root);
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN), this::start);
    // by its character, which lies on another key on each keyboard; where it is typed, it is
    // consumed
    scene.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          if ("?".equals(event.getCharacter())) {
            help.keys();
          }
        });
    for (EventType<? extends InputEvent> input :
        List.of(
            MouseEvent.MOUSE_MOVED,
            MouseEvent.MOUSE_PRESSED,
            KeyEvent.KEY_PRESSED,
            ScrollEvent.SCROLL)) {
      scene.addEventFilter(input, this::touched);
    }
    target.setScene(scene);
    WindowPlace place = new WindowPlace(target);
    place.take(remembered);
    target.titleProperty().bind(models.messages().text("app.title"));
    target.getIcons().setAll(new AppIcon().images());
    target.setOnCloseRequest(guard::requested);
    Subscription following =
        Subscription.combine(
            colours.follow(),
            models.pump().follow(target),
            target.focusedProperty().subscribe(this::lookAtSystem));
    new DesktopNotices(target, models.errors(), models.messages(), () -> !target.isFocused());
    target.show();
    PauseTransition drawing = new PauseTransition(FIRST_FRAME);
    drawing.setOnFinished(drawn -> complete());
    rememberLook(place);
    target.setOnHiding(
        hiding -> {
          // the last word is written at once: after it the program ends
          memory.keep(look(place));
          following.unsubscribe();
          drawing.stop();
        });
    models.setup().data().useDemo();
    drawing.play();
  }

  private void touched(InputEvent input) {
    // JavaFX makes moves of its own when what lies under a resting mouse changes
    boolean made = input instanceof MouseEvent mouse && mouse.isSynthesized();
    if (!made) {
      models.pump().touched();
    }
  }

  /** What is begun sooner competes with the drawing of an empty window. */
  private void complete() {
    train.showCurves();
    ports.io().execute(this::prepareLanguages);
  }

  /** A switch would else wait for files and patterns to be read. */
  private void prepareLanguages() {
    models.messages().readAhead();
    widgets.words().readAhead();
  }

  private void lookAtSystem(boolean focused) {
    if (focused) {
      appearance.lookAtSystem();
    }
  }

  private void rememberLook(WindowPlace place) {
    themeProperty().addListener(changed -> keep(look(place)));
    languageProperty().addListener(changed -> keep(look(place)));
    models.curves().arrangementProperty().addListener(changed -> keep(look(place)));
  }

  private void keep(WindowLook look) {
    ports.io().execute(() -> memory.keep(look));
  }

  private WindowLook look(WindowPlace place) {
    return new WindowLook(
        themeProperty().get(),
        languageProperty().get(),
        place.now(),
        stage.isMaximized(),
        models.curves().moreProperty().get(),
        models.curves().arrangementProperty().get());
  }

  private Parent frame() {
    BorderPane pane =
        new BorderPane(
            new VBox(
                new ReadOnlyBanner(models.runs(), models.history().titleInViewProperty(), widgets),
                pages));
    VBox.setVgrow(pages, javafx.scene.layout.Priority.ALWAYS);
    MainMenu menu =
        new MainMenu(
            widgets,
            actions(),
            models.run(),
            models.health(),
            appearance,
            language,
            Map.of(
                "menu.demo-folder", () -> models.folders().open(ports.home().demo()),
                "menu.runs-folder", () -> models.folders().open(ports.home().runs()),
                "menu.about", () -> help.about(ports.version(), ports.home())));
    pane.setTop(menu);
    pane.setLeft(
        new NavigationRail(
            page, appearance, language, help::keys, models.runHealth().liveProperty(), widgets));
    NoticeStack notices = new NoticeStack(models.errors(), widgets, clipboard);
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(notices, new Insets(16));
    StackPane all = new StackPane(pane, notices, sheet.node());
    all.getStyleClass().add("studio");
    all.getStylesheets()
        .add(
            Objects.requireNonNull(StudioWindow.class.getResource("/reidstudio/ui/studio.css"))
                .toExternalForm());
    return all;
  }

  private Map<Shortcut, Runnable> actions() {
    Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    actions.put(Shortcut.START, this::start);
    actions.put(Shortcut.PAUSE, models.run()::pause);
    actions.put(Shortcut.RESUME, models.run()::resume);
    actions.put(Shortcut.STOP, models.run()::stop);
    actions.put(Shortcut.DIAGNOSE_ALL, () -> diagnose(CheckKind.ALL));
    actions.put(Shortcut.DIAGNOSE_NORM, () -> diagnose(CheckKind.NORM));
    actions.put(Shortcut.DIAGNOSE_CE, () -> diagnose(CheckKind.CE));
    actions.put(Shortcut.DIAGNOSE_SAMPLING, () -> diagnose(CheckKind.SAMPLING));
    actions.put(Shortcut.CANCEL_DIAGNOSIS, models.health()::cancel);
    for (Page each : Page.values()) {
      actions.put(Shortcut.of(each), () -> page.set(each));
    }
    actions.put(
        Shortcut.OPEN_RUN, () -> dialogs.folder("dialog.run").ifPresent(models.history()::open));
    actions.put(
        Shortcut.OPEN_DATA,
        () -> dialogs.folder("dialog.data").ifPresent(models.setup().data()::use));
    actions.put(Shortcut.SETUP, train::toggleSetup);
    actions.put(Shortcut.THEME, appearance::toggle);
    actions.put(Shortcut.KEYS, help::keys);
    actions.put(Shortcut.QUIT, this::quit);
    return actions;
  }

  private void start() {
    if (models.run().canStartProperty().get()) {
      page.set(Page.TRAIN);
      models.run().start();
    }
  }

  private void diagnose(CheckKind check) {
    if (models.health().canDiagnoseProperty().get()) {
      page.set(Page.DIAGNOSIS);
      models.health().diagnose(check);
    }
  }

  private void quit() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  private void turnTo(Page target) {
    pages.turnTo(target);
    if (target == Page.DATA) {
      models.verify().want();
    }
    if (target == Page.BATCH) {
      models.batch().want();
    }
    if (target == Page.EVALUATION) {
      models.evaluation().choices().refreshRuns();
    }
    if (target == Page.RUNS) {
      models.history().refresh();
    }
  }
}
