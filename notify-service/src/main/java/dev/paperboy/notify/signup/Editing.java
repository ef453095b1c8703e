package dev.paperboy.notify.signup;

import dev.paperboy.notify.shelf.Topic;
import dev.paperboy.notify.subscriber.Filter;
import dev.paperboy.notify.subscriber.Interests;
import dev.paperboy.notify.subscriber.Subscriber;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a link leads to: the reader, and the filter that was asked for or the first one. */
record Editing(
    String token,
    Subscriber subscriber,
    List<Filter> filters,
    Filter filter,
    List<Topic> taxonomy) {
  static Editing of(
      String token,
      Subscriber subscriber,
      List<Filter> filters,
      String wanted,
      List<Topic> taxonomy) {
    boolean fresh = PreferencesPages.NEW.equals(wanted) && filters.size() < Filter.MOST;
    Filter filter =
        filters.isEmpty() || fresh
            ? Filter.of(subscriber.id, filters.isEmpty() ? Filter.FIRST : "")
            : filters.stream()
                .filter(each -> each.id.toString().equals(wanted))
                .findFirst()
                .orElse(filters.getFirst());
    return new Editing(token, subscriber, filters, filter, taxonomy);
  }

  Interests interests() {
    return filter.id == null ? Interests.builder().build() : filter.interests();
  }

  boolean mayDelete() {
    return filter.id != null && filters.size() > 1;
  }

  List<String> otherNames() {
    return filters.stream().filter(each -> each != filter).map(each -> each.name).toList();
  }

  Set<String> topicIds() {
    return taxonomy.stream().map(Topic::id).collect(Collectors.toSet());
  }
}
