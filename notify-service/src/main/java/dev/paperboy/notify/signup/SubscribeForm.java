package dev.paperboy.notify.signup;

import dev.paperboy.notify.digest.PreviewView;
import dev.paperboy.notify.shelf.Topic;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The subscribe form as somebody has filled it in so far.
 *
 * @param form when it was given out, signed
 * @param address as typed; null for none
 */
record SubscribeForm(String form, FilterInput input, String address) {
  static SubscribeForm empty(String form, FilterInput input) {
    return new SubscribeForm(form, input, "");
  }

  /** Nobody has sent it yet. */
  TemplateInstance page(List<Topic> taxonomy) {
    return page(null, null, null, taxonomy);
  }

  /**
   * The page.
   *
   * @param reading what was found in the filter; null where nobody looked
   * @param addressProblem null for none
   * @param problem of the whole; null for none
   */
  TemplateInstance page(
      FilterReading reading, String addressProblem, String problem, List<Topic> taxonomy) {
    return Pages.Templates.subscribe(
        new SubscribeView(
            form, address, addressProblem, problem, FilterForm.of(input, reading, taxonomy), null));
  }

  /** The page below what the filter would have sent. */
  TemplateInstance page(PreviewView preview, List<Topic> taxonomy) {
    return Pages.Templates.subscribe(
        new SubscribeView(
            form, address, null, null, FilterForm.of(input, null, taxonomy), preview));
  }
}
