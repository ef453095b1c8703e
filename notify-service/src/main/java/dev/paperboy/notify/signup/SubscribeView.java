package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.PreviewView;

/**
 * The subscribe page: first the filter, then what it would have sent and the question where to.
 *
 * @param form when it was given out, signed
 * @param address as typed; null where nobody was asked for it yet
 * @param addressProblem what to do about it; null where there is nothing to do
 * @param problem of the whole; null for none
 * @param note what else there is to know; null for nothing
 * @param preview what the filter would have sent; null where nobody asked, or nobody could tell
 */
public record SubscribeView(
    String form,
    String address,
    String addressProblem,
    String problem,
    String note,
    FilterForm filter,
    PreviewView preview) {
  /** Whether it is the second step. */
  public boolean asksAddress() {
    return address != null;
  }

  /**
   * Whether there is something to change in the filter, so that it is shown without being asked.
   */
  public boolean openFilter() {
    return filter.wrong() || preview != null && preview.digest() == null;
  }
}
