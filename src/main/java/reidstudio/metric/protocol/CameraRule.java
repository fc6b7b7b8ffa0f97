package reidstudio.metric.protocol;

/** Which pictures of the gallery a query may not see, neither as right nor as wrong. */
public enum CameraRule {
  /** It sees all. */
  NONE("cameras do not matter") {
    @Override
    public boolean hides(int identity, int camera, int shownIdentity, int shownCamera) {
      return false;
    }
  },
  /** Market-1501 and LLCM: another moment of the same walk past the same camera is too easy. */
  SAME_IDENTITY_AND_CAMERA("a query does not see its own person in its own camera") {
    @Override
    public boolean hides(int identity, int camera, int shownIdentity, int shownCamera) {
      return identity == shownIdentity && camera == shownCamera;
    }
  },
  /** SYSU-MM01: cameras 2 and 3 stand at one place. */
  SYSU_SAME_PLACE("queries of camera 3 do not see camera 2, which stands at the same place") {
    @Override
    public boolean hides(int identity, int camera, int shownIdentity, int shownCamera) {
      return camera == 3 && shownCamera == 2;
    }
  };

  private final String words;

  CameraRule(String words) {
    this.words = words;
  }

  /** Whether a query of {@code identity} in {@code camera} may not see a picture. */
  public abstract boolean hides(int identity, int camera, int shownIdentity, int shownCamera);

  /** What it does, in words. */
  public String words() {
    return words;
  }
}
