package dev.paperboy.ingest.harvest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Settings of ingest. */
@ConfigMapping(prefix = "paperboy.ingest")
interface IngestConfig {
  /** How often sources are asked whether they have more. */
  @WithDefault("5s")
  String every();

  /** Whether specimen papers are loaded where sources can't be reached and there is no paper. */
  @WithDefault("auto")
  Specimens specimens();

  /** When made-up papers help. */
  enum Specimens {
    AUTO,
    OFF
  }

  Snapshot snapshot();

  Arxiv arxiv();

  Biorxiv biorxiv();

  Attention attention();

  /** arXiv itself, by OAI-PMH. */
  interface Arxiv {
    /** Whether arXiv is harvested. */
    @WithDefault("false")
    boolean enabled();

    /** The OAI-PMH server. */
    @WithDefault("https://oaipmh.arxiv.org/oai")
    URI server();

    /** Least time between the starts of two requests; arXiv's terms ask for three seconds. */
    @WithDefault("3s")
    Duration interval();

    /** metadataPrefix: arXivRaw tells versions, arXiv and oai_dc do not. */
    @WithDefault("arXivRaw")
    String format();

    /** Only this set, such as cs or physics:hep-th. */
    Optional<String> set();

    /**
     * How many days back the first list of news begins: the last announcement, over a weekend too.
     */
    @WithDefault("3")
    int firstDays();

    /** How many days back to go in all, when the news are read: as far as the shelf reaches. */
    @WithDefault("30")
    int backDays();

    /** Time between two lists. */
    @WithDefault("30m")
    Duration every();

    /** Days without an announcement, instead of the list that comes along. */
    Optional<List<LocalDate>> holidays();

    Listing listing();

    Api api();
  }

  /** arXiv's listing of the day, as a second witness. */
  interface Listing {
    /** Whether it is read; where this is not told, it is if arXiv itself is harvested. */
    Optional<Boolean> enabled();

    /** What groups are appended to. */
    @WithDefault("https://rss.arxiv.org/atom/")
    URI server();

    /** Archives or categories joined by plus signs, a request each: a listing ends at 2,000. */
    @WithDefault(
        "cs,math+math-ph+stat+eess+econ+q-bio+q-fin,astro-ph+cond-mat+gr-qc+hep-ex+hep-lat+hep-ph"
            + "+hep-th+nlin+nucl-ex+nucl-th+physics+quant-ph")
    List<String> groups();

    /** Time between two readings; it changes once a day, at midnight in New York. */
    @WithDefault("2h")
    Duration every();
  }

  /** arXiv's query API, for papers that only the listing told of. */
  interface Api {
    /** Whether it is asked; where this is not told, it is if arXiv itself is harvested. */
    Optional<Boolean> enabled();

    @WithDefault("https://export.arxiv.org/api/query")
    URI server();

    /** Time between two looks for gaps. */
    @WithDefault("1h")
    Duration every();
  }

  /** Places where papers are voted for, discussed, starred or cited. */
  interface Attention {
    Place hfDaily();

    HackerNewsPlace hackerNews();

    Github github();

    OpenAlex openalex();
  }

  /** Hugging Face's daily papers. */
  interface Place {
    /** Whether they are looked at; where this is not told, they are if arXiv is harvested. */
    Optional<Boolean> enabled();

    @WithDefault("https://huggingface.co/api/daily_papers")
    URI server();

    /** Time between two looks at the lists of the last four days. */
    @WithDefault("1h")
    Duration every();
  }

  /** Hacker News, by Algolia's search. */
  interface HackerNewsPlace {
    @WithDefault("false")
    boolean enabled();

    @WithDefault("https://hn.algolia.com/api/v1/search_by_date")
    URI server();

    /** Time between two looks at the stories of the last seven days. */
    @WithDefault("1h")
    Duration every();
  }

  /** Stars of papers' repositories; with a token, a repository a second, else one a minute. */
  interface Github {
    @WithDefault("false")
    boolean enabled();

    @WithDefault("https://api.github.com")
    URI server();

    Optional<String> token();
  }

  /** Citations. */
  interface OpenAlex {
    @WithDefault("false")
    boolean enabled();

    @WithDefault("https://api.openalex.org/works")
    URI server();

    Optional<String> key();

    /** Time between two requests, of fifty papers each. */
    @WithDefault("10s")
    Duration every();

    /** Time between two rounds over all papers. */
    @WithDefault("7d")
    Duration round();
  }

  /** bioRxiv and medRxiv. */
  interface Biorxiv {
    /** Which of them are read: biorxiv, medrxiv, both, or none. */
    Optional<List<String>> archives();

    /** What archive, days and cursor are appended to. */
    @WithDefault("https://api.biorxiv.org/details")
    URI server();

    /** Least time between the starts of two requests. */
    @WithDefault("1s")
    Duration interval();

    /** How many days back the first list begins. */
    @WithDefault("30")
    int backDays();

    /** Time between two lists. */
    @WithDefault("2h")
    Duration every();
  }

  /** arXiv's metadata snapshot as a file. */
  interface Snapshot {
    /** JSON lines, plain or gzip; the source is off without it. */
    Optional<Path> file();

    /** Only papers last changed on that day. */
    Optional<LocalDate> day();
  }
}
