package dev.paperboy.query;

/** A query that cannot be read: where, why, and what to write instead. */
public final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;
  private final String problem;
  private final String suggestion;

  QuerySyntaxException(int position, String problem, String suggestion) {
    super(problem + "; " + suggestion);
    this.position = position;
    this.problem = problem;
    this.suggestion = suggestion;
  }

  /** The 0-based offset, in chars of the query's text, of what cannot be read. */
  public int position() {
    return position;
  }

  /** What is wrong, in words a reader understands: {@code there is no field "autor:"}. */
  public String problem() {
    return problem;
  }

  /** What to do about it: {@code did you mean author:?}. Never empty. */
  public String suggestion() {
    return suggestion;
  }
}
