package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.PreviewView;
import dev.paperboy.notify.shelf.Topic;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The subscribe form as somebody has filled it in so far.
 *
 * @param form when it was given out, signed
 * @param address as typed; null where nobody was asked for it yet
 */
record SubscribeForm(String form, FilterInput input, String address) {
  /** The first step: nobody has sent it yet. */
  static SubscribeForm empty(String form, FilterInput input) {
    return new SubscribeForm(form, input, null);
  }

  /** The same in the second step. */
  SubscribeForm asking() {
    return address == null ? new SubscribeForm(form, input, "") : this;
  }

  TemplateInstance page(List<Topic> taxonomy) {
    return page(null, null, null, taxonomy);
  }

  /**
   * The page with what is wrong.
   *
   * @param reading what was found in the filter; null where nobody looked
   * @param addressProblem null for none
   * @param problem of the whole; null for none
   */
  TemplateInstance page(
      FilterReading reading, String addressProblem, String problem, List<Topic> taxonomy) {
    return Pages.Templates.subscribe(
        new SubscribeView(
            form,
            address,
            addressProblem,
            problem,
            null,
            FilterForm.of(input, reading, taxonomy),
            null));
  }

  /** The second step below what the filter would have sent. */
  TemplateInstance page(PreviewView preview, List<Topic> taxonomy) {
    return asking().page(preview, null, taxonomy);
  }

  /** The second step where nobody can say what the filter would have sent, and why. */
  TemplateInstance page(String note, List<Topic> taxonomy) {
    return asking().page(null, note, taxonomy);
  }

  private TemplateInstance page(PreviewView preview, String note, List<Topic> taxonomy) {
    return Pages.Templates.subscribe(
        new SubscribeView(
            form, address, null, null, note, FilterForm.of(input, null, taxonomy), preview));
  }
}
