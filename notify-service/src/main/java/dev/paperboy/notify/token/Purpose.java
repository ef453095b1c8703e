package dev.paperboy.notify.token;

/** What a mailed link may do; a token of one purpose is worth nothing for another. */
public enum Purpose {
  CONFIRM,
  PREFERENCES,
  UNSUBSCRIBE,
  DIGEST
}
