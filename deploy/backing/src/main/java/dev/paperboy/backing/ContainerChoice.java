package dev.paperboy.backing;

/** Whether tests run on containers; known without any container library, which programs lack. */
final class ContainerChoice {
  static final String SWITCH = "PAPERBOY_CONTAINERS";

  private ContainerChoice() {}

  /**
   * Whether the environment asks for them.
   *
   * @param value of {@code PAPERBOY_CONTAINERS}; null where it is not set
   * @throws IllegalArgumentException where it is neither yes nor no
   */
  static boolean wanted(String value) {
    return switch (value) {
      case null -> false;
      case "", "false" -> false;
      case "true" -> true;
      default ->
          throw new IllegalArgumentException(
              SWITCH + " must be true or false, not «" + value + "»");
    };
  }

  /** As {@link #wanted(String)}, by this process's environment. */
  static boolean wanted() {
    return wanted(System.getenv(SWITCH));
  }
}
