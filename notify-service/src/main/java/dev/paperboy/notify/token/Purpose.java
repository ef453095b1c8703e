package dev.paperboy.notify.token;

/** The one thing that a token may be used for. */
public enum Purpose {
  /** Confirms an address. */
  CONFIRM('c'),
  /** Shows and changes a reader's filter; mailed on request, used once. */
  PREFERENCES('p'),
  /** Ends the mails; works for ever and whatever the generation. */
  UNSUBSCRIBE('u'),
  /** Shows one digest, lets digests rest, and says something of its papers. */
  DIGEST('d'),
  /** Moves a subscription to the address that it was mailed to. */
  CHANGE('a'),
  /** Reads a filter's private feed, while the filter has that feed. */
  FEED('r'),
  /** Says when a form was given out. */
  FORM('f');

  private final byte code;

  Purpose(char code) {
    this.code = (byte) code;
  }

  byte code() {
    return code;
  }
}
